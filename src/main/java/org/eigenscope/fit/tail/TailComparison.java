package org.eigenscope.fit.tail;

import java.util.Arrays;
import org.eigenscope.fit.compare.VuongTest;

/** Compares tail shapes above a threshold (Clauset, Shalizi and Newman, SIAM Review 51, 2009, §5). */
public final class TailComparison {
    private TailComparison() {}

    /**
     * Vuong's test of the best power law x^(−α) against the best exponential e^(−λx), both on x ≥ x_min.
     *
     * @param tail ascending values, the first of them x_min
     */
    public static VuongTest powerLawAgainstExponential(double[] tail) {
        double start = tail[0];
        double logMean =
                Arrays.stream(tail).map(v -> Math.log(v / start)).average().orElse(0);
        double mean = Arrays.stream(tail).map(v -> v / start - 1).average().orElse(0);
        if (!(logMean > 0) || !(mean > 0)) {
            return new VuongTest(0, 1);
        }
        double exponent = 1 + 1 / logMean;
        double[] differences = new double[tail.length];
        for (int i = 0; i < tail.length; i++) {
            double x = tail[i] / start;
            double power = Math.log(exponent - 1) - exponent * Math.log(x);
            double exponential = -Math.log(mean) - (x - 1) / mean;
            differences[i] = power - exponential;
        }
        return VuongTest.of(differences);
    }
}
