package org.eigenscope.spectrum.engine;

import org.eigenscope.matrix.ElementType;
import org.eigenscope.spectrum.Spectrum.Source;

/**
 * The singular value at or below which a matrix is as good as rank deficient, given how its entries are stored.
 *
 * <p>For entries stored in single precision or better, σ ≤ σmax·√max(m, n)·ε, that is λ ≤ λmax·max(m, n)·ε². For half types
 * this would reach into the bulk (bfloat16, 4096 wide: σ ≤ σmax/2), so there it is twice the norm that rounding the
 * entries has by itself, a random matrix of standard deviation at most ε·rms/√12: σ ≤ ε·rms·(√m + √n)/√3, with rms the
 * root mean square of the entries.
 */
public final class ZeroTolerance {
    private ZeroTolerance() {}

    /**
     * The tolerance in the units of the eigenvalues.
     *
     * @param eigenvalues all of one matrix, or of several of the same shape and type
     * @param subject what they are of
     * @param source whether they are squared singular values, or singular values up to sign
     */
    public static double of(double[] eigenvalues, MatrixFacts subject, Source source) {
        double largest = 0;
        double sum = 0;
        for (double value : eigenvalues) {
            largest = Math.max(largest, Math.abs(value));
            sum += source.isSquared() ? value : value * value;
        }
        return of(largest, sum, subject, source);
    }

    /**
     * As above.
     *
     * @param largest |λ|max
     * @param squares the sum of all squared singular values, that is of the squares of all entries
     */
    public static double of(double largest, double squares, MatrixFacts subject, Source source) {
        double epsilon = subject.elementType().epsilon();
        double root = Math.sqrt(subject.largerSide()) * epsilon;
        if (isHalf(subject.elementType())) {
            double count = (double) subject.count() * subject.rows() * subject.columns();
            double norm = (Math.sqrt(subject.rows()) + Math.sqrt(subject.columns())) * epsilon / Math.sqrt(3);
            double singularValue = Math.sqrt(squares / count) * norm;
            return source.isSquared() ? singularValue * singularValue : singularValue;
        }
        return largest * (source.isSquared() ? root * root : root);
    }

    private static boolean isHalf(ElementType type) {
        return type == ElementType.F16 || type == ElementType.BF16;
    }
}
