package org.eigenscope.law;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.special.ErrorFunction;
import org.eigenscope.law.special.NormalQuantile;

/**
 * The law of e^(μ + σZ), Z standard normal: ρ(λ) = e^(−(ln λ − μ)²/(2σ²))/(λσ√(2π)) on (0, ∞).
 *
 * <p>Any real μ, the logarithm of the median in the units of λ, and σ > 0, which has no unit. F and 1 − F are accurate
 * relatively to 1e-13 times 1 + z², z = (ln λ − μ)/σ, each in its own tail; ln ρ to rounding. Neither end is of a {@link
 * TailAsymptote}'s form. Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), chapter 14.
 */
public final class LogNormalLaw implements SpectralLaw {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727418;

    private final double mu;
    private final double sigma;

    private LogNormalLaw(double mu, double sigma) {
        this.mu = mu;
        this.sigma = sigma;
    }

    /**
     * The law with the given mean and standard deviation of ln λ.
     *
     * @throws IllegalArgumentException if mu is not finite or sigma not a positive finite number
     */
    public static LogNormalLaw of(double mu, double sigma) {
        return new LogNormalLaw(Arguments.finite("mu", mu), Arguments.positive("sigma", sigma));
    }

    /** The mean of ln λ, μ. */
    public double mu() {
        return mu;
    }

    /** The standard deviation of ln λ. */
    public double sigma() {
        return sigma;
    }

    private double standardise(double lambda) {
        return (Math.log(lambda) - mu) / sigma;
    }

    @Override
    public double logDensity(double lambda) {
        Arguments.notNaN("lambda", lambda);
        if (!(lambda > 0 && lambda < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        double z = standardise(lambda);
        return -0.5 * z * z - HALF_LOG_TWO_PI - Math.log(sigma) - Math.log(lambda);
    }

    @Override
    public double cumulative(double lambda) {
        return Arguments.notNaN("lambda", lambda) > 0 ? ErrorFunction.normalTail(-standardise(lambda)) : 0;
    }

    @Override
    public double survival(double lambda) {
        return Arguments.notNaN("lambda", lambda) > 0 ? ErrorFunction.normalTail(standardise(lambda)) : 1;
    }

    @Override
    public double quantile(double p) {
        return Math.exp(mu - sigma * NormalQuantile.upper(Arguments.probability("p", p)));
    }

    @Override
    public double inverseSurvival(double q) {
        return Math.exp(mu + sigma * NormalQuantile.upper(Arguments.probability("q", q)));
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }

    /** The mean of λ, e^(μ + σ²/2). */
    @Override
    public double mean() {
        return Math.exp(mu + 0.5 * sigma * sigma);
    }

    /** The variance of λ, e^(2μ + σ²)(e^(σ²) − 1). */
    @Override
    public double variance() {
        return spread(mu);
    }

    private double spread(double centre) {
        double mean = Math.exp(centre + 0.5 * sigma * sigma);
        // a mean that underflows must not meet an e^(σ²) that overflows
        return mean == 0 ? Math.exp(2 * centre + 2 * sigma * sigma) : mean * mean * Math.expm1(sigma * sigma);
    }

    /** The mean of ln λ, which is μ exactly. */
    @Override
    public double logMoment() {
        return mu;
    }

    /** The mean of 1/λ, e^(−μ + σ²/2). */
    @Override
    public double reciprocalMean() {
        return Math.exp(-mu + 0.5 * sigma * sigma);
    }

    /** The variance of 1/λ, e^(−2μ + σ²)(e^(σ²) − 1). */
    @Override
    public double reciprocalVariance() {
        return spread(-mu);
    }

    /** {@inheritDoc} By quadrature; error ≤ 1e-11·|G|. */
    @Override
    public Complex stieltjes(Complex z) {
        return StieltjesQuadrature.of(this, z);
    }
}
