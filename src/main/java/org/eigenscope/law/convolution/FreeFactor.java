package org.eigenscope.law.convolution;

import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.PowerLaw;
import org.eigenscope.law.SpectralLaw;

/**
 * One factor of a free product: a probability law of X ≥ 0 through its moment transform M(z) = E[X/(z − X)] = z·G(z) − 1.
 * Immutable and safe for many threads.
 */
public interface FreeFactor {
    /**
     * M(z).
     *
     * @param z in the open upper half-plane, however near the axis
     */
    Complex momentTransform(Complex z);

    /** The mean E[X]; +∞ where there is none. */
    double mean();

    /** The variance Var[X]; +∞ where there is none. */
    double variance();

    /** E[ln X], −∞ with an atom at 0. */
    double logMoment();

    /** The smallest value outside of an atom at 0, or the infimum of the support. */
    double lower();

    /** The supremum of the support, possibly +∞. */
    double upper();

    /** The mass at zero, P(X = 0) in [0, 1). */
    default double atomAtZero() {
        return 0;
    }

    /** The smallest x with P(X ≤ x) ≥ p, for p in [0, 1]. */
    double quantile(double p);

    /** The smallest x with P(X > x) ≤ q, for q in [0, 1]. */
    default double inverseSurvival(double q) {
        return quantile(1 - q);
    }

    /** The exponent e of the density's tail x^e as x → ∞, where it is a power. */
    default OptionalDouble upperTailExponent() {
        return OptionalDouble.empty();
    }

    /** The exponent e of the density's tail x^e as x → 0, where it is a power. */
    default OptionalDouble lowerTailExponent() {
        return OptionalDouble.empty();
    }

    /** The n quantiles at (i − ½)/n, ascending: a population of size n with this law. */
    default double[] population(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = quantile((i + 0.5) / size);
        }
        return values;
    }

    /** X = 1: the identity of free multiplication. */
    static FreeFactor identity() {
        return atoms(new double[] {1}, new double[] {1});
    }

    /**
     * Finitely many values.
     *
     * @param values not negative, finite, at least one positive; copied
     * @param weights as many positive numbers; they are divided by their sum
     * @throws IllegalArgumentException outside these
     */
    static FreeFactor atoms(double[] values, double[] weights) {
        return AtomicFactor.of(values, weights);
    }

    /**
     * The empirical law of eigenvalues. Of more than 4096, all but the 512 smallest and the 512 largest are replaced, about N/3072
     * neighbours at a time, by their mean. That keeps the mean, and moves the distribution function of this factor, and of its product with any other,
     * nowhere by more than 1/3072 (H. Bercovici and D. Voiculescu, Indiana Univ. Math. J. 42, 1993).
     *
     * @param values not negative, finite, at least one positive; copied
     */
    static FreeFactor eigenvalues(double[] values) {
        return AtomicFactor.ofEigenvalues(values);
    }

    /**
     * The uniform law on [lower, upper].
     *
     * @throws IllegalArgumentException unless 0 ≤ lower < upper < ∞
     */
    static FreeFactor uniform(double lower, double upper) {
        return UniformFactor.of(lower, upper);
    }

    /**
     * The power law x^(−exponent) above a minimum.
     *
     * @param exponent above 1
     * @param minimum positive
     * @throws IllegalArgumentException outside these
     */
    static FreeFactor powerLaw(double exponent, double minimum) {
        return PowerLawFactor.of(PowerLaw.of(exponent, minimum));
    }

    /**
     * A law on [0, ∞), through its Stieltjes transform.
     *
     * @throws IllegalArgumentException if the support reaches below zero
     */
    static FreeFactor of(SpectralLaw law) {
        return LawFactor.of(law);
    }

    /**
     * The law of scale/X for X from a law on (0, ∞), through X's transform, which keeps more digits near 0 than the
     * reciprocal's own.
     *
     * @throws IllegalArgumentException if the support reaches below zero, there is an atom, or the scale is not positive
     */
    static FreeFactor reciprocal(SpectralLaw law, double scale) {
        return ReciprocalFactor.of(law, scale);
    }
}
