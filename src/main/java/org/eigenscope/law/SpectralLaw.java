package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.complex.Complex;

/**
 * A probability law of eigenvalues λ, possibly with an atom at zero. Immutable and safe for many threads.
 *
 * <p>Every method accepts any real argument: outside the support the density is 0 and its logarithm −∞; NaN is refused
 * with an {@link IllegalArgumentException}. Valid input never gives NaN.
 */
public interface SpectralLaw {
    /** ln ρ(λ) of the continuous part; −∞ outside its support. */
    double logDensity(double lambda);

    /** ρ(λ) of the continuous part. */
    default double density(double lambda) {
        return Math.exp(logDensity(lambda));
    }

    /** F(λ) = P(Λ ≤ λ), accurate relatively where it is small. */
    double cumulative(double lambda);

    /** 1 − F(λ), computed without that subtraction, accurate relatively where it is small. */
    double survival(double lambda);

    /**
     * The smallest λ with F(λ) ≥ p.
     *
     * @param p a probability in [0, 1]
     * @throws IllegalArgumentException outside
     */
    double quantile(double p);

    /**
     * The smallest λ with 1 − F(λ) ≤ q: quantile(1 − q) without that subtraction, so that it reaches the upper tail.
     *
     * @param q a probability in [0, 1]
     * @throws IllegalArgumentException outside
     */
    default double inverseSurvival(double q) {
        return QuantileSolver.inverseSurvival(this, q);
    }

    /** The left end of the continuous part's support. */
    double supportLower();

    /** The right end of the continuous part's support, possibly +∞. */
    double supportUpper();

    /** The mass at zero, 0 for most laws. */
    default double atomAtZero() {
        return 0;
    }

    /** E[Λ], +∞ if it does not exist. */
    double mean();

    /** Var[Λ], +∞ if it does not exist. */
    double variance();

    /** E[ln Λ], −∞ if Λ ≤ 0 has positive probability. */
    double logMoment();

    /**
     * E[1/Λ], +∞ if it does not exist; needed for the law of the reciprocal. By quadrature, to about 1e-11, where a law
     * knows no closed form. For laws on [0, ∞).
     *
     * @throws IllegalStateException if the support reaches below zero
     */
    default double reciprocalMean() {
        return Expectation.reciprocalMean(this);
    }

    /**
     * Var[1/Λ], +∞ if it does not exist. By quadrature, to about 1e-10, where a law knows no closed form. For laws on [0,
     * ∞).
     *
     * @throws IllegalStateException if the support reaches below zero
     */
    default double reciprocalVariance() {
        return Expectation.reciprocalVariance(this);
    }

    /**
     * The Stieltjes transform G(z) = ∫ρ(λ)/(z − λ) dλ, for z in the open upper half-plane or on the negative axis (more
     * generally left of the support).
     *
     * @throws IllegalArgumentException elsewhere
     */
    Complex stieltjes(Complex z);

    /** The exponent e of ρ ~ λ^e as λ → ∞, where the law has a power tail there. */
    default OptionalDouble upperTailExponent() {
        return OptionalDouble.empty();
    }

    /** The exponent e of ρ ~ (λ − supportLower)^e at the lower end, where the law is a power there. */
    default OptionalDouble lowerTailExponent() {
        return OptionalDouble.empty();
    }

    /** What ln ρ tends to at the lower end of the support, where that is of a {@link TailAsymptote}'s form. */
    default Optional<TailAsymptote> lowerAsymptote() {
        return Optional.empty();
    }

    /** What ln ρ tends to at the upper end of the support, where that is of a {@link TailAsymptote}'s form. */
    default Optional<TailAsymptote> upperAsymptote() {
        return Optional.empty();
    }

    /** One random draw by inversion. */
    default double sample(RandomGenerator random) {
        return quantile(1 - random.nextDouble());
    }

    /**
     * ln ρ at many points, without allocation.
     *
     * @param lambdas the points
     * @param out receives the values; may be {@code lambdas} itself
     */
    default void logDensities(double[] lambdas, double[] out) {
        for (int i = 0; i < lambdas.length; i++) {
            out[i] = logDensity(lambdas[i]);
        }
    }

    /**
     * ρ at many points, without allocation.
     *
     * @param lambdas the points
     * @param out receives the values; may be {@code lambdas} itself
     */
    default void densities(double[] lambdas, double[] out) {
        for (int i = 0; i < lambdas.length; i++) {
            out[i] = density(lambdas[i]);
        }
    }
}
