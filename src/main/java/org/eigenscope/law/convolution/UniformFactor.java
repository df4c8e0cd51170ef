package org.eigenscope.law.convolution;

import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;

/** The uniform law on [a, b]: M(z) = z·ln((z − a)/(z − b))/(b − a) − 1. */
final class UniformFactor implements FreeFactor {
    /** From this multiple of b on, M is the first terms of its series in 1/z; the logarithms would cancel. */
    private static final double FAR = 1e3;

    private static final int FAR_TERMS = 6;

    private final double a;
    private final double b;

    private UniformFactor(double a, double b) {
        this.a = a;
        this.b = b;
    }

    static UniformFactor of(double lower, double upper) {
        if (!(lower >= 0 && lower < upper && upper <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "uniform law on [" + lower + ", " + upper + "] needs 0 ≤ lower < upper < ∞");
        }
        return new UniformFactor(lower, upper);
    }

    @Override
    public Complex momentTransform(Complex z) {
        if (z.abs() > FAR * b) {
            return farAway(z);
        }
        // the two logarithms apart, so that each stays on its own branch above the axis
        Complex logs = z.subtract(a).log().subtract(z.subtract(b).log());
        return z.multiply(logs).divide(b - a).subtract(1);
    }

    private Complex farAway(Complex z) {
        Complex sum = Complex.ZERO;
        Complex inverse = z.reciprocal();
        Complex power = inverse;
        for (int k = 1; k <= FAR_TERMS; k++) {
            sum = sum.add(power.multiply(moment(k)));
            power = power.multiply(inverse);
        }
        return sum;
    }

    /** The k-th moment E[X^k]. */
    private double moment(int k) {
        return (Math.pow(b, k + 1) - Math.pow(a, k + 1)) / ((k + 1) * (b - a));
    }

    @Override
    public double mean() {
        return 0.5 * (a + b);
    }

    @Override
    public double variance() {
        return (b - a) * (b - a) / 12;
    }

    @Override
    public double logMoment() {
        double low = a == 0 ? 0 : a * Math.log(a);
        return (b * Math.log(b) - low) / (b - a) - 1;
    }

    @Override
    public double lower() {
        return a;
    }

    @Override
    public double upper() {
        return b;
    }

    @Override
    public double quantile(double p) {
        return a + p * (b - a);
    }

    @Override
    public OptionalDouble lowerTailExponent() {
        return a == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
}
