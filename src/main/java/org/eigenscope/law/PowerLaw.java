package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;

/**
 * The power law above x_min: ρ(λ) = ((α − 1)/x_min)(λ/x_min)^(−α) for λ ≥ x_min, α > 1.
 *
 * <p>α has no unit, x_min > 0 that of λ. ln ρ, F, 1 − F and quantiles to rounding. Clauset, Shalizi and Newman, SIAM Review 51 (2009), section 2.
 */
public final class PowerLaw implements SpectralLaw {
    /** The α that the law can be normalised and is evaluated for: above 1, up to 1000. */
    public static final Domain EXPONENTS = Domain.above(1, TruncatedPowerLaw.EXPONENTS.upper());

    private final double exponent;
    private final double minimum;

    private PowerLaw(double exponent, double minimum) {
        this.exponent = exponent;
        this.minimum = minimum;
    }

    /**
     * The law with the given exponent and minimum.
     *
     * @param exponent α, in {@link #EXPONENTS}
     * @param minimum x_min > 0, in the units of λ
     * @throws IllegalArgumentException outside these domains
     */
    public static PowerLaw of(double exponent, double minimum) {
        return new PowerLaw(EXPONENTS.require("exponent", exponent), Arguments.positive("minimum", minimum));
    }

    /** The exponent α > 1. */
    public double exponent() {
        return exponent;
    }

    /** Where the law begins, x_min > 0. */
    public double minimum() {
        return minimum;
    }

    /** ln(λ/x_min), to rounding of itself for λ near x_min. */
    private double logRatio(double lambda) {
        double relative = (lambda - minimum) / minimum;
        return relative < 1 ? Math.log1p(relative) : Math.log(lambda) - Math.log(minimum);
    }

    @Override
    public double logDensity(double lambda) {
        if (!(Arguments.notNaN("lambda", lambda) >= minimum)) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(exponent - 1) - Math.log(minimum) - exponent * logRatio(lambda);
    }

    @Override
    public double cumulative(double lambda) {
        boolean inside = Arguments.notNaN("lambda", lambda) > minimum;
        return inside ? -Math.expm1(-(exponent - 1) * logRatio(lambda)) : 0;
    }

    @Override
    public double survival(double lambda) {
        boolean inside = Arguments.notNaN("lambda", lambda) > minimum;
        return inside ? Math.exp(-(exponent - 1) * logRatio(lambda)) : 1;
    }

    @Override
    public double quantile(double p) {
        return at(-Math.log1p(-Arguments.probability("p", p)) / (exponent - 1));
    }

    @Override
    public double inverseSurvival(double q) {
        return at(-Math.log(Arguments.probability("q", q)) / (exponent - 1));
    }

    private double at(double logRatio) {
        return logRatio < 1 ? minimum + minimum * Math.expm1(logRatio) : Math.exp(Math.log(minimum) + logRatio);
    }

    @Override
    public double supportLower() {
        return minimum;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }

    /** E[Λ] = x_min(α − 1)/(α − 2) for α > 2, else +∞. */
    @Override
    public double mean() {
        return exponent > 2 ? minimum * ((exponent - 1) / (exponent - 2)) : Double.POSITIVE_INFINITY;
    }

    /** Var[Λ] = x_min²(α − 1)/((α − 3)(α − 2)²) for α > 3, else +∞. */
    @Override
    public double variance() {
        if (exponent <= 3) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = mean();
        return mean / (exponent - 1) * (mean / (exponent - 3));
    }

    /** E[ln Λ] = ln x_min + 1/(α − 1). */
    @Override
    public double logMoment() {
        return Math.log(minimum) + 1 / (exponent - 1);
    }

    /** The mean of 1/λ, (α − 1)/(α·x_min). */
    @Override
    public double reciprocalMean() {
        return (exponent - 1) / exponent / minimum;
    }

    /** The variance of 1/λ, (α − 1)/(α²(α + 1)x_min²). */
    @Override
    public double reciprocalVariance() {
        return reciprocalMean() / exponent / (exponent + 1) / minimum;
    }

    /** {@inheritDoc} By quadrature; error ≤ 1e-11·|G|. */
    @Override
    public Complex stieltjes(Complex z) {
        return StieltjesQuadrature.of(this, z);
    }

    /** The power of λ in the upper tail, −α. */
    @Override
    public OptionalDouble upperTailExponent() {
        return OptionalDouble.of(-exponent);
    }

    /** C = (α − 1)/x_min, p = 0 at x_min. */
    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return Optional.of(TailAsymptote.powerLaw(logDensity(minimum), minimum, 0));
    }

    /** The law itself: C = (α − 1)·x_min^(α−1), p = −α. */
    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        double logConstant = Math.log(exponent - 1) + (exponent - 1) * Math.log(minimum);
        return Optional.of(TailAsymptote.powerLaw(logConstant, 0, -exponent));
    }
}
