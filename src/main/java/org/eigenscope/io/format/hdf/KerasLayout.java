package org.eigenscope.io.format.hdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eigenscope.io.TensorAxes;

/**
 * The axes of Keras' weights. Keras stores a convolution's kernel as k₁×…×in×out, everyone else as out×in×k₁×…, and the
 * rules that flatten kernels are made for the latter. Which weights are kernels only their names tell.
 *
 * <p>Kernels of depthwise convolutions, k₁×…×in×multiplier, are shown as in×multiplier×k₁×…, with in·multiplier rows. Those of
 * attention are in×heads×size for queries, keys and values and heads×size×out for the output, flattened to in×(heads·size) and
 * (heads·size)×out. Biases of two axes are vectors, one for each head or gate.
 */
public final class KerasLayout {
    private static final int LEAST_KERNEL_AXES = 3;
    private static final int MOST_KERNEL_AXES = 5;
    private static final Pattern PROJECTION = Pattern.compile("(^|/)(query|key|value)(_dense)?/");
    private static final Pattern OUTPUT =
            Pattern.compile("(^|/)(attention_output|output_dense)/|attention[^/]*/output/");
    private static final Pattern ATTENTION_BIAS = Pattern.compile("(^|/)(query|key|value)_dense/vars/1$");
    private static final String POSITIONS = "k₁×k₂×k₃";

    private KerasLayout() {}

    /**
     * How one weight is shown.
     *
     * @param storedAxes for each axis shown, the stored axis that it is
     * @param meaning what the axes shown are, where the name tells
     * @param note what was assumed, empty if nothing was
     */
    public record Shown(List<Integer> storedAxes, Optional<TensorAxes> meaning, String note) {
        public Shown {
            storedAxes = List.copyOf(storedAxes);
        }
    }

    /**
     * How a weight of a Keras model is shown, whatever file it is in.
     *
     * @param name its path, such as {@code conv/kernel}
     */
    public static Shown shown(String name, int dimensions) {
        AxisOrder order = of(name, dimensions);
        return new Shown(order.storedAxes(), meaning(name, dimensions), order.note());
    }

    /**
     * The axes of one weight.
     *
     * @param name its path in the file
     */
    static AxisOrder of(String name, int dimensions) {
        if (isDepthwise(name.toLowerCase(Locale.ROOT), dimensions)) {
            List<Integer> axes = new ArrayList<>(List.of(dimensions - 2, dimensions - 1));
            IntStream.range(0, dimensions - 2).forEach(axes::add);
            String positions = POSITIONS.substring(0, 3 * (dimensions - 2) - 1);
            return new AxisOrder(
                    axes,
                    "taken for a Keras depthwise kernel, stored as " + positions
                            + "×in×multiplier, shown as in×multiplier×" + positions);
        }
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

    /**
     * What the axes of one weight are, in the order in which they are shown; empty if its name does not tell more than its shape.
     *
     * @param name its path in the file
     */
    static Optional<TensorAxes> meaning(String name, int dimensions) {
        String path = name.toLowerCase(Locale.ROOT);
        if (isDepthwise(path, dimensions)) {
            return Optional.of(TensorAxes.ofRows(List.of(0, 1), "a depthwise kernel, (in·multiplier)×positions"));
        }
        if (isKernel(path, dimensions)) {
            return Optional.of(TensorAxes.ofRows(List.of(0), ""));
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (dimensions == 2 && (last.equals("bias") || last.startsWith("bias:"))) {
            return Optional.of(new TensorAxes(List.of(0), List.of(1), "biases"));
        }
        if (dimensions == 2 && ATTENTION_BIAS.matcher(path).find()) {
            return Optional.of(new TensorAxes(List.of(0), List.of(1), "biases of heads"));
        }
        if (dimensions != 3 || !isMain(path)) {
            return Optional.empty();
        }
        if (OUTPUT.matcher(path).find()) {
            return Optional.of(TensorAxes.ofRows(List.of(0, 1), "attention, (heads·size)×out"));
        }
        return PROJECTION.matcher(path).find()
                ? Optional.of(TensorAxes.ofRows(List.of(0), "attention, in×(heads·size)"))
                : Optional.empty();
    }

    private static boolean isDepthwise(String path, int dimensions) {
        if (dimensions < LEAST_KERNEL_AXES || dimensions > MOST_KERNEL_AXES) {
            return false;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean separable = path.contains("separable") && path.endsWith("vars/0");
        return last.startsWith("depthwise_kernel") || separable || path.contains("depthwise") && isMain(path);
    }

    private static boolean isMain(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.equals("kernel") || last.startsWith("kernel:") || path.endsWith("vars/0");
    }

    private static boolean isKernel(String path, int dimensions) {
        if (dimensions < LEAST_KERNEL_AXES || dimensions > MOST_KERNEL_AXES || path.contains("depthwise")) {
            return false;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean pointwise =
                last.startsWith("pointwise_kernel") || path.contains("separable") && path.endsWith("vars/1");
        if (pointwise) {
            return true;
        }
        boolean main = isMain(path);
        // attention has kernels with three axes too, so there the layer must call itself a convolution
        return main && (dimensions > LEAST_KERNEL_AXES || path.contains("conv"));
    }
}
