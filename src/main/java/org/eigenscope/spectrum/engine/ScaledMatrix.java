package org.eigenscope.spectrum.engine;

import java.util.List;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;

/**
 * A matrix W seen as 2^−e·W, with e chosen so that products of entries neither overflow nor vanish.
 *
 * <p>A power of two changes no digit, so scaling loses nothing; only extreme matrices are scaled.
 *
 * @param matrix W
 * @param exponent e, 0 for ordinary matrices
 */
public record ScaledMatrix(Matrix matrix, int exponent) {
    /** Between 2^−300 and 2^300 a sum of squares and its 2^−104 part both fit a double. */
    private static final int ORDINARY_EXPONENT = 300;

    /** The exponent that brings a matrix with this largest absolute entry into the safe range. */
    public static int exponentFor(double largestAbsolute) {
        if (largestAbsolute == 0) {
            return 0;
        }
        int exponent = Math.getExponent(largestAbsolute);
        return Math.abs(exponent) > ORDINARY_EXPONENT ? exponent : 0;
    }

    /** Rows m of the matrix. */
    public int rows() {
        return matrix.rows();
    }

    /** Columns n of the matrix. */
    public int columns() {
        return matrix.columns();
    }

    /** The smaller side min(m, n). */
    public int smallerSide() {
        return matrix.smallerSide();
    }

    /** The larger side max(m, n). */
    public int largerSide() {
        return matrix.largerSide();
    }

    /** The type in which the file stored the entries. */
    public ElementType elementType() {
        return matrix.elementType();
    }

    /** The facts of this matrix alone, in its scaled units. */
    public MatrixFacts subject() {
        return MatrixFacts.of(List.of(matrix), exponent);
    }

    /** How many entries the matrix has, m·n. */
    public long entryCount() {
        return (long) rows() * columns();
    }

    /** The scaled values, row-major, not to be written: the matrix's own array when no scaling is needed. */
    public double[] valuesForReading() {
        return exponent == 0 ? matrix.valuesForReading() : copyOfValues();
    }

    /** A fresh row-major array of the scaled values. */
    public double[] copyOfValues() {
        double[] copy = matrix.valuesForReading().clone();
        if (exponent != 0) {
            for (int i = 0; i < copy.length; i++) {
                copy[i] = Math.scalb(copy[i], -exponent);
            }
        }
        return copy;
    }

    /**
     * A fresh array of the scaled values of a square matrix, with each pair of mirrored entries replaced by its mean, so
     * that solvers which read different triangles agree.
     */
    public double[] symmetrizedCopy() {
        double[] copy = copyOfValues();
        int n = rows();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * copy[i * n + j] + 0.5 * copy[j * n + i];
                copy[i * n + j] = mean;
                copy[j * n + i] = mean;
            }
        }
        return copy;
    }
}
