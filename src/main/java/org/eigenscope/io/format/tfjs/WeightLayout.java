package org.eigenscope.io.format.tfjs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.format.hdf.KerasLayout;
import org.eigenscope.io.kit.AxisPermutation;

/**
 * How a weight is shown: kernels of convolutions as out×in×k₁×…, by the operator that uses them or, in a model of layers, by
 * Keras' names.
 *
 * @param order the axes as shown
 * @param axes what they are, where that is known
 * @param note what was assumed
 */
record WeightLayout(AxisPermutation order, Optional<TensorAxes> axes, String note) {
    private static final Map<String, List<Integer>> KERNELS = Map.of(
            "Conv1D", List.of(2, 1, 0),
            "Conv2D", List.of(3, 2, 0, 1),
            "_FusedConv2D", List.of(3, 2, 0, 1),
            "Conv3D", List.of(4, 3, 0, 1, 2),
            "DepthwiseConv2dNative", List.of(2, 3, 0, 1),
            "FusedDepthwiseConv2dNative", List.of(2, 3, 0, 1));

    /** Operators with weights as their second input that are stored as k₁×k₂×out×in. */
    private static final String TRANSPOSED = "Conv2DBackpropInput";

    private static final int KERNEL_AXES = 4;

    /** Every kernel of TensorFlow with four axes is stored as k₁×k₂×in×out, or ×multiplier for a depthwise one. */
    private static WeightLayout ofUnknownKernel(String name) {
        return name.toLowerCase(Locale.ROOT).contains("depthwise")
                ? new WeightLayout(
                        new AxisPermutation(KERNELS.get("DepthwiseConv2dNative")),
                        Optional.of(TensorAxes.ofRows(List.of(0, 1), "a depthwise kernel, (in·multiplier)×positions")),
                        "taken for a depthwise kernel by its name")
                : new WeightLayout(
                        new AxisPermutation(KERNELS.get("Conv2D")),
                        Optional.of(TensorAxes.ofRows(List.of(0), "")),
                        "taken for a kernel, stored as k₁×k₂×in×out");
    }

    static WeightLayout of(ManifestWeight weight, Manifest.Use use) {
        int axes = weight.shape().size();
        if (use == null || use.operator().equals("Identity")) {
            KerasLayout.Shown shown = KerasLayout.shown(weight.name(), axes);
            if (axes == KERNEL_AXES && shown.note().isEmpty()) {
                return ofUnknownKernel(weight.name());
            }
            return new WeightLayout(new AxisPermutation(shown.storedAxes()), shown.meaning(), shown.note());
        }
        List<Integer> kernel = KERNELS.getOrDefault(
                use.operator(), use.operator().equals(TRANSPOSED) ? List.of(2, 3, 0, 1) : List.of());
        if (use.input() != 1 || kernel.size() != axes) {
            return new WeightLayout(
                    new AxisPermutation(IntStream.range(0, axes).boxed().toList()), Optional.empty(), "");
        }
        boolean depthwise = use.operator().contains("Depthwise");
        TensorAxes meaning = depthwise
                ? TensorAxes.ofRows(List.of(0, 1), "a depthwise kernel, (in·multiplier)×positions")
                : TensorAxes.ofRows(List.of(0), "");
        return new WeightLayout(new AxisPermutation(kernel), Optional.of(meaning), "the kernel of a " + use.operator());
    }
}
