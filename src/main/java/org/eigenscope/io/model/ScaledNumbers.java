package org.eigenscope.io.model;

import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;

/**
 * Weights stored as eight-bit numbers with scales beside them: W = scale·(q − zero point), where a scale is one number, one for each
 * row, one for each row and group of columns, or one for each block of rows and columns. The sizes tell which: a side of the scales
 * divides, rounding up, that of the weights.
 */
final class ScaledNumbers {
    /** Of DeepSeek's models and their kin, 128×128. */
    private static final long USUAL_BLOCK = 128;

    private final TensorInfo weight;
    private final TensorInfo scale;
    private final Optional<TensorInfo> zeroPoint;
    private final double factor;
    private final List<Long> block;

    /**
     * Weights and their scales.
     *
     * @param block the rows and columns of a block, if the model's settings say
     * @param factor what every scale is multiplied by, 1/127 where it is the largest number of a row
     */
    ScaledNumbers(
            TensorInfo weight, TensorInfo scale, Optional<TensorInfo> zeroPoint, double factor, List<Long> block) {
        this.weight = weight;
        this.scale = scale;
        this.zeroPoint = zeroPoint;
        this.factor = factor;
        this.block = List.copyOf(block);
    }

    /**
     * The weights under the name of what is stored.
     *
     * @throws BadInputException with a clause and not a sentence, if the sizes do not fit
     */
    PackedTensor tensor() throws BadInputException {
        List<Long> shape = weight.shape();
        Grid scales = Grid.of(scale, shape, block);
        Optional<Grid> zeros =
                zeroPoint.isPresent() ? Optional.of(Grid.of(zeroPoint.get(), shape, block)) : Optional.empty();
        ElementType type = weight.elementType()
                .filter(stored -> stored.name().startsWith("F8"))
                .orElse(ElementType.F32);
        TensorInfo info = TensorInfo.of(weight.name(), type, shape)
                .withStoredAs(weight.dtype() + " with scales")
                .withNote("dequantised with " + scale.name());
        return new PackedTensor(info, stored -> {
            double[] values = stored.entries(weight.name());
            double[] factors = stored.entries(scale.name());
            double[] offsets =
                    zeros.isPresent() ? stored.entries(zeroPoint.get().name()) : new double[0];
            int columns = shape.get(shape.size() - 1).intValue();
            double[] weights = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double offset = zeros.isPresent() ? offsets[zeros.get().at(i / columns, i % columns)] : 0;
                weights[i] = factor * factors[scales.at(i / columns, i % columns)] * (values[i] - offset);
            }
            return weights;
        });
    }

    /**
     * Which number of a grid belongs to an entry of a matrix.
     *
     * @param rowsEach rows that share one
     * @param columnsEach columns that share one
     * @param columns how many there are in a row of the grid
     */
    private record Grid(long rowsEach, long columnsEach, long columns) {
        static Grid of(TensorInfo numbers, List<Long> shape, List<Long> block) throws BadInputException {
            List<Long> grid = numbers.shape().stream().filter(size -> size != 1).toList();
            long columns = shape.get(shape.size() - 1);
            long rows = shape.stream().reduce(1L, (a, b) -> a * b) / Math.max(columns, 1);
            long entries = grid.stream().reduce(1L, (a, b) -> a * b);
            boolean acrossColumns = grid.size() == 1
                    && numbers.shape().size() == 2
                    && numbers.shape().get(0) == 1;
            if (grid.isEmpty()) {
                return new Grid(rows, columns, 1);
            }
            if (acrossColumns && columns % entries == 0) {
                return new Grid(rows, columns / entries, entries);
            }
            if (grid.size() == 1 && rows % entries == 0) {
                return new Grid(rows / entries, columns, 1);
            }
            if (grid.size() == 2) {
                long down = blockSize(rows, grid.get(0), block.isEmpty() ? USUAL_BLOCK : block.get(0));
                long across = blockSize(columns, grid.get(1), block.isEmpty() ? USUAL_BLOCK : block.get(1));
                if (down > 0 && across > 0) {
                    return new Grid(down, across, grid.get(1));
                }
            }
            throw new BadInputException(
                    "numbers of eight bits whose scales, " + numbers.shapeText() + ", do not fit their shape");
        }

        /** The size that is likely if so many such blocks cover the side, else the one that divides it; 0 if none does. */
        private static long blockSize(long side, long blocks, long likely) {
            if (side > likely && (side + likely - 1) / likely == blocks) {
                return likely;
            }
            return side % blocks == 0 ? side / blocks : 0;
        }

        int at(long row, long column) {
            return (int) (row / rowsEach * columns + column / columnsEach);
        }
    }
}
