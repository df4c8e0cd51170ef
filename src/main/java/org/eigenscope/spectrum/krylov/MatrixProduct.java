package org.eigenscope.spectrum.krylov;

import java.util.Arrays;
import org.eigenscope.spectrum.engine.ScaledMatrix;

/** Products of a matrix with vectors, between its smaller side and its larger one. */
final class MatrixProduct {
    private final double[] values;
    private final int rows;
    private final int columns;

    MatrixProduct(ScaledMatrix matrix) {
        values = matrix.valuesForReading();
        rows = matrix.rows();
        columns = matrix.columns();
    }

    /** out ← A·x + factor·out, with A the matrix or its transpose, whichever takes the smaller side to the larger. */
    void towardsLarger(double[] x, double[] out, double factor) {
        KrylovBasis.multiply(out, factor);
        if (rows >= columns) {
            addRowProducts(x, out);
        } else {
            addTransposed(x, out);
        }
    }

    /** out ← Aᵀ·x with the same A. */
    void towardsSmaller(double[] x, double[] out) {
        Arrays.fill(out, 0);
        if (rows >= columns) {
            addTransposed(x, out);
        } else {
            addRowProducts(x, out);
        }
    }

    private void addRowProducts(double[] x, double[] out) {
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            int offset = i * columns;
            for (int j = 0; j < columns; j++) {
                sum += values[offset + j] * x[j];
            }
            out[i] += sum;
        }
    }

    private void addTransposed(double[] x, double[] out) {
        for (int i = 0; i < rows; i++) {
            double factor = x[i];
            int offset = i * columns;
            for (int j = 0; j < columns; j++) {
                out[j] += factor * values[offset + j];
            }
        }
    }
}
