package org.eigenscope.io.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;

/**
 * Weights of bitsandbytes' four-bit types (nf4, fp4): two to a byte, the upper half first, each an index into a table of sixteen
 * numbers ({@code quant_map}), times the largest of its block ({@code absmax}). Where {@code absmax} is itself quantised, it is
 * nested_quant_map[absmax]·nested_absmax + nested_offset. Shape, block sizes and offset are in a JSON text stored as bytes.
 *
 * <p>Source: bitsandbytes, {@code QuantState.as_dict} and {@code dequantize_4bit}.
 */
final class FourBitBlocks {
    private static final String STATE = ".quant_state.bitsandbytes__";

    private FourBitBlocks() {}

    /** The tensor with the settings of a weight, if it is one of these. */
    static Optional<TensorInfo> state(String weight, Map<String, TensorInfo> byName) {
        return List.of("nf4", "fp4").stream()
                .map(type -> byName.get(weight + STATE + type))
                .filter(info -> info != null)
                .findFirst();
    }

    /**
     * The weights under the name of what is stored.
     *
     * @param settings the JSON text's
     * @throws BadInputException with a clause and not a sentence, if the parts do not fit together
     */
    static PackedTensor of(TensorInfo weight, Map<String, TensorInfo> byName, Map<String, String> settings)
            throws BadInputException {
        List<Long> shape = shape(settings.getOrDefault("shape", ""));
        long entries = shape.stream().reduce(1L, (a, b) -> a * b);
        long stored = weight.shape().stream().reduce(1L, (a, b) -> a * b);
        int block = number(settings, "blocksize");
        boolean nested = byName.containsKey(weight.name() + ".nested_absmax");
        int outer = nested ? number(settings, "nested_blocksize") : 1;
        boolean complete =
                byName.containsKey(weight.name() + ".absmax") && byName.containsKey(weight.name() + ".quant_map");
        if (shape.size() != 2 || (entries + 1) / 2 != stored || !complete) {
            throw new BadInputException("packed numbers of four bits whose parts do not fit together");
        }
        double offset = real(settings.getOrDefault("nested_offset", "0"));
        TensorInfo info = TensorInfo.of(weight.name(), ElementType.F16, shape)
                .withStoredAs("bitsandbytes " + settings.getOrDefault("quant_type", "4 bits"))
                .withNote("dequantised");
        return new PackedTensor(info, tensors -> {
            double[] largest = tensors.entries(weight.name() + ".absmax");
            if (nested) {
                largest = nested(tensors, weight.name(), largest, outer, offset);
            }
            double[] packed = tensors.entries(weight.name());
            double[] table = tensors.entries(weight.name() + ".quant_map");
            if (table.length < 16 || largest.length < (entries + block - 1) / block) {
                throw new BadInputException(
                        weight.name() + " has too short a table of its numbers or block sizes: damaged.");
            }
            double[] weights = new double[(int) entries];
            for (int i = 0; i < weights.length; i++) {
                int pair = (int) packed[i / 2] & 0xFF;
                weights[i] = table[i % 2 == 0 ? pair >> 4 : pair & 15] * largest[i / block];
            }
            return weights;
        });
    }

    private static double[] nested(PackedTensor.Stored tensors, String name, double[] codes, int block, double offset)
            throws EigenscopeException {
        double[] table = tensors.entries(name + ".nested_quant_map");
        double[] scale = tensors.entries(name + ".nested_absmax");
        if (table.length < 256 || scale.length < (codes.length + block - 1) / block) {
            throw new BadInputException(name + " has too short a table of its block sizes: damaged.");
        }
        double[] values = new double[codes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = table[(int) codes[i] & 0xFF] * scale[i / block] + offset;
        }
        return values;
    }

    /** The settings in a text that is stored as bytes. */
    static Map<String, String> settings(double[] bytes) throws BadInputException {
        StringBuilder text = new StringBuilder();
        Arrays.stream(bytes).forEach(value -> text.append((char) ((int) value & 0xFF)));
        try {
            return ModelSettings.of(text.toString());
        } catch (IOException malformed) {
            throw new BadInputException("packed numbers of four bits whose settings are damaged", malformed);
        }
    }

    private static List<Long> shape(String text) {
        return text.matches("\\d{1,9}(,\\d{1,9}){0,7}")
                ? Arrays.stream(text.split(",")).map(Long::valueOf).toList()
                : List.of();
    }

    private static int number(Map<String, String> settings, String key) throws BadInputException {
        String text = settings.getOrDefault(key, "");
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new BadInputException("packed numbers of four bits whose settings lack " + key);
        }
        return Integer.parseInt(text);
    }

    private static double real(String text) throws BadInputException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw new BadInputException("packed numbers of four bits whose settings are damaged", malformed);
        }
    }
}
