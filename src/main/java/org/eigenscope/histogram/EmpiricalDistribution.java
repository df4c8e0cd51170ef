package org.eigenscope.histogram;

import java.util.Arrays;
import org.eigenscope.spectrum.Spectrum;

/**
 * The empirical distribution of positive eigenvalues λ₁ ≤ … ≤ λ_n: F̂(x) = #{λ_i ≤ x}/n and its complement.
 *
 * <p>Immutable.
 */
public final class EmpiricalDistribution {
    private final double[] sorted;

    private EmpiricalDistribution(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * The empirical distribution of the positive eigenvalues of a spectrum.
     *
     * @throws IllegalArgumentException if it has none
     */
    public static EmpiricalDistribution of(Spectrum spectrum) {
        return of(spectrum.positive());
    }

    /**
     * The empirical distribution of a sample.
     *
     * @param values finite and positive, in any order, at least one
     * @throws IllegalArgumentException otherwise
     */
    public static EmpiricalDistribution of(double[] values) {
        return new EmpiricalDistribution(PositiveSample.sorted(values));
    }

    /** The number n of eigenvalues. */
    public int size() {
        return sorted.length;
    }

    /** The sample, ascending; a copy. */
    public double[] values() {
        return sorted.clone();
    }

    /** F̂(x) = #{λ_i ≤ x}/n. */
    public double cumulative(double x) {
        return (double) countUpTo(x) / sorted.length;
    }

    /** 1 − F̂(x) = #{λ_i > x}/n, counted and not subtracted. */
    public double survival(double x) {
        return (double) (sorted.length - countUpTo(x)) / sorted.length;
    }

    /** F̂ after the step at each value: i/n at λ_i, i = 1…n. */
    public double[] cumulativeAtValues() {
        double[] fractions = new double[sorted.length];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = (double) (i + 1) / sorted.length;
        }
        return fractions;
    }

    /**
     * The fraction of values at or above each value: (n − i + 1)/n at λ_i, i = 1…n. This is the complement before the step,
     * which stays positive at the largest value and so fits a logarithmic axis.
     */
    public double[] complementAtValues() {
        double[] fractions = new double[sorted.length];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = (double) (sorted.length - i) / sorted.length;
        }
        return fractions;
    }

    /**
     * The p-quantile, linear between order statistics as numpy's default.
     *
     * @throws IllegalArgumentException if p is outside [0, 1]
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p = " + p + " is outside [0, 1]");
        }
        return PositiveSample.quantile(sorted, p);
    }

    private int countUpTo(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("x = NaN");
        }
        int found = Arrays.binarySearch(sorted, x);
        if (found < 0) {
            return -found - 1;
        }
        while (found < sorted.length && sorted[found] == x) {
            found++;
        }
        return found;
    }
}
