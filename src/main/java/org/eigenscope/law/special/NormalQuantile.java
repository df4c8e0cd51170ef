package org.eigenscope.law.special;

/** The upper quantile of the standard normal law, to rounding over the whole range of doubles. */
public final class NormalQuantile {
    private static final double SQRT_TWO_PI = 2.5066282746310005024;
    private static final int MOST_STEPS = 60;

    private NormalQuantile() {}

    /**
     * The z with P(Z > z) = q.
     *
     * @param q in [0, 1]; +∞ at 0, −∞ at 1
     */
    public static double upper(double q) {
        if (q > 0.5) {
            return -upper(1 - q);
        }
        if (q == 0) {
            return Double.POSITIVE_INFINITY;
        }
        // ln P(Z > z) is concave: Newton's method on it cannot be trapped
        double z = Math.sqrt(-2 * Math.log(2 * q));
        for (int step = 0; step < MOST_STEPS; step++) {
            double tail = ErrorFunction.normalTail(z);
            double change = Math.log(tail / q) * tail * SQRT_TWO_PI * Math.exp(z * z / 2);
            z += change;
            if (!(Math.abs(change) > 3e-16 * Math.max(1, z))) {
                break;
            }
        }
        return z;
    }
}
