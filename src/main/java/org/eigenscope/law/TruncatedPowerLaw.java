package org.eigenscope.law;

import java.util.Optional;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.special.ExponentialIntegral;

/**
 * The power law with exponential cut-off: ρ(λ) ∝ λ^(−α) e^(−rλ) for λ ≥ x_min, any real α, r > 0.
 *
 * <p>The constant is x_min^(1−α) E_α(r·x_min), E the generalised exponential integral. F and 1 − F to 1e-12 relatively.
 * Clauset, Shalizi and Newman, SIAM Review 51 (2009), table 2.1.
 */
public final class TruncatedPowerLaw implements SpectralLaw {
    /** The α that the law is evaluated for. */
    public static final Domain EXPONENTS = Domain.closed(-100, 1000);

    /** The r·x_min that the law is evaluated for. */
    public static final Domain CUT_OFFS = Domain.closed(1e-100, 1e100);

    private final double exponent;
    private final double minimum;
    private final double rate;

    /** The cut-off in units of x_min, r·x_min. */
    private final double cutOff;

    /** The normalising constant, e^(r·x_min) E_α(r·x_min). */
    private final double scaledMass;

    private TruncatedPowerLaw(double exponent, double minimum, double rate) {
        this.exponent = exponent;
        this.minimum = minimum;
        this.rate = rate;
        this.cutOff = rate * minimum;
        this.scaledMass = ExponentialIntegral.scaled(exponent, cutOff);
    }

    /**
     * The law with the given exponent, minimum and rate of the cut-off.
     *
     * @param exponent α, in {@link #EXPONENTS}
     * @param minimum x_min > 0, in the units of λ
     * @param rate r > 0, per unit of λ, with r·x_min in {@link #CUT_OFFS}
     * @throws IllegalArgumentException outside these domains
     */
    public static TruncatedPowerLaw of(double exponent, double minimum, double rate) {
        EXPONENTS.require("exponent", exponent);
        Arguments.positive("minimum", minimum);
        Arguments.positive("rate", rate);
        CUT_OFFS.require("rate times xmin", rate * minimum);
        return new TruncatedPowerLaw(exponent, minimum, rate);
    }

    /** The exponent α of λ^(−α), any real number in {@link #EXPONENTS}. */
    public double exponent() {
        return exponent;
    }

    /** Where the law begins, x_min > 0. */
    public double minimum() {
        return minimum;
    }

    /** The rate r > 0 of the cut-off, per unit of λ. */
    public double rate() {
        return rate;
    }

    private double logRatio(double lambda) {
        double relative = (lambda - minimum) / minimum;
        return relative < 1 ? Math.log1p(relative) : Math.log(lambda) - Math.log(minimum);
    }

    @Override
    public double logDensity(double lambda) {
        Arguments.notNaN("lambda", lambda);
        if (!(lambda >= minimum && lambda < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        return -exponent * logRatio(lambda) - rate * (lambda - minimum) - Math.log(minimum) - Math.log(scaledMass);
    }

    @Override
    public double cumulative(double lambda) {
        if (!(Arguments.notNaN("lambda", lambda) > minimum)) {
            return 0;
        }
        double upper = upperMass(lambda);
        return upper < 0.5 ? 1 - upper : lowerMass(lambda);
    }

    @Override
    public double survival(double lambda) {
        if (!(Arguments.notNaN("lambda", lambda) > minimum)) {
            return 1;
        }
        double upper = upperMass(lambda);
        return upper < 0.5 ? upper : 1 - lowerMass(lambda);
    }

    private double lowerMass(double lambda) {
        return ExponentialIntegral.scaledUpTo(exponent, cutOff, logRatio(lambda)) / scaledMass;
    }

    private double upperMass(double lambda) {
        double reach = rate * lambda;
        if (reach == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double weight = Math.exp((1 - exponent) * logRatio(lambda) - rate * (lambda - minimum));
        return weight == 0 ? 0 : weight * (ExponentialIntegral.scaled(exponent, reach) / scaledMass);
    }

    @Override
    public double quantile(double p) {
        return QuantileSolver.quantile(this, p);
    }

    @Override
    public double supportLower() {
        return minimum;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }

    /** The mean, x_min E_(α−1)(r·x_min)/E_α(r·x_min). */
    @Override
    public double mean() {
        return minimum * (ExponentialIntegral.scaled(exponent - 1, cutOff) / scaledMass);
    }

    /** {@inheritDoc} By quadrature, to 1e-11. */
    @Override
    public double variance() {
        double mean = mean();
        return Expectation.of(this, x -> (x - mean) * (x - mean));
    }

    /** {@inheritDoc} By quadrature, to 1e-11. */
    @Override
    public double logMoment() {
        return Math.log(minimum) + Expectation.of(this, this::logRatio);
    }

    /** {@inheritDoc} By quadrature; error ≤ 1e-11·|G|. */
    @Override
    public Complex stieltjes(Complex z) {
        return StieltjesQuadrature.of(this, z);
    }

    /** C = ρ(x_min), p = 0 at x_min. */
    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return Optional.of(TailAsymptote.powerLaw(logDensity(minimum), minimum, 0));
    }

    /** The law itself: C = x_min^(α−1)/E_α(r·x_min), p = −α. */
    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        double logConstant = (exponent - 1) * Math.log(minimum) + cutOff - Math.log(scaledMass);
        return Optional.of(new TailAsymptote(logConstant, 0, -exponent, rate, 0));
    }
}
