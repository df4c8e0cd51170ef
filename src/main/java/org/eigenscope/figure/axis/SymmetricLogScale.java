package org.eigenscope.figure.axis;

/**
 * Logarithmic to both sides of zero and linear about it: T(x) = arsinh(x/2c)/ln 10 with the threshold c, and inversely
 * x = 2c·sinh(T ln 10).
 *
 * <p>T is odd, increasing and smooth on the whole line. For |x| ≫ c it is sign(x)·log₁₀(|x|/c), so a decade has the length 1 as on a
 * logarithmic axis, off by less than 0.0044 from 10c on; for |x| ≪ c it is x/(2c ln 10). The piecewise form (linear up to c,
 * logarithmic beyond) and sign(x)·log₁₀(1 + |x|/c) bend at ±c or at 0, where a smooth density would seem to have a feature of its own.
 *
 * <p>Both directions hold to a relative 1e-12 for |x| in [1e-300, 1e300]. Immutable.
 *
 * @param threshold c, where linear turns into logarithmic, in [1e-290, 1e290]
 * @param automatic whether the data choose it
 */
public record SymmetricLogScale(double threshold, boolean automatic) implements AxisScale {
    public static final double LEAST_THRESHOLD = 1e-290;
    public static final double GREATEST_THRESHOLD = 1e290;

    /** Before the data chose. */
    static final SymmetricLogScale AUTOMATIC = new SymmetricLogScale(1, true);

    private static final double LN_10 = Math.log(10);
    /** From this argument on arsinh z = ln 2z to the last digit. */
    private static final double LARGE_ARGUMENT = 1e9;
    /** From this argument on 2·sinh p = eᵖ to the last digit. */
    private static final double LARGE_POSITION = 20;

    public SymmetricLogScale {
        if (!(threshold >= LEAST_THRESHOLD && threshold <= GREATEST_THRESHOLD)) {
            throw new IllegalArgumentException("threshold " + NumberText.typed(threshold) + " is outside ["
                    + NumberText.typed(LEAST_THRESHOLD) + ", " + NumberText.typed(GREATEST_THRESHOLD) + "]");
        }
    }

    /** The scale with a threshold that somebody chose. */
    public static SymmetricLogScale of(double threshold) {
        return new SymmetricLogScale(threshold, false);
    }

    /** The scale with a threshold that the data chose. */
    public static SymmetricLogScale chosen(double threshold) {
        return new SymmetricLogScale(threshold, true);
    }

    @Override
    public String id() {
        return "symlog";
    }

    @Override
    public boolean canShow(double value) {
        return Double.isFinite(value);
    }

    @Override
    public boolean showsNegatives() {
        return true;
    }

    @Override
    public double forward(double value) {
        double size = Math.abs(value);
        double z = size / 2 / threshold;
        // the logarithms apart, as the quotient may overflow
        double arsinh = z < LARGE_ARGUMENT
                ? Math.log1p(z + z * z / (1 + Math.sqrt(1 + z * z)))
                : Math.log(size) - Math.log(threshold);
        return Math.copySign(arsinh / LN_10, value);
    }

    @Override
    public double backward(double position) {
        double p = Math.abs(position) * LN_10;
        double size = p < LARGE_POSITION ? 2 * (threshold * Math.sinh(p)) : Math.exp(p + Math.log(threshold));
        return Math.copySign(size, position);
    }
}
