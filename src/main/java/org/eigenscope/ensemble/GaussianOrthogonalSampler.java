package org.eigenscope.ensemble;

import java.util.random.RandomGenerator;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.spectrum.bidiagonal.QuotientDifference;

/**
 * Exact draws of the N eigenvalues of a symmetric matrix of independent normal entries (the Gaussian orthogonal ensemble), whose
 * density of states tends to the semicircle.
 *
 * <p>The tridiagonal model of I. Dumitriu and A. Edelman (J. Math. Phys. 43, 2002) with β = 1: diagonal N(0, 1), squared off-diagonal
 * χ²(N − i)/2, eigenvalues over √(2N) on [−1, 1] in the limit. Shifted to be positive definite, it is a product of bidiagonal
 * factors, whose singular values are found in time O(N²) and memory O(N); accurate to about N·2^−52 of the radius. Immutable.
 *
 * @param center m, any finite number
 * @param radius R, positive and finite
 * @param size N, at least 1
 */
public record GaussianOrthogonalSampler(double center, double radius, int size) {
    public GaussianOrthogonalSampler {
        if (!Double.isFinite(center) || !(radius > 0 && radius <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("center = " + center + " or radius = " + radius + " is out of range");
        }
        if (size < 1) {
            throw new IllegalArgumentException("size = " + size + " is not positive");
        }
    }

    /**
     * One draw of all N eigenvalues, ascending. The same generator state gives the same draw.
     *
     * @throws NoConvergenceException if the eigenvalue iteration fails, which is not known to happen
     */
    public double[] sample(RandomGenerator random) throws NoConvergenceException {
        double[] diagonal = new double[size];
        double[] squaredOff = new double[size - 1];
        for (int i = 0; i < size; i++) {
            diagonal[i] = random.nextGaussian();
            if (i < size - 1) {
                squaredOff[i] = ChiSquared.sample(size - 1 - i, random) / 2;
            }
        }
        double shift = bound(diagonal, squaredOff);
        double[] pivots = new double[size];
        double[] below = new double[size - 1];
        for (int i = 0; i < size; i++) {
            pivots[i] = diagonal[i] + shift - (i == 0 ? 0 : below[i - 1]);
            if (i < size - 1) {
                below[i] = squaredOff[i] / pivots[i];
            }
        }
        double[] eigenvalues = QuotientDifference.eigenvalues(pivots, below);
        double unit = radius / Math.sqrt(2.0 * size);
        for (int i = 0; i < size; i++) {
            eigenvalues[i] = center + unit * (eigenvalues[i] - shift);
        }
        return eigenvalues;
    }

    /** Above the largest modulus of an eigenvalue, by Gershgorin's circles. */
    private static double bound(double[] diagonal, double[] squaredOff) {
        double most = 1;
        for (int i = 0; i < diagonal.length; i++) {
            double before = i == 0 ? 0 : Math.sqrt(squaredOff[i - 1]);
            double after = i == diagonal.length - 1 ? 0 : Math.sqrt(squaredOff[i]);
            most = Math.max(most, Math.abs(diagonal[i]) + before + after);
        }
        return 1.01 * most;
    }
}
