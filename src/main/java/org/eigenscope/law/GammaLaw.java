package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.special.GammaFunctions;
import org.eigenscope.law.special.IncompleteGamma;

/**
 * The Gamma law of shape a > 0 and rate b > 0: ρ(λ) = b^a λ^(a−1) e^(−bλ)/Γ(a) on (0, ∞).
 *
 * <p>F and 1 − F are accurate relatively to 1e-12 for 1e-3 ≤ a ≤ 1e6, each in its own tail; ln ρ to 1e-14·max(1, |ln ρ|).
 * The rate is per unit of λ. The κ → 0 limit of HTMP at fixed c. DLMF 8.2; Temme's uniform expansion for large a.
 */
public final class GammaLaw implements SpectralLaw {
    private final double shape;
    private final double rate;
    private final double logShape;
    private final double logGamma1p;

    private GammaLaw(double shape, double rate) {
        this.shape = shape;
        this.rate = rate;
        // as costly as all the rest of a density, and the same for all of a sample
        logShape = Math.log(shape);
        logGamma1p = GammaFunctions.logGamma1pIfSmall(shape);
    }

    /**
     * The law with the given shape and rate.
     *
     * @param shape a > 0
     * @param rate b > 0, per unit of λ
     * @throws IllegalArgumentException if either is not a positive finite number
     */
    public static GammaLaw of(double shape, double rate) {
        return new GammaLaw(Arguments.positive("shape", shape), Arguments.positive("rate", rate));
    }

    /** The shape a > 0. */
    public double shape() {
        return shape;
    }

    /** The rate b > 0, per unit of λ. */
    public double rate() {
        return rate;
    }

    @Override
    public double logDensity(double lambda) {
        Arguments.notNaN("lambda", lambda);
        double y = rate * lambda;
        if (!(lambda > 0) || y == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (y < Double.MIN_NORMAL) {
            return logConstant() + (shape - 1) * Math.log(lambda);
        }
        return GammaFunctions.logPoissonWeight(shape, y, logGamma1p) + logShape - Math.log(lambda);
    }

    private double logGammaOfShape() {
        return GammaFunctions.logGamma1p(shape) - Math.log(shape);
    }

    @Override
    public double cumulative(double lambda) {
        return IncompleteGamma.lower(shape, rate * Math.max(0, Arguments.notNaN("lambda", lambda)));
    }

    @Override
    public double survival(double lambda) {
        return IncompleteGamma.upper(shape, rate * Math.max(0, Arguments.notNaN("lambda", lambda)));
    }

    /** {@inheritDoc} 0 where the answer is below the smallest positive double. */
    @Override
    public double quantile(double p) {
        return QuantileSolver.quantile(this, p);
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }

    /** The mean E[Λ] = a/b. */
    @Override
    public double mean() {
        return shape / rate;
    }

    /** The variance Var[Λ] = a/b². */
    @Override
    public double variance() {
        return shape / rate / rate;
    }

    /** E[ln Λ] = ψ(a) − ln b, with ψ the digamma function. */
    @Override
    public double logMoment() {
        return GammaFunctions.digamma(shape) - Math.log(rate);
    }

    /** E[1/Λ] = b/(a − 1) for a > 1, else +∞. */
    @Override
    public double reciprocalMean() {
        return shape > 1 ? rate / (shape - 1) : Double.POSITIVE_INFINITY;
    }

    /** Var[1/Λ] = b²/((a − 1)²(a − 2)) for a > 2, else +∞. */
    @Override
    public double reciprocalVariance() {
        double mean = reciprocalMean();
        return shape > 2 ? mean * mean / (shape - 2) : Double.POSITIVE_INFINITY;
    }

    /** {@inheritDoc} By quadrature; error ≤ 1e-11·|G|. */
    @Override
    public Complex stieltjes(Complex z) {
        return StieltjesQuadrature.of(this, z);
    }

    /** C = b^a/Γ(a), p = a − 1. */
    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return Optional.of(TailAsymptote.powerLaw(logConstant(), 0, shape - 1));
    }

    /** The asymptote is the density itself, b^a λ^(a−1) e^(−bλ)/Γ(a). */
    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return Optional.of(new TailAsymptote(logConstant(), 0, shape - 1, rate, 0));
    }

    private double logConstant() {
        return shape * Math.log(rate) - logGammaOfShape();
    }

    /** The power of λ at the lower end, a − 1. */
    @Override
    public OptionalDouble lowerTailExponent() {
        return OptionalDouble.of(shape - 1);
    }
}
