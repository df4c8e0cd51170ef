package org.eigenscope.spectrum.engine;

import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.NonFiniteEntriesException;
import org.eigenscope.matrix.Matrix;

/** Statistics of the entries of one or more matrices that are analysed together, computed before any decomposition. */
public final class EntryStatistics {
    private EntryStatistics() {}

    /**
     * The largest absolute entry.
     *
     * @throws BadInputException if any entry is NaN or infinite, saying how many and where the first is
     */
    public static double largestAbsolute(List<Matrix> matrices) throws BadInputException {
        double largest = 0;
        for (Matrix matrix : matrices) {
            boolean finite = true;
            for (double value : matrix.valuesForReading()) {
                finite &= Double.isFinite(value);
                largest = Math.max(largest, Math.abs(value));
            }
            if (!finite) {
                throw nonFinite(matrix);
            }
        }
        return largest;
    }

    /**
     * The population variance E|w|² − |E w|² of all entries of 2^−exponent·W, which are equally stored; the mean comes first, so that
     * an offset costs no digits.
     */
    static double scaledVariance(List<Matrix> matrices, int exponent) {
        int components = matrices.get(0).elementType().components();
        double count = 0;
        double[] mean = new double[components];
        for (Matrix matrix : matrices) {
            double[] values = matrix.valuesForReading();
            for (int i = 0; i < values.length; i++) {
                mean[i % components] += Math.scalb(values[i], -exponent);
            }
            count += (double) matrix.rows() * matrix.columns();
        }
        for (int part = 0; part < components; part++) {
            mean[part] /= count;
        }
        double squares = 0;
        for (Matrix matrix : matrices) {
            double[] values = matrix.valuesForReading();
            for (int i = 0; i < values.length; i++) {
                double deviation = Math.scalb(values[i], -exponent) - mean[i % components];
                squares += deviation * deviation;
            }
        }
        return squares / count;
    }

    private static NonFiniteEntriesException nonFinite(Matrix matrix) {
        double[] values = matrix.valuesForReading();
        int components = matrix.elementType().components();
        int count = 0;
        int first = -1;
        int latest = -1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) && i / components != latest) {
                count++;
                latest = i / components;
                first = first < 0 ? i : first;
            }
        }
        return new NonFiniteEntriesException(String.format(
                "%d of the %d entries of %s %s NaN or infinite, the first (%s) at row %d, column %d counted from 0;"
                        + " repair the matrix or leave such rows out.",
                count,
                values.length / components,
                matrix.provenance().label(),
                count == 1 ? "is" : "are",
                values[first],
                first / components / matrix.columns(),
                first / components % matrix.columns()));
    }
}
