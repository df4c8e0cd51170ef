package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;

/**
 * The inverse-Gamma law of shape a > 0 and scale b > 0: ρ(λ) = b^a λ^(−a−1) e^(−b/λ)/Γ(a) on (0, ∞), the law of b/X with
 * X ~ Gamma(a, 1).
 *
 * <p>The scale is in the units of λ. Accuracy and source as for {@link GammaLaw}. The κ → 0 limit of inverse HTMP at fixed α = a + 1 and β = b.
 */
public final class InverseGammaLaw implements SpectralLaw {
    private final double shape;
    private final double scale;
    private final SpectralLaw reciprocal;

    private InverseGammaLaw(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
        this.reciprocal = ReciprocalLaw.of(GammaLaw.of(shape, 1), scale, 0);
    }

    /**
     * The law with the given shape and scale.
     *
     * @param shape a > 0
     * @param scale b > 0, in the units of λ
     * @throws IllegalArgumentException if either is not a positive finite number
     */
    public static InverseGammaLaw of(double shape, double scale) {
        return new InverseGammaLaw(Arguments.positive("shape", shape), Arguments.positive("scale", scale));
    }

    /** The shape a > 0. */
    public double shape() {
        return shape;
    }

    /** The scale b > 0, in units of λ. */
    public double scale() {
        return scale;
    }

    @Override
    public double logDensity(double lambda) {
        return reciprocal.logDensity(lambda);
    }

    @Override
    public double cumulative(double lambda) {
        return reciprocal.cumulative(lambda);
    }

    @Override
    public double survival(double lambda) {
        return reciprocal.survival(lambda);
    }

    @Override
    public double quantile(double p) {
        return reciprocal.quantile(p);
    }

    @Override
    public double inverseSurvival(double q) {
        return reciprocal.inverseSurvival(q);
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }

    /** E[Λ] = b/(a − 1) for a > 1, else +∞. */
    @Override
    public double mean() {
        return reciprocal.mean();
    }

    /** Var[Λ] = b²/((a − 1)²(a − 2)) for a > 2, else +∞. */
    @Override
    public double variance() {
        return reciprocal.variance();
    }

    /** E[ln Λ] = ln b − ψ(a), with ψ the digamma function. */
    @Override
    public double logMoment() {
        return reciprocal.logMoment();
    }

    /** The mean of 1/λ, a/b. */
    @Override
    public double reciprocalMean() {
        return reciprocal.reciprocalMean();
    }

    /** The variance of 1/λ, a/b². */
    @Override
    public double reciprocalVariance() {
        return reciprocal.reciprocalVariance();
    }

    @Override
    public Complex stieltjes(Complex z) {
        return reciprocal.stieltjes(z);
    }

    /** The asymptote is the density itself, b^a λ^(−a−1) e^(−b/λ)/Γ(a). */
    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return reciprocal.lowerAsymptote();
    }

    /** C = b^a/Γ(a), p = −a − 1. */
    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return reciprocal.upperAsymptote();
    }

    /** The power of λ in the upper tail, −a − 1. */
    @Override
    public OptionalDouble upperTailExponent() {
        return reciprocal.upperTailExponent();
    }
}
