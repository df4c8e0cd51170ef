package org.eigenscope.ensemble.structure;

import java.util.random.RandomGenerator;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;

/**
 * Eigenvalues of Σ^(1/2) Q X Qᵀ Σ^(1/2) for diagonal Σ and X and a random orthogonal Q, whose law tends to the free
 * multiplicative convolution of theirs.
 *
 * <p>Q = S·H·S′ with H the discrete Hartley matrix cas(2πjk/n)/√n and S, S′ random signed permutations: such matrices are
 * asymptotically liberating (G. W. Anderson and B. Farrell, Adv. Math. 255, 2014), so that the limit is that of Haar's
 * Q, at the cost of filling an n×n matrix.
 */
public final class FreeProductSampler {
    private FreeProductSampler() {}

    /**
     * One draw, ascending.
     *
     * @param population the n eigenvalues of Σ, not negative
     * @param spectrum the n eigenvalues of X, not negative
     * @throws IllegalArgumentException if the lengths differ or are below 2, or a value is negative or not finite
     * @throws EigenscopeException if memory does not suffice, the solver fails or the work was cancelled
     */
    public static double[] sample(double[] population, double[] spectrum, RandomGenerator random, CancelToken cancel)
            throws EigenscopeException {
        int n = population.length;
        if (n != spectrum.length || n < 2) {
            throw new IllegalArgumentException(
                    n + " and " + spectrum.length + " eigenvalues are not two sets of one size");
        }
        double[] left = signedRoots(population, random);
        double[] right = signedRoots(spectrum, random);
        double[] cas = new double[n];
        for (int k = 0; k < n; k++) {
            double angle = 2 * Math.PI * k / n;
            cas[k] = (Math.cos(angle) + Math.sin(angle)) / Math.sqrt(n);
        }
        EntryTable entries = new EntryTable(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries.set(i, j, left[i] * cas[(int) ((long) i * j % n)] * right[j]);
            }
        }
        return entries.squaredSingularValues(1, cancel);
    }

    /** √x_π(i) with random signs and a random permutation π (Fisher and Yates). */
    private static double[] signedRoots(double[] values, RandomGenerator random) {
        double[] roots = new double[values.length];
        for (int i = 0; i < roots.length; i++) {
            if (!(values[i] >= 0 && values[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("eigenvalue = " + values[i] + " is negative or not finite");
            }
            roots[i] = random.nextBoolean() ? Math.sqrt(values[i]) : -Math.sqrt(values[i]);
        }
        for (int i = roots.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = roots[i];
            roots[i] = roots[j];
            roots[j] = kept;
        }
        return roots;
    }
}
