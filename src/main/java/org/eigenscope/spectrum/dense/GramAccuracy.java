package org.eigenscope.spectrum.dense;

import org.eigenscope.matrix.ElementType;
import org.eigenscope.spectrum.engine.ErrorBound;

/**
 * Decides whether eigenvalues of a Gram matrix formed in double precision are as good as squared singular values.
 *
 * <p>Forming W·Wᵀ leaves an absolute error of about √N·2^−52·λmax in each λ ({@link ErrorBound}). This destroys small
 * λ, unless the stored entries are rounded even more coarsely.
 *
 * @param relativeError the relative error that a positive eigenvalue may have
 * @param zeroTolerance the value at or below which an eigenvalue counts as zero
 */
public record GramAccuracy(double relativeError, double zeroTolerance) {
    /** Entries rounded to 24 bits or fewer blur σ by about 2^−24·σmax, which is more than this wherever it matters. */
    private static final double COARSE_RELATIVE_ERROR = 1e-4;

    private static final double FINE_RELATIVE_ERROR = 1e-9;

    /** A value counted as zero must be so by more than the error. */
    private static final double ZERO_MARGIN = 8;

    /** The decision for entries of a type, at the zero tolerance that goes with it. */
    public static GramAccuracy forType(ElementType type, double zeroTolerance) {
        boolean coarse = type.epsilon() > ElementType.F64.epsilon();
        return new GramAccuracy(coarse ? COARSE_RELATIVE_ERROR : FINE_RELATIVE_ERROR, zeroTolerance);
    }

    /** Whether all these eigenvalues of a Gram matrix are accurate enough or safely zero. */
    public boolean suffices(double[] eigenvalues) {
        double largest = 0;
        for (double value : eigenvalues) {
            largest = Math.max(largest, value);
        }
        double error = ErrorBound.gram(eigenvalues.length).absolute(largest);
        double safelyZero = ZERO_MARGIN * error <= zeroTolerance ? zeroTolerance - error : -1;
        for (double value : eigenvalues) {
            if (Math.abs(value) > safelyZero && value * relativeError < error) {
                return false;
            }
        }
        return true;
    }
}
