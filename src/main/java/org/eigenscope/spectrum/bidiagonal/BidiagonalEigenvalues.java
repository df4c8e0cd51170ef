package org.eigenscope.spectrum.bidiagonal;

import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.error.NoConvergenceException;

/**
 * The eigenvalues of T = L·Lᵀ for a lower bidiagonal L, each to high relative accuracy however small it is.
 *
 * <p>The matrix is split at negligible couplings. Large blocks go to {@link SimultaneousLaguerre}, which processes
 * several eigenvalues per instruction. Small blocks, and blocks with eigenvalues over more than 270 decades, go to
 * {@link QuotientDifference}. Time O(N²), memory O(N).
 *
 * <p>Accuracy: relative error of order N·2^−52 in every eigenvalue above 2^−1000 times the largest number given;
 * smaller ones may come out as 0.
 */
public final class BidiagonalEigenvalues {
    /** Blocks of fewer rows are faster one eigenvalue at a time. */
    private static final int LARGE = 32;

    private BidiagonalEigenvalues() {}

    /**
     * All eigenvalues, ascending.
     *
     * @param squaredDiagonal q_1…q_N, the squares of L_ii, finite and not negative, N ≥ 1
     * @param squaredSubdiagonal e_1…e_{N−1}, the squares of L_{i+1,i}, finite and not negative
     * @throws IllegalArgumentException if the lengths do not fit or a number is negative or not finite
     * @throws NoConvergenceException if the iteration fails, which is not known to happen
     */
    public static double[] of(double[] squaredDiagonal, double[] squaredSubdiagonal) throws NoConvergenceException {
        int n = squaredDiagonal.length;
        if (n < LARGE) {
            return QuotientDifference.eigenvalues(squaredDiagonal, squaredSubdiagonal);
        }
        int exponent = QuotientDifference.exponentOf(squaredDiagonal, squaredSubdiagonal);
        double[] q = QuotientDifference.scaled(squaredDiagonal, exponent);
        double[] e = QuotientDifference.scaled(squaredSubdiagonal, exponent);
        double[] eigenvalues = new double[n];
        int first = 0;
        double pivot = q[0];
        for (int i = 0; i < n; i++) {
            // dropping √e_i changes no singular value relatively by more than √(e_i/pivot)
            if (i == n - 1 || e[i] <= QuotientDifference.NEGLIGIBLE * pivot) {
                double[] part = ofPart(Arrays.copyOfRange(q, first, i + 1), Arrays.copyOfRange(e, first, i));
                System.arraycopy(part, 0, eigenvalues, first, part.length);
                first = i + 1;
                pivot = i < n - 1 ? q[i + 1] : 0;
            } else {
                pivot = q[i + 1] * (pivot / (pivot + e[i]));
            }
        }
        Arrays.sort(eigenvalues);
        return QuotientDifference.scaled(eigenvalues, -exponent);
    }

    private static double[] ofPart(double[] q, double[] e) throws NoConvergenceException {
        Optional<double[]> together = q.length < LARGE ? Optional.empty() : SimultaneousLaguerre.eigenvalues(q, e);
        return together.isPresent() ? together.get() : QuotientDifference.eigenvalues(q, e);
    }
}
