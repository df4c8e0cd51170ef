package org.eigenscope.io.format.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eigenscope.io.TensorAxes;

/**
 * What the axes of a model's tensors are, by the operators that use them: ONNX defines the weights of LSTM, GRU and RNN as
 * directions × rows × columns, those of convolutions as out × in × k₁ × …, and MatMul multiplies stacks along all axes but the
 * last two.
 */
final class OperatorAxes {
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN", "DynamicQuantizeLSTM");
    private static final Set<String> SAME_AXES =
            Set.of("Identity", "Cast", "DequantizeLinear", "QuantizeLinear", "DequantizeBFP", "Clip", "Dropout");
    /** The input that is the kernel, for each operator that has one. */
    private static final Map<String, Integer> KERNEL_AT =
            Map.of("Conv", 1, "ConvInteger", 1, "FusedConv", 1, "NhwcFusedConv", 1, "DeformConv", 1, "QLinearConv", 3);
    /** The inputs of a product that may be weights. */
    private static final Map<String, Set<Integer>> FACTORS_AT = Map.of(
            "MatMul",
            Set.of(0, 1),
            "MatMulInteger",
            Set.of(0, 1),
            "FusedMatMul",
            Set.of(0, 1),
            "QLinearMatMul",
            Set.of(0, 3));

    private static final int FIRST_VECTORS = 3;
    private static final int INITIAL_STATE = 5;
    private static final int INITIAL_CELL = 6;
    private static final int MOST_STEPS = 4;

    private record Use(OnnxNode node, int input) {}

    private final Map<String, List<Use>> uses = new HashMap<>();

    OperatorAxes(List<OnnxNode> nodes) {
        for (OnnxNode node : nodes) {
            for (int i = 0; i < node.inputs().size(); i++) {
                uses.computeIfAbsent(node.inputs().get(i), name -> new ArrayList<>())
                        .add(new Use(node, i));
            }
        }
    }

    /** The axes of a value of the graph; empty if no operator that uses it tells. */
    Optional<TensorAxes> of(String value, List<Long> shape) {
        return of(value, shape, MOST_STEPS);
    }

    private Optional<TensorAxes> of(String value, List<Long> shape, int steps) {
        for (Use use : uses.getOrDefault(value, List.of())) {
            Optional<TensorAxes> axes = SAME_AXES.contains(use.node().operator()) && use.input() == 0 && steps > 0
                    ? passedOn(use.node(), shape, steps)
                    : byOperator(use, shape);
            if (axes.isPresent()) {
                return axes;
            }
        }
        return Optional.empty();
    }

    private Optional<TensorAxes> passedOn(OnnxNode node, List<Long> shape, int steps) {
        return node.outputs().isEmpty() ? Optional.empty() : of(node.outputs().get(0), shape, steps - 1);
    }

    private static Optional<TensorAxes> byOperator(Use use, List<Long> shape) {
        String operator = use.node().operator();
        int axes = shape.size();
        if (RECURRENT.contains(operator)) {
            return recurrent(operator, use.input(), shape);
        }
        if (axes > 2 && Integer.valueOf(use.input()).equals(KERNEL_AT.get(operator))) {
            return Optional.of(TensorAxes.ofRows(List.of(0), "a convolution, out×(in·positions)"));
        }
        if (axes > 2 && operator.equals("ConvTranspose") && use.input() == 1) {
            return Optional.of(TensorAxes.ofRows(List.of(0), "a transposed convolution, in×(out·positions)"));
        }
        if (axes == 3 && operator.equals("MoE") || axes == 3 && operator.equals("QMoE")) {
            return Optional.of(TensorAxes.stackOfFirst("experts"));
        }
        boolean factor = FACTORS_AT.getOrDefault(operator, Set.of()).contains(use.input());
        return factor && axes > 2 ? Optional.of(stack(shape, operator + "'s stack")) : Optional.empty();
    }

    private static Optional<TensorAxes> recurrent(String operator, int input, List<Long> shape) {
        boolean weights = input == 1 || input == 2;
        boolean states = input == INITIAL_STATE || input == INITIAL_CELL;
        if (shape.size() == 3 && (weights || states)) {
            return Optional.of(stack(shape, operator + "'s directions"));
        }
        return shape.size() == 2 && input >= FIRST_VECTORS
                ? Optional.of(new TensorAxes(List.of(0), List.of(1), operator + "'s directions"))
                : Optional.empty();
    }

    /** A stack of one is no stack. */
    private static TensorAxes stack(List<Long> shape, String meaning) {
        int leading = shape.size() - 2;
        boolean one = shape.subList(0, leading).stream().allMatch(size -> size == 1);
        List<Integer> stack =
                one ? List.of() : IntStream.range(0, leading).boxed().toList();
        return new TensorAxes(stack, List.of(leading), one ? "" : meaning);
    }
}
