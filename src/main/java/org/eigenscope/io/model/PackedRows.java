package org.eigenscope.io.model;

import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;

/**
 * Weights of compressed-tensors' format {@code pack-quantized}: {@code weight_packed} (int32) holds rows of numbers of b bits, the
 * lowest bits first, each raised by 2^(b−1); {@code weight_scale} has a number for each row and group of columns;
 * {@code weight_zero_point}, if it is there, is packed likewise along the rows; {@code weight_g_idx}, if it is there, lists the group of
 * each column. W = scale·(q − zero point), out × in.
 *
 * <p>Source: compressed-tensors, compressors/quantized_compressors/pack_quantized.
 */
final class PackedRows {
    private static final int WORD = 32;

    private PackedRows() {}

    /** The tensors of one layer. */
    record Parts(
            String base,
            TensorInfo packed,
            TensorInfo scale,
            Optional<TensorInfo> zeroPoint,
            Optional<TensorInfo> groups) {}

    /**
     * The weights under the name {@code BASE.weight}.
     *
     * @param columns in, from {@code weight_shape}
     * @throws BadInputException with a clause and not a sentence, if the tensors do not fit together
     */
    static PackedTensor of(Parts parts, int columns) throws BadInputException {
        int rows = parts.packed().shape().get(0).intValue();
        long words = parts.packed().shape().get(1);
        int bits = List.of(4, 8, 2, 1).stream()
                .filter(width -> (columns + WORD / width - 1) / (WORD / width) == words)
                .findFirst()
                .orElseThrow(() -> new BadInputException("packed integers of a width that its tensors do not tell"));
        long scaleEntries = parts.scale().shape().stream().reduce(1L, (a, b) -> a * b);
        int groupCount = (int) Math.max(1, scaleEntries / Math.max(1, rows));
        if (scaleEntries != 1 && scaleEntries != (long) rows * groupCount) {
            throw new BadInputException("packed integers whose scales do not fit their shape");
        }
        TensorInfo info = TensorInfo.of(
                        parts.base() + ".weight",
                        parts.scale().elementType().orElse(ElementType.F16),
                        List.of((long) rows, (long) columns))
                .withStoredAs("compressed-tensors, " + bits + " bits")
                .withNote("dequantised");
        return new PackedTensor(info, stored -> {
            double[] words32 = stored.entries(parts.packed().name());
            double[] scales = stored.entries(parts.scale().name());
            double[] group = parts.groups().isPresent()
                    ? stored.entries(parts.groups().get().name())
                    : new double[0];
            int[][] zeros = new int[groupCount][];
            if (parts.zeroPoint().isPresent()) {
                double[] packedZeros = stored.entries(parts.zeroPoint().get().name());
                for (int g = 0; g < groupCount; g++) {
                    zeros[g] = BitFields.unpack(packedZeros, g, groupCount, bits, rows);
                }
            }
            int size = (columns + groupCount - 1) / groupCount;
            double[] weights = new double[rows * columns];
            for (int i = 0; i < rows; i++) {
                int[] row = BitFields.unpack(words32, i * (int) words, 1, bits, columns);
                for (int j = 0; j < columns; j++) {
                    int g = group.length == columns && group[j] >= 0 && group[j] < groupCount
                            ? (int) group[j]
                            : j / size;
                    int zero = zeros[g] == null ? 1 << (bits - 1) : zeros[g][i];
                    double scale = scales.length == 1 ? scales[0] : scales[i * groupCount + g];
                    weights[i * columns + j] = scale * (row[j] - zero);
                }
            }
            return weights;
        });
    }
}
