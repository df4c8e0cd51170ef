package org.eigenscope.io.format.hdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The axes of Keras' weights. Keras stores a convolution's kernel as k₁×…×in×out, everyone else as out×in×k₁×…, and the
 * rules that flatten kernels are made for the latter. Which weights are kernels only their names tell.
 */
final class KerasLayout {
    private static final int LEAST_KERNEL_AXES = 3;
    private static final int MOST_KERNEL_AXES = 5;
    private static final String POSITIONS = "k₁×k₂×k₃";

    private KerasLayout() {}

    /**
     * The axes of one weight.
     *
     * @param name its path in the file
     */
    static AxisOrder of(String name, int dimensions) {
        if (!isKernel(name.toLowerCase(Locale.ROOT), dimensions)) {
            return AxisOrder.stored(dimensions);
        }
        boolean transposed = name.toLowerCase(Locale.ROOT).contains("transpose");
        int out = transposed ? dimensions - 2 : dimensions - 1;
        int in = transposed ? dimensions - 1 : dimensions - 2;
        List<Integer> axes = new ArrayList<>(List.of(out, in));
        IntStream.range(0, dimensions - 2).forEach(axes::add);
        String positions = POSITIONS.substring(0, 3 * (dimensions - 2) - 1);
        return new AxisOrder(
                axes,
                "taken for a Keras kernel, stored as " + positions + (transposed ? "×out×in" : "×in×out")
                        + ", shown as out×in×" + positions);
    }

    private static boolean isKernel(String path, int dimensions) {
        if (dimensions < LEAST_KERNEL_AXES || dimensions > MOST_KERNEL_AXES || path.contains("depthwise")) {
            return false;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean main = last.equals("kernel") || last.startsWith("kernel:") || path.endsWith("vars/0");
        // attention has kernels with three axes too, so there the layer must call itself a convolution
        return main && (dimensions > LEAST_KERNEL_AXES || path.contains("conv"));
    }
}
