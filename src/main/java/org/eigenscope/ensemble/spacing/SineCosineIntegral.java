package org.eigenscope.ensemble.spacing;

import org.apache.commons.math3.complex.Complex;

/**
 * Si(x) = ∫₀ˣ sin t/t dt and Cin(x) = ∫₀ˣ (1 − cos t)/t dt = γ_E + ln x − Ci(x) for x ≥ 0, to about 1e-14.
 *
 * <p>Power series (DLMF 6.6.5–6) for small x, else Lentz's continued fraction of E₁(ix) = −Ci(x) + i(Si(x) − π/2) (DLMF
 * 6.9.1, 6.5.5–6).
 *
 * @param sine Si(x)
 * @param entireCosine Cin(x)
 */
record SineCosineIntegral(double sine, double entireCosine) {
    /** Euler's constant γ_E, to the precision of a double. */
    static final double EULER = 0.57721566490153286061;

    private static final double SERIES_BELOW = 4;
    private static final double PRECISION = 1e-16;
    private static final int MOST_TERMS = 500;

    static SineCosineIntegral of(double x) {
        return x < SERIES_BELOW ? bySeries(x) : byFraction(x);
    }

    private static SineCosineIntegral bySeries(double x) {
        double sine = 0;
        double cosine = 0;
        double power = 1;
        for (int n = 1; n < MOST_TERMS && Math.abs(power) > PRECISION * 1e-3; n++) {
            power *= x / n;
            // x^n/n! · 1/n with the signs of sine and of 1 − cosine
            double sign = (n - 1) / 2 % 2 == 0 ? 1 : -1;
            if (n % 2 == 1) {
                sine += sign * power / n;
            } else {
                cosine += sign * power / n;
            }
        }
        return new SineCosineIntegral(sine, cosine);
    }

    private static SineCosineIntegral byFraction(double x) {
        Complex z = new Complex(0, x);
        Complex b = z.add(1);
        Complex c = new Complex(1e300, 0);
        Complex d = b.reciprocal();
        Complex h = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double a = -(double) n * n;
            b = b.add(2);
            d = d.multiply(a).add(b).reciprocal();
            c = b.add(c.reciprocal().multiply(a));
            Complex change = c.multiply(d);
            h = h.multiply(change);
            if (change.subtract(1).abs() < PRECISION * 10) {
                break;
            }
        }
        Complex e1 = h.multiply(new Complex(Math.cos(x), -Math.sin(x)));
        return new SineCosineIntegral(Math.PI / 2 + e1.getImaginary(), EULER + Math.log(x) + e1.getReal());
    }
}
