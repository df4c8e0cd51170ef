package org.eigenscope.io.format.tflite;

import java.util.List;
import java.util.Map;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.kit.AxisPermutation;

/**
 * How the operators of TensorFlow Lite store their weights, and how these are shown: out×in×k₁×… as elsewhere.
 *
 * @param operator its name
 * @param input which of its inputs the weights are
 * @param shown for each axis shown, the stored axis that it is
 * @param meaning what the axes are, as shown
 */
record OperatorLayout(String operator, int input, AxisPermutation shown, String meaning) {
    private static final List<Integer> PLANE = List.of(0, 3, 1, 2);

    /** By the number of the operator in the schema and the number of axes of the weights. */
    private static final Map<Integer, OperatorLayout> ALL = Map.of(
            3, new OperatorLayout("CONV_2D", 1, new AxisPermutation(PLANE), "a convolution, out×in×k₁×k₂"),
            4,
                    new OperatorLayout(
                            "DEPTHWISE_CONV_2D",
                            1,
                            new AxisPermutation(List.of(3, 0, 1, 2)),
                            "a depthwise kernel, (in·multiplier)×positions"),
            67, new OperatorLayout("TRANSPOSE_CONV", 1, new AxisPermutation(PLANE), "a convolution, out×in×k₁×k₂"),
            132,
                    new OperatorLayout(
                            "CONV_3D",
                            1,
                            new AxisPermutation(List.of(4, 3, 0, 1, 2)),
                            "a convolution, out×in×k₁×k₂×k₃"),
            133,
                    new OperatorLayout(
                            "CONV_3D_TRANSPOSE",
                            1,
                            new AxisPermutation(List.of(3, 4, 0, 1, 2)),
                            "a convolution, out×in×k₁×k₂×k₃"));

    /** The layout of weights that are an input of an operator; null if nothing is known that the shape does not tell. */
    static OperatorLayout of(int operator, int input, int axes) {
        OperatorLayout found = ALL.get(operator);
        boolean fits = found != null
                && found.input == input
                && found.shown.storedAxes().size() == axes;
        return fits ? found : null;
    }

    TensorAxes axes() {
        return TensorAxes.ofRows(List.of(0), meaning);
    }
}
