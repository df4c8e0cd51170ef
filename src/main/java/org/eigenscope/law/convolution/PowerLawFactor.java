package org.eigenscope.law.convolution;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.PowerLaw;

/**
 * A power law above x_min. With x = x_min·e^w, M(z) = ∫₀^∞ (α − 1)e^(−(α−1)w)/(ζe^(−w) − 1) dw, ζ = z/x_min.
 *
 * <p>The integrand is analytic except for poles at w = ln ζ + 2πik. So the path may leave the real axis downward, w(s)
 * = s − i·h·s/(1 + s) with h below the distance π of the next poles, and it stays away from the pole however near z is
 * to the axis. In v, s = exp(v − e^(−v)), the trapezoidal rule then converges geometrically. Its nodes do not depend on
 * z. Error below 1e-12·|M| for |z| up to 1e4 x_min, 1e-8 at 1e6 x_min.
 */
final class PowerLawFactor extends FactorOfLaw {
    private static final double DESCENT = 1.5;
    private static final double STEP = 0.03;
    private static final double FIRST = -3.7;
    private static final double LAST_LOG_WEIGHT = -42;

    private final PowerLaw law;
    private final double[] decayRe;
    private final double[] decayIm;
    private final double[] weightRe;
    private final double[] weightIm;

    private PowerLawFactor(PowerLaw law) {
        super(law);
        this.law = law;
        double rate = law.exponent() - 1;
        int count = (int) Math.ceil((Math.log(-LAST_LOG_WEIGHT / Math.min(1, rate)) + 1 - FIRST) / STEP);
        decayRe = new double[count];
        decayIm = new double[count];
        weightRe = new double[count];
        weightIm = new double[count];
        for (int k = 0; k < count; k++) {
            double v = FIRST + k * STEP;
            double s = Math.exp(v - Math.exp(-v));
            Complex w = new Complex(s, -DESCENT * s / (1 + s));
            Complex slope = new Complex(1, -DESCENT / ((1 + s) * (1 + s)));
            Complex decay = w.negate().exp();
            Complex weight = w.multiply(-rate).exp().multiply(slope).multiply(rate * STEP * s * (1 + Math.exp(-v)));
            decayRe[k] = decay.getReal();
            decayIm[k] = decay.getImaginary();
            weightRe[k] = weight.getReal();
            weightIm[k] = weight.getImaginary();
        }
    }

    static PowerLawFactor of(PowerLaw law) {
        return new PowerLawFactor(law);
    }

    @Override
    public Complex momentTransform(Complex z) {
        double x = z.getReal() / law.minimum();
        double y = z.getImaginary() / law.minimum();
        double re = 0;
        double im = 0;
        for (int k = 0; k < weightRe.length; k++) {
            double p = x * decayRe[k] - y * decayIm[k] - 1;
            double q = x * decayIm[k] + y * decayRe[k];
            double norm = p * p + q * q;
            re += (weightRe[k] * p + weightIm[k] * q) / norm;
            im += (weightIm[k] * p - weightRe[k] * q) / norm;
        }
        return new Complex(re, im);
    }
}
