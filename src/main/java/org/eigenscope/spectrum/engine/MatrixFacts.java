package org.eigenscope.spectrum.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.spectrum.Spectrum;

/**
 * The facts about a matrix that turn solved eigenvalues into a spectrum; its entries are not among them.
 *
 * @param label the name that users know
 * @param rows of the matrix, or of each of those pooled
 * @param columns likewise
 * @param elementType how entries are stored
 * @param count matrices pooled
 * @param scaledVariance the variance of the entries of 2^−e·W, asked for only when a normalisation needs it
 */
public record MatrixFacts(
        String label, int rows, int columns, ElementType elementType, int count, DoubleSupplier scaledVariance) {
    /** The facts of one matrix, or of several equally shaped ones that are pooled, seen as 2^−exponent·W. */
    public static MatrixFacts of(List<Matrix> matrices, int exponent) {
        Matrix first = matrices.get(0);
        return new MatrixFacts(
                first.provenance().label(),
                first.rows(),
                first.columns(),
                first.elementType(),
                matrices.size(),
                () -> EntryStatistics.scaledVariance(matrices, exponent));
    }

    /** The facts of a product, given by a core matrix that has the same singular values except zeros. */
    public static MatrixFacts of(LowRankProduct product, Matrix core, int exponent) {
        return new MatrixFacts(
                product.provenance().label(), product.rows(), product.columns(), core.elementType(), 1, () -> {
                    double squares = Arrays.stream(core.valuesForReading())
                            .map(v -> Math.scalb(v, -exponent))
                            .map(v -> v * v)
                            .sum();
                    double mean = Math.scalb(product.mean(), -exponent);
                    return Math.max(0, squares / product.rows() / product.columns() - mean * mean);
                });
    }

    /** The smaller side N = min(m, n). */
    public int smallerSide() {
        return Math.min(rows, columns);
    }

    int largerSide() {
        return Math.max(rows, columns);
    }

    /** How many eigenvalues there are: ΦᵀΦ has one for each column, of which those beyond the rows are zero. */
    public int size(Spectrum.Source source) {
        return count * (source.isOfFeatures() ? columns : smallerSide());
    }
}
