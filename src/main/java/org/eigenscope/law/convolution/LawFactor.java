package org.eigenscope.law.convolution;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.SpectralLaw;

/** A spectral law: M(z) = z·G(z) − 1. */
final class LawFactor extends FactorOfLaw {
    private final SpectralLaw law;

    private LawFactor(SpectralLaw law) {
        super(law);
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
}
