package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;

/**
 * The law of λ = shift + scale·X for X from a base law without an atom: ρ(λ) = ρ_X((λ − shift)/scale)/scale.
 *
 * <p>Scale and shift are in the units of λ. As accurate as the base, except for the digits that λ − shift loses to
 * rounding; moments of a logarithm or reciprocal with a shift are by quadrature, to 1e-11.
 */
public final class AffineLaw implements SpectralLaw {
    private final SpectralLaw base;
    private final double scale;
    private final double shift;

    private AffineLaw(SpectralLaw base, double scale, double shift) {
        this.base = base;
        this.scale = scale;
        this.shift = shift;
    }

    /**
     * The law of shift + scale·X.
     *
     * @param base the law of X, without an atom at zero
     * @param scale a positive finite number
     * @param shift a finite number ≥ 0
     * @throws IllegalArgumentException if a number is outside its domain or the base law has an atom
     */
    public static AffineLaw of(SpectralLaw base, double scale, double shift) {
        Arguments.positive("scale", scale);
        Arguments.notNegative("shift", shift);
        Arguments.withoutAtom(base);
        return new AffineLaw(base, scale, shift);
    }

    private double standardise(double lambda) {
        return (Arguments.notNaN("lambda", lambda) - shift) / scale;
    }

    @Override
    public double logDensity(double lambda) {
        return base.logDensity(standardise(lambda)) - Math.log(scale);
    }

    @Override
    public void logDensities(double[] lambdas, double[] out) {
        standardise(lambdas, out);
        base.logDensities(out, out);
        double logScale = Math.log(scale);
        for (int i = 0; i < out.length; i++) {
            out[i] -= logScale;
        }
    }

    @Override
    public double density(double lambda) {
        return base.density(standardise(lambda)) / scale;
    }

    @Override
    public void densities(double[] lambdas, double[] out) {
        standardise(lambdas, out);
        base.densities(out, out);
        for (int i = 0; i < out.length; i++) {
            out[i] /= scale;
        }
    }

    private void standardise(double[] lambdas, double[] out) {
        for (int i = 0; i < lambdas.length; i++) {
            out[i] = standardise(lambdas[i]);
        }
    }

    @Override
    public double cumulative(double lambda) {
        return base.cumulative(standardise(lambda));
    }

    @Override
    public double survival(double lambda) {
        return base.survival(standardise(lambda));
    }

    @Override
    public double quantile(double p) {
        return shift + scale * base.quantile(p);
    }

    @Override
    public double inverseSurvival(double q) {
        return shift + scale * base.inverseSurvival(q);
    }

    @Override
    public double supportLower() {
        return shift + scale * base.supportLower();
    }

    @Override
    public double supportUpper() {
        return shift + scale * base.supportUpper();
    }

    @Override
    public double mean() {
        return shift + scale * base.mean();
    }

    @Override
    public double variance() {
        return scale * scale * base.variance();
    }

    /** {@inheritDoc} ln scale + E[ln X] without a shift, by quadrature (1e-11) with one. */
    @Override
    public double logMoment() {
        if (shift == 0) {
            return Math.log(scale) + base.logMoment();
        }
        // expanded about ln shift, so that a scale far below the shift keeps its digits
        return Math.log(shift) + Expectation.of(base, x -> Math.log1p(scale / shift * x));
    }

    /** {@inheritDoc} 1/scale of the base's without a shift, −G of the base left of its support with one. */
    @Override
    public double reciprocalMean() {
        if (shift == 0) {
            return base.reciprocalMean() / scale;
        }
        return Expectation.of(base, x -> 1 / (shift + scale * x));
    }

    @Override
    public double reciprocalVariance() {
        if (shift == 0) {
            return base.reciprocalVariance() / (scale * scale);
        }
        double mean = reciprocalMean();
        return Expectation.of(base, x -> square(1 / (shift + scale * x) - mean));
    }

    @Override
    public Complex stieltjes(Complex z) {
        Arguments.transformArgument(z, supportLower());
        return base.stieltjes(z.subtract(shift).divide(scale)).divide(scale);
    }

    @Override
    public OptionalDouble upperTailExponent() {
        return base.upperTailExponent();
    }

    @Override
    public OptionalDouble lowerTailExponent() {
        return base.lowerTailExponent();
    }

    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return base.lowerAsymptote().map(tail -> tail.affine(scale, shift));
    }

    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return base.upperAsymptote().map(tail -> tail.affine(scale, shift));
    }

    private static double square(double x) {
        return x * x;
    }
}
