package org.eigenscope.io.format.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;

/**
 * Weights that a model keeps as whole numbers or eight-bit floats and multiplies out when it runs, read as what they stand for:
 * (q − zero point)·scale, with one scale for all, one for each index of an axis, or one for each block along it. The operators that say
 * so are DequantizeLinear, QLinearConv, QLinearMatMul and ONNX Runtime's MatMulNBits, whose numbers of b bits are packed, the lowest
 * bits first, with a zero point of 2^(b−1) unless there is another.
 */
final class Dequantization {
    private static final String PACKED = "MatMulNBits";
    private static final int LARGEST_BITS = 8;

    private final Map<String, OnnxNode> users = new HashMap<>();
    private final Map<String, Integer> inputs = new HashMap<>();
    private final Map<String, ListedTensor> byValue = new HashMap<>();

    private static final int NO_SCALE = -1;

    /** Where an operator has the scales and zero points of one of its inputs. */
    private record Place(int scale, int zeroPoint, int axis) {}

    Dequantization(List<OnnxNode> nodes) {
        for (OnnxNode node : nodes) {
            for (int i = 0; i < node.inputs().size(); i++) {
                if (place(node, i).isPresent()) {
                    users.put(node.inputs().get(i), node);
                    inputs.put(node.inputs().get(i), i);
                }
            }
        }
    }

    private static Optional<Place> place(OnnxNode node, int input) {
        Place place = switch (node.operator() + " " + input) {
            case "DequantizeLinear 0" -> new Place(1, 2, (int) node.number("axis", 1));
            case "QLinearConv 3" -> new Place(4, 5, 0);
            case "QLinearMatMul 3" -> new Place(4, 5, -1);
            case "QLinearMatMul 0" -> new Place(1, 2, 0);
            case "ConvInteger 1" -> new Place(NO_SCALE, 3, 0);
            case "MatMulInteger 1" -> new Place(NO_SCALE, 3, -1);
            case "MatMulInteger 0" -> new Place(NO_SCALE, 2, 0);
            case "MatMulNBits 1" -> new Place(2, 3, 0);
            default -> null;
        };
        return Optional.ofNullable(place);
    }

    /** Makes a value known to the operators that name it. */
    void add(String value, ListedTensor tensor) {
        byValue.putIfAbsent(value, tensor);
    }

    /** The tensor as what it stands for; itself if no operator dequantises it. */
    ListedTensor of(String value, ListedTensor stored) {
        OnnxNode user = users.get(value);
        if (user == null || !stored.info().hasEntries()) {
            return stored;
        }
        Place place = place(user, inputs.get(value)).orElseThrow();
        if (place.scale() == NO_SCALE) {
            return input(user, place.zeroPoint())
                    .map(zeroPoint -> shifted(user, place, stored, zeroPoint))
                    .orElse(stored);
        }
        Optional<ListedTensor> scale = input(user, place.scale());
        if (scale.isEmpty()) {
            return stored.info().isReadable()
                    ? ListedTensor.unreadable(stored.info()
                            .withSkipReason("integers whose scale for " + user.operator() + " the model computes"))
                    : stored;
        }
        Optional<ListedTensor> zeroPoint = input(user, place.zeroPoint());
        return user.operator().equals(PACKED)
                ? packed(user, stored, scale.get(), zeroPoint)
                : linear(user, place, stored, scale.get(), zeroPoint);
    }

    private Optional<ListedTensor> input(OnnxNode node, int at) {
        return at < node.inputs().size()
                ? Optional.ofNullable(byValue.get(node.inputs().get(at)))
                        .filter(tensor -> tensor.info().hasEntries())
                : Optional.empty();
    }

    /** Operators of whole numbers take the zero point off and leave scales to what follows them. */
    private static ListedTensor shifted(OnnxNode user, Place place, ListedTensor stored, ListedTensor zeroPoint) {
        Steps steps = Steps.of(stored.info().shape(), zeroPoint.info().shape(), place.axis(), 0);
        if (steps == null) {
            return ListedTensor.unreadable(
                    stored.info().withSkipReason("integers whose zero points do not fit " + user.operator()));
        }
        TensorInfo info = TensorInfo.of(
                        stored.info().name(), ElementType.F32, stored.info().shape())
                .withStoredAs(stored.info().dtype() + " with zero points")
                .withNote("whole numbers less the zero point of " + user.operator()
                        + "; scales, if any, follow in the model and are not applied");
        return new ListedTensor(info, job -> {
            double[] values = stored.source().read(job);
            double[] offsets = zeroPoint.source().read(job);
            double[] weights = MemoryBudget.allocate(values.length, job.label());
            for (int i = 0; i < values.length; i++) {
                weights[i] = values[i] - offsets[steps.at(i)];
            }
            return weights;
        });
    }

