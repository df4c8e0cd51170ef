package org.eigenscope.matrix;

import java.util.Arrays;
import java.util.Objects;

/**
 * A real matrix that holds only its stored entries, row by row; all others are zero. Immutable by contract: the arrays
 * given to it pass into its ownership.
 */
public final class SparseMatrix implements RowBlocks {
    private final int columns;
    private final int[] rowStart;
    private final int[] columnOf;
    private final double[] values;
    private final ElementType elementType;
    private final Provenance provenance;

    /**
     * Entries by rows.
     *
     * @param rowStart where each row begins among the entries, and after the last where they end
     * @param columnOf the column of each entry
     * @param values the entries; those at one place add up
     * @throws IllegalArgumentException if the parts contradict each other
     */
    public SparseMatrix(
            int columns,
            int[] rowStart,
            int[] columnOf,
            double[] values,
            ElementType elementType,
            Provenance provenance) {
        boolean sound = rowStart.length > 1
                && columns > 0
                && rowStart[0] == 0
                && rowStart[rowStart.length - 1] == values.length
                && columnOf.length == values.length
                && Arrays.stream(columnOf).allMatch(column -> column >= 0 && column < columns);
        if (!sound) {
            throw new IllegalArgumentException("the parts of a sparse matrix contradict each other");
        }
        this.columns = columns;
        this.rowStart = rowStart;
        this.columnOf = columnOf;
        this.values = values;
        this.elementType = Objects.requireNonNull(elementType, "elementType");
        this.provenance = Objects.requireNonNull(provenance, "provenance");
    }

    @Override
    public int rows() {
        return rowStart.length - 1;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public ElementType elementType() {
        return elementType;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    /** How many entries are held. */
    public int entryCount() {
        return values.length;
    }

    /** The entries that are held, for algorithms that only read. Must not be written. */
    public double[] valuesForReading() {
        return values;
    }

    /** out ← factor·W·x + out. */
    public void addProduct(double factor, double[] x, double[] out) {
        for (int row = 0; row < rows(); row++) {
            double sum = 0;
            for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
                sum += values[i] * x[columnOf[i]];
            }
            out[row] += factor * sum;
        }
    }

    /** out ← factor·Wᵀ·x + out. */
    public void addTransposedProduct(double factor, double[] x, double[] out) {
        for (int row = 0; row < rows(); row++) {
            double weight = factor * x[row];
            for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
                out[columnOf[i]] += weight * values[i];
            }
        }
    }

    @Override
    public Pass pass() {
        return new Walk();
    }

    private final class Walk implements Pass {
        private int row;

        @Override
        public void next(double[] out, int count) {
            Arrays.fill(out, 0, count * columns, 0);
            for (int at = 0; at < count; at++, row++) {
                for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
                    out[at * columns + columnOf[i]] += values[i];
                }
            }
        }

        @Override
        public void close() {
            // the matrix is in memory, so there is nothing to close
        }
    }
}
