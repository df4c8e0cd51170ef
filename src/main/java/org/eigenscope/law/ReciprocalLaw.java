package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;

/**
 * The law of λ = shift + scale/X for X > 0 from a base law without an atom.
 *
 * <p>ρ(λ) = ρ_X(x)·x²/scale with x = scale/(λ − shift); F(λ) = 1 − F_X(x). A power x^e of the base at 0 becomes the
 * upper tail λ^(−2−e).
 *
 * <p>Scale and shift are in the units of λ. As accurate as the base, except for the digits that λ − shift loses to
 * rounding; moments of a logarithm or reciprocal with a shift are by quadrature, to 1e-11.
 */
public final class ReciprocalLaw implements SpectralLaw {
    /** Below this |zG − 1| of the base has lost more digits than quadrature would. */
    private static final double CANCELLATION = 1e-3;

    /** Products of two numbers between this and its reciprocal neither vanish nor overflow. */
    private static final double SAFE = 1e-100;

    private final SpectralLaw base;
    private final double scale;
    private final double shift;

    private ReciprocalLaw(SpectralLaw base, double scale, double shift) {
        this.base = base;
        this.scale = scale;
        this.shift = shift;
    }

    /**
     * The law of shift + scale/X.
     *
     * @param base the law of X, on (0, ∞) or a part of it, without an atom
     * @param scale a positive finite number
     * @param shift a finite number ≥ 0
     * @throws IllegalArgumentException if a number is outside its domain, or the base law reaches below zero or has an atom
     */
    public static ReciprocalLaw of(SpectralLaw base, double scale, double shift) {
        Arguments.positive("scale", scale);
        Arguments.notNegative("shift", shift);
        Arguments.withoutAtom(base);
        if (base.supportLower() < 0) {
            throw new IllegalArgumentException(
                    "base has support from " + base.supportLower() + ", below zero: it has no reciprocal law");
        }
        return new ReciprocalLaw(base, scale, shift);
    }

    /** x = scale/(λ − shift), +∞ at and below the shift. */
    private double reciprocal(double lambda) {
        double offset = Arguments.notNaN("lambda", lambda) - shift;
        return offset > 0 ? scale / offset : Double.POSITIVE_INFINITY;
    }

    @Override
    public double logDensity(double lambda) {
        return logDensity(lambda, Math.log(scale));
    }

    private double logDensity(double lambda, double logScale) {
        double x = reciprocal(lambda);
        double logBase = x > 0 && x < Double.POSITIVE_INFINITY ? base.logDensity(x) : Double.NEGATIVE_INFINITY;
        return logBase == Double.NEGATIVE_INFINITY ? logBase : logBase + 2 * Math.log(x) - logScale;
    }

    @Override
    public void logDensities(double[] lambdas, double[] out) {
        double logScale = Math.log(scale);
        for (int i = 0; i < lambdas.length; i++) {
            out[i] = logDensity(lambdas[i], logScale);
        }
    }

    @Override
    public double density(double lambda) {
        double x = reciprocal(lambda);
        if (!(x >= base.supportLower() && x <= base.supportUpper())) {
            return 0;
        }
        double ofBase = x > 0 && x < Double.POSITIVE_INFINITY ? base.density(x) : 0;
        // where the product is out of range the logarithm need not be
        return ofBase > SAFE && x < 1 / SAFE ? ofBase * x * (x / scale) : Math.exp(logDensity(lambda));
    }

    @Override
    public double cumulative(double lambda) {
        return base.survival(reciprocal(lambda));
    }

    @Override
    public double survival(double lambda) {
        return base.cumulative(reciprocal(lambda));
    }

    @Override
    public double quantile(double p) {
        return shift + scale / base.inverseSurvival(Arguments.probability("p", p));
    }

    @Override
    public double inverseSurvival(double q) {
        return shift + scale / base.quantile(Arguments.probability("q", q));
    }

    @Override
    public double supportLower() {
        return shift + scale / base.supportUpper();
    }

    @Override
    public double supportUpper() {
        return shift + scale / base.supportLower();
    }

    /** The mean, shift + scale·E[1/X]; +∞ where E[1/X] is. */
    @Override
    public double mean() {
        return shift + scale * base.reciprocalMean();
    }

    /** The variance, scale²·Var[1/X]; +∞ where it does not exist. */
    @Override
    public double variance() {
        return scale * scale * base.reciprocalVariance();
    }

    /** {@inheritDoc} ln scale − E[ln X] without a shift, by quadrature (1e-11) with one. */
    @Override
    public double logMoment() {
        if (shift == 0) {
            return Math.log(scale) - base.logMoment();
        }
        double ratio = scale / shift;
        return Math.log(shift) + Expectation.of(base, x -> Math.log1p(ratio / x));
    }

    /** {@inheritDoc} E[X]/scale without a shift, by quadrature (1e-11) with one. */
    @Override
    public double reciprocalMean() {
        return shift == 0 ? base.mean() / scale : Expectation.of(base, this::reciprocalOfLambda);
    }

    @Override
    public double reciprocalVariance() {
        if (shift == 0) {
            return base.variance() / (scale * scale);
        }
        double mean = reciprocalMean();
        return Expectation.of(base, x -> {
            double gap = reciprocalOfLambda(x) - mean;
            return gap * gap;
        });
    }

    /** 1/λ written without 1/x, which may overflow. */
    private double reciprocalOfLambda(double x) {
        return x / (shift * x + scale);
    }

    /**
     * {@inheritDoc} With w = scale/(z − shift), G(z) = (1 − w·G_X(w))/(z − shift), G_X taken at the conjugate of w, which is
     * in the upper half-plane.
     */
    @Override
    public Complex stieltjes(Complex z) {
        Arguments.transformArgument(z, supportLower());
        Complex u = z.subtract(shift);
        if (u.getImaginary() == 0 && u.getReal() >= 0) {
            // left of the support yet right of the shift: w lies right of the base's support
            return betweenShiftAndSupport(u);
        }
        Complex w = u.conjugate().reciprocal().multiply(scale).conjugate();
        Complex above = w.conjugate();
        if (above.getImaginary() == 0) {
            above = new Complex(above.getReal(), 0);
        }
        Complex excess = above.multiply(base.stieltjes(above)).subtract(1);
        if (excess.abs() < CANCELLATION) {
            excess = StieltjesQuadrature.weighted(base, x -> x, above);
        }
        return excess.negate().conjugate().divide(u);
    }

    private Complex betweenShiftAndSupport(Complex u) {
        double offset = u.getReal();
        return new Complex(Expectation.of(base, x -> x / (offset * x - scale)), 0);
    }

    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return base.upperAsymptote().map(tail -> tail.reciprocal(scale, shift));
    }

    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return base.lowerAsymptote().map(tail -> tail.reciprocal(scale, shift));
    }

    /** −2 − e for a base that is a power x^e at zero. */
    @Override
    public OptionalDouble upperTailExponent() {
        OptionalDouble exponent = base.lowerTailExponent();
        boolean power = base.supportLower() == 0 && exponent.isPresent();
        return power ? OptionalDouble.of(-2 - exponent.getAsDouble()) : OptionalDouble.empty();
    }

    /** −2 − e for a base with the upper tail x^e. */
    @Override
    public OptionalDouble lowerTailExponent() {
        OptionalDouble exponent = base.upperTailExponent();
        return exponent.isPresent() ? OptionalDouble.of(-2 - exponent.getAsDouble()) : OptionalDouble.empty();
    }
}
