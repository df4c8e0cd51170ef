package org.eigenscope.io.format.tflite;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eigenscope.io.TensorShape;

/**
 * What the integers of a quantised tensor stand for: (q − zero point)·scale, one scale for all or one for each index of an axis.
 *
 * @param scales at least one
 * @param zeroPoints as many
 * @param axis the axis of which each index has a scale of its own, if there are several
 */
record Scaling(double[] scales, double[] zeroPoints, int axis) {
    private static final int SCALE = 2;
    private static final int ZERO_POINT = 3;
    private static final int DETAILS_TYPE = 4;
    private static final int AXIS = 6;

    /** What the table says; empty if it holds no scales, as for tensors of floats. */
    static Optional<Scaling> of(Optional<FlatBuffer.Table> table) throws IOException {
        if (table.isEmpty()) {
            return Optional.empty();
        }
        double[] scales = table.get().floats(SCALE);
        List<Long> zeros = table.get().integers(ZERO_POINT, Long.BYTES);
        if (scales.length == 0) {
            return Optional.empty();
        }
        double[] zeroPoints = IntStream.range(0, scales.length)
                .mapToDouble(i -> zeros.isEmpty() ? 0 : zeros.get(Math.min(i, zeros.size() - 1)))
                .toArray();
        int axis = (int) table.get().number(AXIS, Integer.BYTES, 0);
        return Optional.of(new Scaling(scales, zeroPoints, axis));
    }

    /** Whether a custom rule takes the place of scales. */
    static boolean isCustom(Optional<FlatBuffer.Table> table) throws IOException {
        return table.isPresent() && table.get().number(DETAILS_TYPE, 1, 0) != 0;
    }

    /** Why the scales do not suit a tensor, as a sentence fragment; empty if they do. */
    Optional<String> fault(List<Long> shape) {
        boolean fits = scales.length == 1 || axis >= 0 && axis < shape.size() && shape.get(axis) == scales.length;
        return fits ? Optional.empty() : Optional.of("quantised with " + scales.length + " scales that fit no axis");
    }

    /** Puts the numbers in place of the integers, which are in the order stored. */
    double[] apply(double[] entries, List<Long> shape) {
        int after = scales.length == 1 ? 1 : (int) TensorShape.countEntries(shape.subList(axis + 1, shape.size()));
        for (int i = 0; i < entries.length; i++) {
            int channel = scales.length == 1 ? 0 : i / after % scales.length;
            entries[i] = (entries[i] - zeroPoints[channel]) * scales[channel];
        }
        return entries;
    }

    String note() {
        return "dequantised, " + (scales.length == 1 ? "one scale" : scales.length + " scales");
    }
}
