package org.eigenscope.law.convolution;

import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.SpectralLaw;

/** A spectral law: M(z) = z·G(z) − 1. */
final class LawFactor implements FreeFactor {
    private final SpectralLaw law;

    private LawFactor(SpectralLaw law) {
        this.law = law;
    }

    static LawFactor of(SpectralLaw law) {
        if (law.supportLower() < 0) {
            throw new IllegalArgumentException("law has support from " + law.supportLower() + ", below zero");
        }
        return new LawFactor(law);
    }

    @Override
    public Complex momentTransform(Complex z) {
        return z.multiply(law.stieltjes(z)).subtract(1);
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
    public double atomAtZero() {
        return law.atomAtZero();
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