    private static ListedTensor linear(
            OnnxNode user, Place place, ListedTensor stored, ListedTensor scale, Optional<ListedTensor> zeroPoint) {
        List<Long> shape = stored.info().shape();
        Steps steps = Steps.of(shape, scale.info().shape(), place.axis(), (int) user.number("block_size", 0));
        TensorInfo info = TensorInfo.of(stored.info().name(), ElementType.F32, shape)
                .withStoredAs(stored.info().dtype() + " with scales")
                .withNote("dequantised by " + user.operator());
        if (steps == null) {
            return ListedTensor.unreadable(
                    stored.info().withSkipReason("integers whose scales do not fit " + user.operator()));
        }
        return new ListedTensor(info, job -> {
            double[] values = stored.source().read(job);
            double[] factors = scale.source().read(job);
            double[] offsets = zeroPoint.isPresent() ? zeroPoint.get().source().read(job) : new double[factors.length];
            double[] weights = MemoryBudget.allocate(values.length, job.label());
            requireAs(offsets.length >= factors.length, job);
            for (int i = 0; i < values.length; i++) {
                int at = steps.at(i);
                weights[i] = (values[i] - offsets[at]) * factors[at];
            }
            return weights;
        });
    }

    /** Which scale belongs to an entry: index i along the axis, in blocks of {@code block}, counted {@code outer}×{@code inner} times. */
    private record Steps(int axisSize, int inner, int block, int blocks, boolean one, boolean blocked) {
        static Steps of(List<Long> shape, List<Long> scales, int axis, int block) {
            long count = scales.stream().reduce(1L, (a, b) -> a * b);
            if (count == 1) {
                return new Steps(1, 1, 1, 1, true, false);
            }
            int at = axis < 0 ? axis + shape.size() : axis;
            if (at < 0 || at >= shape.size()) {
                return null;
            }
            int size = shape.get(at).intValue();
            int inner = shape.subList(at + 1, shape.size()).stream()
                    .reduce(1L, (a, b) -> a * b)
                    .intValue();
            if (block == 0) {
                return count == size ? new Steps(size, inner, 1, size, false, false) : null;
            }
            int blocks = (size + block - 1) / block;
            long entries = shape.stream().reduce(1L, (a, b) -> a * b);
            return count == entries / size * blocks ? new Steps(size, inner, block, blocks, false, true) : null;
        }

        int at(int entry) {
            if (one) {
                return 0;
            }
            int index = entry / inner % axisSize / block;
            return blocked ? (entry / inner / axisSize * blocks + index) * inner + entry % inner : index;
        }
    }

    private static ListedTensor packed(
            OnnxNode user, ListedTensor stored, ListedTensor scale, Optional<ListedTensor> zeroPoint) {
        int bits = (int) user.number("bits", 4);
        long block = user.number("block_size", 0);
        long rows = user.number("N", 0);
        long columns = user.number("K", 0);
        boolean sound = rows > 0 && columns > 0 && block > 0 && (bits == 2 || bits == 4 || bits == LARGEST_BITS);
        long blocks = sound ? (columns + block - 1) / block : 0;
        long bytes = stored.info().shape().stream().reduce(1L, (a, b) -> a * b);
        if (!sound || bytes != rows * blocks * (block * bits / LARGEST_BITS)) {
            return ListedTensor.unreadable(stored.info().withSkipReason("integers packed for " + PACKED));
        }
        TensorInfo info = TensorInfo.of(stored.info().name(), ElementType.F32, List.of(rows, columns))
                .withStoredAs(PACKED + ", " + bits + " bits")
                .withNote("dequantised");
        return new ListedTensor(info, job -> {
            double[] words = stored.source().read(job);
            double[] factors = scale.source().read(job);
            double[] zeros = zeroPoint.isPresent() ? zeroPoint.get().source().read(job) : new double[0];
            double[] weights = MemoryBudget.allocate(rows * columns, job.label());
            requireAs(factors.length >= rows * blocks, job);
            int each = LARGEST_BITS / bits;
            long zeroBytes = (blocks + each - 1) / each;
            for (int i = 0; i < weights.length; i++) {
                int row = (int) (i / columns);
                int column = (int) (i % columns);
                int group = (int) (row * blocks + column / block);
                int at = (int) (group * block + column % block);
                int zero = zeros.length == 0
                        ? 1 << (bits - 1)
                        : field(zeros, (int) (row * zeroBytes * each + column / block), bits);
                weights[i] = (field(words, at, bits) - zero) * factors[group];
            }
            return weights;
        });
    }

    private static int field(double[] bytes, int index, int bits) {
        int each = LARGEST_BITS / bits;
        return (int) bytes[index / each] >> index % each * bits & (1 << bits) - 1;
    }

    private static void requireAs(boolean sound, ReadJob job) throws BadInputException {
        if (!sound) {
            throw new BadInputException(
                    job.label() + " has scales or zero points that do not fit it: the file is damaged.");
        }
    }
}
