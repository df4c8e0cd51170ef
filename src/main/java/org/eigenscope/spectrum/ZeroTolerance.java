package org.eigenscope.spectrum;

import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.spectrum.Spectrum.Source;

/**
 * The singular value at or below which a matrix is as good as rank deficient, given how its entries are stored.
 *
 * <p>For entries stored in single precision or better, σ ≤ σmax·√max(m, n)·ε, that is λ ≤ λmax·max(m, n)·ε². For half types
 * this would reach into the bulk (bfloat16, 4096 wide: σ ≤ σmax/2), so there it is twice the norm that rounding the
 * entries has by itself, a random matrix of standard deviation at most ε·rms/√12: σ ≤ ε·rms·(√m + √n)/√3, with rms the
 * root mean square of the entries.
 */
final class ZeroTolerance {
    private ZeroTolerance() {}

    /**
     * The tolerance in the units of the eigenvalues.
     *
     * @param eigenvalues all of one matrix, or of several of the same shape and type
     * @param matrix one of these
     * @param source whether the eigenvalues are squared singular values, or singular values up to sign
     */
    static double of(double[] eigenvalues, Matrix matrix, Source source) {
        double largest = 0;
        double sum = 0;
        for (double value : eigenvalues) {
            largest = Math.max(largest, Math.abs(value));
            sum += source == Source.GRAM ? value : value * value;
        }
        double epsilon = matrix.elementType().epsilon();
        double root = Math.sqrt(matrix.largerSide()) * epsilon;
        if (isHalf(matrix.elementType())) {
            double count = (double) eigenvalues.length * matrix.largerSide();
            double norm = (Math.sqrt(matrix.rows()) + Math.sqrt(matrix.columns())) * epsilon / Math.sqrt(3);
            double singularValue = Math.sqrt(sum / count) * norm;
            return source == Source.GRAM ? singularValue * singularValue : singularValue;
        }
        return largest * (source == Source.GRAM ? root * root : root);
    }

    private static boolean isHalf(ElementType type) {
        return type == ElementType.F16 || type == ElementType.BF16;
    }
}
