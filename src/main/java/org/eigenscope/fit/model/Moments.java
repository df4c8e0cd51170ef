package org.eigenscope.fit.model;

/**
 * Mean and relative variance of X = λ − τ, or for inverse laws X = 1/(λ − τ).
 *
 * @param mean of X
 * @param variance of X over its mean, at least 1e-6
 */
record Moments(double mean, double variance) {
    private static final double LEAST_VARIANCE = 1e-6;

    static Moments of(Sample sample, double shift, boolean inverse) {
        double[] x = sample.values().clone();
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = inverse ? Math.min(Double.MAX_VALUE, 1 / (x[i] - shift)) : x[i] - shift;
            // divided first, because the sum may overflow
            mean += x[i] / x.length;
        }
        double squares = 0;
        for (double value : x) {
            squares += (value / mean - 1) * (value / mean - 1);
        }
        return new Moments(mean, Math.max(squares / x.length, LEAST_VARIANCE));
    }

    static double clamped(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
