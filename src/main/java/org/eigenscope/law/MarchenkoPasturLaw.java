package org.eigenscope.law;

import org.apache.commons.math3.complex.Complex;

/** Marchenko–Pastur law MP(γ), mean 1, support (1 ∓ √γ)². */
public final class MarchenkoPasturLaw implements SpectralLaw {
    private MarchenkoPasturLaw() {}

    public static MarchenkoPasturLaw of(double gamma) {
        throw new IllegalStateException("under construction");
    }

    @Override
    public double logDensity(double lambda) {
        return 0;
    }

    @Override
    public double cumulative(double lambda) {
        return 0;
    }

    @Override
    public double survival(double lambda) {
        return 0;
    }

    @Override
    public double quantile(double p) {
        return 0;
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return 0;
    }

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double logMoment() {
        return 0;
    }

    @Override
    public Complex stieltjes(Complex z) {
        return Complex.ZERO;
    }
}
