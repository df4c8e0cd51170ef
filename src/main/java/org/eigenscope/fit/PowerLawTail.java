package org.eigenscope.fit;

import java.util.Arrays;
import org.eigenscope.error.BadInputException;

/**
 * A power law ρ ~ x^(−α) above x_min, x_min chosen where the tail beyond it is closest to one in the Kolmogorov–Smirnov sense
 * (A. Clauset, C. R. Shalizi, M. E. J. Newman, SIAM Review 51, 2009, eqs. 3.1 and 3.9).
 *
 * @param exponent α = 1 + n / Σ ln(xᵢ/x_min), the maximum-likelihood estimate
 * @param xMin where the tail starts
 * @param distance the Kolmogorov–Smirnov distance on the tail
 * @param tailCount how many values the tail holds
 * @param standardError (α − 1)/√n, n draws taken as independent
 */
public record PowerLawTail(double exponent, double xMin, double distance, int tailCount, double standardError) {
    /** A shorter tail says nothing about its exponent. */
    private static final int SHORTEST_TAIL = 10;

    /** More starts than this would cost time and change nothing: they lie closer than the noise. */
    private static final int MOST_STARTS = 500;

    /**
     * The tail of a sample.
     *
     * @param values positive, in any order
     * @throws BadInputException if there are fewer than 10 distinct positive values
     */
    public static PowerLawTail of(double[] values) throws BadInputException {
        double[] sorted = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
        double[] logs = Arrays.stream(sorted).map(Math::log).toArray();
        double[] above = sumsFromTheTop(logs);
        int starts = sorted.length - SHORTEST_TAIL + 1;
        int stride = Math.max(1, starts / MOST_STARTS);
        PowerLawTail best = null;
        for (int start = 0; start < starts; start += stride) {
            boolean tied = start > 0 && sorted[start] == sorted[start - 1];
            if (!tied && sorted[sorted.length - 1] > sorted[start]) {
                PowerLawTail tail = from(start, sorted, logs, above[start]);
                best = best == null || tail.distance < best.distance ? tail : best;
            }
        }
        if (best == null) {
            throw new BadInputException("A power-law tail needs at least " + SHORTEST_TAIL
                    + " positive eigenvalues that are not all equal, but there are " + sorted.length + ".");
        }
        return best;
    }

    private static double[] sumsFromTheTop(double[] logs) {
        double[] sums = new double[logs.length + 1];
        for (int i = logs.length - 1; i >= 0; i--) {
            sums[i] = sums[i + 1] + logs[i];
        }
        return sums;
    }

    private static PowerLawTail from(int start, double[] sorted, double[] logs, double sum) {
        int n = sorted.length - start;
        double slope = n / (sum - n * logs[start]);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double f = -Math.expm1(-slope * (logs[start + i] - logs[start]));
            distance = Math.max(distance, Math.max((i + 1.0) / n - f, f - (double) i / n));
        }
        return new PowerLawTail(1 + slope, sorted[start], distance, n, slope / Math.sqrt(n));
    }

    /** Decades from x_min to a largest value. */
    public double decades(double largest) {
        return Math.log10(largest / xMin);
    }
}
