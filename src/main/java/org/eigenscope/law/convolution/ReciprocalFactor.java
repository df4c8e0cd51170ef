package org.eigenscope.law.convolution;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.ReciprocalLaw;
import org.eigenscope.law.SpectralLaw;

/** The law of s/X: M(z) = −w·G(w) at w = s/z, in the lower half-plane, so taken at the conjugate. */
final class ReciprocalFactor extends FactorOfLaw {
    private final SpectralLaw base;
    private final double scale;

    private ReciprocalFactor(SpectralLaw base, double scale) {
        super(ReciprocalLaw.of(base, scale, 0));
        this.base = base;
        this.scale = scale;
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
}
