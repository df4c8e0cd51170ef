package org.eigenscope.law.htmp;

import org.apache.commons.math3.complex.Complex;

/** The Stieltjes transform of one HTMP(γ, κ) law off its support. */
public final class HtmpTransform {
    private final HtmpShape shape;
    private final LogDerivative logDerivative;

    private HtmpTransform(HtmpShape shape) {
        this.shape = shape;
        this.logDerivative = new LogDerivative(shape);
    }

    /** The transform of the law with these constants. */
    public static HtmpTransform of(HtmpShape shape) {
        return new HtmpTransform(shape);
    }

    /**
     * G(z) = ∫ρ(x)/(z − x) dx = −q(cz)/(A·z).
     *
     * @param z in the open upper half-plane or on the negative axis
     */
    public Complex at(Complex z) {
        double[] q = logDerivative.at(shape.c() * z.getReal(), shape.c() * z.getImaginary());
        return new Complex(-q[0], -q[1]).divide(z.multiply(shape.a()));
    }
}
