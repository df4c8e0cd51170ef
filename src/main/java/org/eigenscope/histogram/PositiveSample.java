package org.eigenscope.histogram;

import java.util.Arrays;

/** Checks and sorts samples of eigenvalues. */
final class PositiveSample {
    private PositiveSample() {}

    /**
     * A sorted copy.
     *
     * @throws IllegalArgumentException if the sample is empty or a value is not finite and positive
     */
    static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values is empty");
        }
        double[] copy = values.clone();
        Arrays.sort(copy);
        double last = copy[copy.length - 1];
        if (!(copy[0] > 0) || !(last < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "values must be finite and positive, but go from " + copy[0] + " to " + last);
        }
        return copy;
    }

    /**
     * The p-quantile of a sorted sample, linear between order statistics (definition 7 of Hyndman and Fan 1996, numpy's
     * default).
     */
    static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
