package org.eigenscope.law.convolution;

import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.ReciprocalLaw;
import org.eigenscope.law.SpectralLaw;

/** The law of s/X: M(z) = −w·G(w) at w = s/z, in the lower half-plane, so taken at the conjugate. */
final class ReciprocalFactor implements FreeFactor {
    private final SpectralLaw base;
    private final double scale;
    private final SpectralLaw law;

    private ReciprocalFactor(SpectralLaw base, double scale) {
        this.base = base;
        this.scale = scale;
        this.law = ReciprocalLaw.of(base, scale, 0);
    }

    static ReciprocalFactor of(SpectralLaw base, double scale) {
        return new ReciprocalFactor(base, scale);
    }

    @Override
    public Complex momentTransform(Complex z) {
        double size = z.abs();
        double unit = scale / size;
        // above the axis even where the ratio underflows
        double im = Math.max(unit * (z.getImaginary() / size), Double.MIN_NORMAL);
        Complex w = new Complex(unit * (z.getReal() / size), im);
        return w.multiply(base.stieltjes(w)).conjugate().negate();
    }

    @Override
    public double mean() {
        return law.mean();
    }

    @Override
    public double variance() {
        return law.variance();
    }

    @Override
    public double logMoment() {
        return law.logMoment();
    }

    @Override
    public double lower() {
        return law.supportLower();
    }

    @Override
    public double upper() {
        return law.supportUpper();
    }

    @Override
    public double quantile(double p) {
        return law.quantile(p);
    }

    @Override
    public double inverseSurvival(double q) {
        return law.inverseSurvival(q);
    }

    @Override
    public OptionalDouble upperTailExponent() {
        return law.upperTailExponent();
    }

    @Override
    public OptionalDouble lowerTailExponent() {
        return law.supportLower() == 0 ? law.lowerTailExponent() : OptionalDouble.empty();
    }
}
