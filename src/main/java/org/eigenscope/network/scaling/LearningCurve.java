package org.eigenscope.network.scaling;

import java.util.Arrays;

/**
 * The expected test error of ridgeless linear regression from n samples, with features of covariance eigenvalues λ_i, an isotropic
 * random teacher w and no noise. With c the root of Σ λ_i/(λ_i + c) = n,
 *
 * <p>E(n) = Σ λ_i (c/(λ_i + c))² / (1 − (1/n) Σ (λ_i/(λ_i + c))²), for E w_i² = 1; E(0) = Σ λ_i.
 *
 * <p>Exact as the numbers of features and of samples grow in proportion (B. Simon, M. Dickens, D. Karkada and M. R. DeWeese, The
 * eigenlearning framework, arXiv 2110.03922); at n = 20 of 1,500 features it is within 5 % of simulations. c is found to the last digits.
 * Immutable.
 */
public final class LearningCurve {
    private static final int HALVINGS = 200;

    private final double[] eigenvalues;
    private final double total;

    private LearningCurve(double[] eigenvalues) {
        this.eigenvalues = eigenvalues;
        total = Arrays.stream(eigenvalues).sum();
    }

    /**
     * The curve of a spectrum.
     *
     * @param eigenvalues λ_i ≥ 0 in any order and unit, at least one of them positive
     * @throws IllegalArgumentException if one is negative or not finite, or none is positive
     */
    public static LearningCurve of(double[] eigenvalues) {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !(sorted[0] >= 0) || !(sorted[sorted.length - 1] > 0)) {
            throw new IllegalArgumentException("eigenvalues = " + Arrays.toString(eigenvalues));
        }
        if (!Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("eigenvalue = " + sorted[sorted.length - 1]);
        }
        double scale = sorted[sorted.length - 1];
        return new LearningCurve(Arrays.stream(sorted)
                .filter(lambda -> lambda > 0)
                .map(lambda -> lambda / scale)
                .toArray());
    }

    /**
     * E(n)/E(0), the part of the teacher's variance that n samples leave unexplained.
     *
     * @param samples n ≥ 0
     * @return a number from 0 to 1; 0 from as many samples on as there are positive eigenvalues
     */
    public double relativeError(int samples) {
        if (samples < 0) {
            throw new IllegalArgumentException("samples = " + samples);
        }
        if (samples == 0) {
            return 1;
        }
        if (samples >= eigenvalues.length) {
            return 0;
        }
        double c = ridge(samples);
        double missed = 0;
        double squares = 0;
        for (double lambda : eigenvalues) {
            double learned = lambda / (lambda + c);
            double rest = c / (lambda + c);
            missed += lambda * rest * rest;
            squares += learned * learned;
        }
        return missed / (1 - squares / samples) / total;
    }

    /** c, in units of the largest eigenvalue: Σ λ/(λ + c) falls from the count of eigenvalues to 0. */
    private double ridge(int samples) {
        double low = Math.log(Double.MIN_NORMAL);
        double high = Math.log((double) eigenvalues.length / samples);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            double c = Math.exp(middle);
            double sum = 0;
            for (double lambda : eigenvalues) {
                sum += lambda / (lambda + c);
            }
            if (sum > samples) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(0.5 * (low + high));
    }
}
