package org.eigenscope.io.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;

/**
 * Weights of GPTQ and AWQ, packed in {@code qweight} (int32) with a scale and a zero point for each group of inputs and each output:
 * W[i, j] = scales[g(i), j]·(q[i, j] − z[g(i), j]), in × out.
 *
 * <ul>
 *   <li>GPTQ packs along the inputs: qweight is (in·bits/32)×out, qzeros groups×(out·bits/32). Its first format keeps z − 1; the
 *       second, which a configuration calls {@code gptq_v2}, z itself. {@code g_idx} gives the group of each input.
 *   <li>AWQ packs four bits along the outputs: qweight is in×(out/8), in the order 0, 2, 4, 6, 1, 3, 5, 7 of each eight.
 * </ul>
 *
 * Sources: the packing routines of AutoGPTQ (nn_modules/qlinear) and AutoAWQ (utils/packing_utils).
 */
final class GroupedIntegers {
    private static final int WORD = 32;
    private static final int AWQ_BITS = 4;
    private static final int AWQ_EACH = 8;
    /** In which of eight neighbouring outputs the number in each place of a word belongs. */
    private static final int[] AWQ_ORDER = {0, 2, 4, 6, 1, 3, 5, 7};

    private final String base;
    private final TensorInfo qweight;
    private final Optional<TensorInfo> qzeros;
    private final TensorInfo scales;
    private final Optional<TensorInfo> groups;
    private final boolean storesZeroMinusOne;

    private GroupedIntegers(String base, Map<String, TensorInfo> byName, Map<String, String> settings) {
        this.base = base;
        this.qweight = byName.get(base + ".qweight");
        this.qzeros = Optional.ofNullable(byName.get(base + ".qzeros"));
        this.scales = byName.get(base + ".scales");
        this.groups = Optional.ofNullable(byName.get(base + ".g_idx"));
        this.storesZeroMinusOne =
                !settings.getOrDefault("checkpoint_format", "").equals("gptq_v2");
    }

    /**
     * The weights of a layer.
     *
     * @param settings the model's quantisation settings, possibly empty
     * @throws BadInputException with a clause and not a sentence, if the tensors do not fit together in a way that is known
     */
    static PackedTensor of(String base, Map<String, TensorInfo> byName, Map<String, String> settings)
            throws BadInputException {
        GroupedIntegers layer = new GroupedIntegers(base, byName, settings);
        boolean matrices = layer.scales != null
                && layer.scales.shape().size() == 2
                && layer.qweight.shape().size() == 2
                && layer.scales.shape().get(0) > 0;
        if (!matrices) {
            throw new BadInputException("packed integers without the scales that they need");
        }
        long outputs = layer.scales.shape().get(1);
        if (layer.qweight.shape().get(1) == outputs) {
            return layer.gptq((int) outputs);
        }
        if (layer.qweight.shape().get(1) * AWQ_EACH == outputs) {
            return layer.awq((int) outputs);
        }
        throw new BadInputException("packed integers whose layout is neither GPTQ's nor AWQ's");
    }

    private PackedTensor gptq(int outputs) throws BadInputException {
        long words = qweight.shape().get(0);
        int bits = bits(words, outputs);
        int inputs = (int) (words * WORD / bits);
        int groupCount = scales.shape().get(0).intValue();
        TensorInfo info = info("GPTQ, " + bits + " bits", inputs, outputs);
        return new PackedTensor(info, stored -> {
            double[] packed = stored.entries(qweight.name());
            double[] scale = stored.entries(scales.name());
            double[] zeros = qzeros.isPresent() ? stored.entries(qzeros.get().name()) : new double[0];
            int[] group = groups(stored, inputs, groupCount);
            int[][] zero = new int[groupCount][];
            int perRow = zeros.length / groupCount;
            for (int g = 0; g < groupCount && qzeros.isPresent(); g++) {
                zero[g] = BitFields.unpack(zeros, g * perRow, 1, bits, outputs);
            }
            int offset = storesZeroMinusOne ? 1 : 0;
            double[] weights = new double[inputs * outputs];
            for (int j = 0; j < outputs; j++) {
                int[] column = BitFields.unpack(packed, j, outputs, bits, inputs);
                for (int i = 0; i < inputs; i++) {
                    int g = group[i];
                    int z = zero[g] == null ? 1 << (bits - 1) : zero[g][j] + offset;
                    weights[i * outputs + j] = scale[g * outputs + j] * (column[i] - z);
                }
            }
            return weights;
        });
    }

    /** From the width of the zero points, or else from the number of inputs that {@code g_idx} lists. */
    private int bits(long words, long outputs) throws BadInputException {
        long bits = 0;
        if (qzeros.isPresent() && qzeros.get().shape().size() == 2 && outputs > 0) {
            bits = qzeros.get().shape().get(1) * WORD / outputs;
        } else if (groups.isPresent()
                && groups.get().shape().size() == 1
                && groups.get().shape().get(0) > 0) {
            bits = words * WORD / groups.get().shape().get(0);
        }
        if (!List.of(2L, 3L, 4L, 8L).contains(bits) || words * WORD % bits != 0) {
            throw new BadInputException("packed integers of a width that its tensors do not tell");
        }
        return (int) bits;
    }

    private int[] groups(PackedTensor.Stored stored, int inputs, int groupCount) throws EigenscopeException {
        int[] group = new int[inputs];
        boolean listed = groups.isPresent() && groups.get().shape().equals(List.of((long) inputs));
        double[] told = listed ? stored.entries(groups.get().name()) : new double[0];
        int size = (inputs + groupCount - 1) / groupCount;
        for (int i = 0; i < inputs; i++) {
            group[i] = listed ? (int) told[i] : i / size;
            if (group[i] < 0 || group[i] >= groupCount) {
                throw new BadInputException(
                        base + ".g_idx names a group that " + base + ".scales does not have: the file is damaged.");
            }
        }
        return group;
    }

    private PackedTensor awq(int outputs) throws BadInputException {
        int inputs = qweight.shape().get(0).intValue();
        int groupCount = scales.shape().get(0).intValue();
        List<Long> expected = List.of((long) groupCount, (long) outputs / AWQ_EACH);
        if (qzeros.isEmpty() || !qzeros.get().shape().equals(expected) || inputs % groupCount != 0) {
            throw new BadInputException("packed integers whose zero points do not fit AWQ's layout");
        }
        return new PackedTensor(info("AWQ, 4 bits", inputs, outputs), stored -> {
            double[] packed = stored.entries(qweight.name());
            double[] zeros = stored.entries(qzeros.get().name());
            double[] scale = stored.entries(scales.name());
            double[] weights = new double[inputs * outputs];
            int perRow = outputs / AWQ_EACH;
            for (int i = 0; i < inputs; i++) {
                int g = i / (inputs / groupCount);
                int[] row = BitFields.unpack(packed, i * perRow, 1, AWQ_BITS, outputs);
                int[] zero = BitFields.unpack(zeros, g * perRow, 1, AWQ_BITS, outputs);
                for (int place = 0; place < outputs; place++) {
                    int j = place / AWQ_EACH * AWQ_EACH + AWQ_ORDER[place % AWQ_EACH];
                    weights[i * outputs + j] = scale[g * outputs + j] * (row[place] - zero[place]);
                }
            }
            return weights;
        });
    }

    private TensorInfo info(String format, long inputs, long outputs) {
        return TensorInfo.of(base + ".weight", scales.elementType().orElse(ElementType.F16), List.of(inputs, outputs))
                .withStoredAs(format)
                .withNote("dequantised, in×out");
    }
}
