package org.eigenscope.spectrum.engine;

import java.util.SplittableRandom;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NonFiniteEntriesException;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.matrix.SparseMatrix;

/**
 * A summary of a matrix from two passes over its rows, made before any product.
 *
 * @param exponent e such that 2^−e·W has products that neither overflow nor vanish
 * @param sum of the entries of 2^−e·W; of a complex matrix the absolute value of that sum
 * @param squares the squared Frobenius norm of 2^−e·W
 * @param isSymmetric whether W is symmetric as far as one random vector can tell
 */
public record RowSummary(int exponent, double sum, double squares, boolean isSymmetric) {
    private static final long SEED = 8_191L;
    private static final double SINGLE_EPSILON = 0x1p-23;

    /** As in {@link Symmetry}: two rounding units for storing and eight for summing, each in its mean norm. */
    private static final double ROUNDINGS = 2;

    private static final double SUMMATION_ROUNDINGS = 8;

    /** Walks over the matrix twice, {@code rowsAtATime} rows at a time, and summarises its entries. */
    public static RowSummary of(RowBlocks matrix, int rowsAtATime, Job job) throws EigenscopeException {
        Walk walk = new Walk(matrix, rowsAtATime, job);
        Extremes extremes = new Extremes(matrix.columns());
        walk.forEach(extremes::add);
        extremes.requireFinite(matrix);
        Sums sums = new Sums(matrix, ScaledMatrix.exponentFor(extremes.largest));
        walk.forEach(sums::add);
        return new RowSummary(sums.exponent, sums.sum(), sums.squares, sums.isSymmetric());
    }

    /** The summary of a sparse matrix, in time proportional to its stored entries. */
    public static RowSummary of(SparseMatrix matrix) throws BadInputException {
        double largest = 0;
        for (double value : matrix.valuesForReading()) {
            if (!Double.isFinite(value)) {
                throw new NonFiniteEntriesException(matrix.provenance().label()
                        + " has entries that are NaN or infinite; repair the matrix or leave such rows out.");
            }
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = ScaledMatrix.exponentFor(largest);
        double sum = 0;
        double squares = 0;
        for (double value : matrix.valuesForReading()) {
            double scaled = Math.scalb(value, -exponent);
            sum += scaled;
            squares += scaled * scaled;
        }
        return new RowSummary(exponent, sum, squares, isSymmetric(matrix, exponent, squares));
    }

    private static boolean isSymmetric(SparseMatrix matrix, int exponent, double squares) {
        if (matrix.rows() != matrix.columns()) {
            return false;
        }
        double[] signs = new SplittableRandom(SEED)
                .ints(matrix.columns(), 0, 2)
                .mapToDouble(bit -> 2 * bit - 1)
                .toArray();
        double[] difference = new double[signs.length];
        double scale = Math.scalb(1.0, -exponent);
        matrix.addProduct(scale, signs, difference);
        matrix.addTransposedProduct(-scale, signs, difference);
        double norm = 0;
        for (double value : difference) {
            norm = Math.hypot(norm, value);
        }
        return norm <= (ROUNDINGS + SUMMATION_ROUNDINGS) * matrix.elementType().epsilon() * Math.sqrt(squares);
    }

    /** Processes some consecutive rows of a pass. */
    @FunctionalInterface
    private interface Look {
        void at(double[] entries, int firstRow, int count);
    }

    private record Walk(RowBlocks matrix, int rowsAtATime, Job job) {
        void forEach(Look look) throws EigenscopeException {
            double[] entries = new double[rowsAtATime * matrix.columns()];
            try (RowBlocks.Pass pass = matrix.pass()) {
                for (int row = 0; row < matrix.rows(); row += rowsAtATime) {
                    job.checkpoint("Looking at the entries", (double) row / matrix.rows());
                    int count = Math.min(rowsAtATime, matrix.rows() - row);
                    pass.next(entries, count);
                    look.at(entries, row, count);
                }
            }
        }
    }

    private static final class Extremes {
        private final int columns;
        private double largest;
        private long nonFinite;
        private long firstNonFinite;

        Extremes(int columns) {
            this.columns = columns;
        }

        void add(double[] entries, int firstRow, int count) {
            for (int i = 0; i < count * columns; i++) {
                double size = Math.abs(entries[i]);
                if (size <= Double.MAX_VALUE) {
                    largest = Math.max(largest, size);
                } else if (nonFinite++ == 0) {
                    firstNonFinite = (long) firstRow * columns + i;
                }
            }
        }

        void requireFinite(RowBlocks matrix) throws BadInputException {
            if (nonFinite > 0) {
                Provenance of = matrix.provenance();
                throw new NonFiniteEntriesException(nonFinite + " entries of " + of.label()
                        + " are NaN or infinite, the first at row " + firstNonFinite / columns + ", column "
                        + firstNonFinite % columns + " counted from 0; repair the matrix or leave such rows out.");
            }
        }
    }

    /** Sums, and for a square matrix W·x and Wᵀ·x of a vector x of random signs. */
    private static final class Sums {
        private final int columns;
        private final int exponent;
        private final double epsilon;
        private final double[] signs;
        private final double[] image;
        private final double[] mirrored;
        private final double[] parts;
        private double squares;
        private double trace;

        Sums(RowBlocks matrix, int exponent) {
            this.columns = matrix.columns();
            this.exponent = exponent;
            this.epsilon = matrix.elementType().epsilon();
            this.parts = new double[matrix.copies()];
            boolean square = matrix.rows() == columns;
            SplittableRandom random = new SplittableRandom(SEED);
            signs = square
                    ? random.ints(columns, 0, 2).mapToDouble(bit -> 2 * bit - 1).toArray()
                    : new double[0];
            image = new double[signs.length];
            mirrored = new double[signs.length];
        }

        void add(double[] entries, int firstRow, int count) {
            for (int i = 0; i < count; i++) {
                addRow(entries, i * columns, firstRow + i);
            }
        }

        private void addRow(double[] entries, int from, int row) {
            double scale = Math.scalb(1.0, -exponent);
            for (int j = 0; j < columns; j++) {
                double value = exponent == 0 ? entries[from + j] : Math.scalb(entries[from + j], -exponent);
                // in a real form the first of each two rows has all real parts, and all imaginary ones with their sign
                // turned
                if (row % parts.length == 0) {
                    parts[j % parts.length] += value;
                }
                squares += value * value;
            }
            if (signs.length > 0) {
                double product = 0;
                for (int j = 0; j < columns; j++) {
                    product += entries[from + j] * scale * signs[j];
                    mirrored[j] += entries[from + j] * scale * signs[row];
                }
                image[row] = product;
                trace += Math.abs(entries[from + row] * scale);
            }
        }

        double sum() {
            return parts.length == 1 ? parts[0] : Math.hypot(parts[0], parts[1]);
        }

        boolean isSymmetric() {
            if (signs.length == 0) {
                return false;
            }
            double difference = 0;
            for (int i = 0; i < image.length; i++) {
                difference = Math.hypot(difference, image[i] - mirrored[i]);
            }
            double storing = ROUNDINGS * epsilon * Math.sqrt(squares);
            double summing = SUMMATION_ROUNDINGS * Math.min(epsilon, SINGLE_EPSILON) * trace;
            return difference <= storing + summing;
        }
    }
}
