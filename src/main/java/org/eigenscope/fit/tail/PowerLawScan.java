package org.eigenscope.fit.tail;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Power laws above every candidate x_min of one sample.
 *
 * <p>Sorting and sums from the top give all exponents in O(n log n). A Kolmogorov–Smirnov distance needs no pass over
 * its tail: between two points both the steps and the law are monotone, which bounds the distance in between, so that
 * only ranges that may still exceed the largest so far are halved. A candidate is dropped once its distance exceeds the
 * best one. In practice that is O(log n) for most candidates.
 */
public final class PowerLawScan {
    /** The fewest values of a tail; a shorter tail does not determine its exponent. */
    static final int SHORTEST_TAIL = 10;

    /**
     * The least ratio of largest to smallest value: values within 10 % have an exponent beyond 11, which only reflects
     * their rounding.
     */
    static final double NARROWEST = 1.1;

    private static final int FIRST_LOOKS = 40;

    private final double[] sorted;
    private final double[] logs;
    private final double[] above;

    private record Range(int from, double fFrom, int to, double fTo) {}

    /** A scan of values in any order; those that are not positive are left out. */
    public PowerLawScan(double[] values) {
        sorted = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
        logs = Arrays.stream(sorted).map(Math::log).toArray();
        above = new double[logs.length + 1];
        for (int i = logs.length - 1; i >= 0; i--) {
            above[i] = above[i + 1] + logs[i];
        }
    }

    int size() {
        return sorted.length;
    }

    /** The values, ascending; not to be written. */
    double[] sorted() {
        return sorted;
    }

    /** How many of the smallest values may be x_min; none of values that are all equal within 10 %. */
    int starts() {
        boolean narrow = logs.length == 0 || logs[logs.length - 1] - logs[0] < Math.log(NARROWEST);
        return narrow ? 0 : Math.max(0, sorted.length - SHORTEST_TAIL + 1);
    }

    /** Whether a value starts a tail: the first of its ties, with something larger above. */
    boolean isStart(int start) {
        boolean tied = start > 0 && sorted[start] == sorted[start - 1];
        return !tied && logs[logs.length - 1] > logs[start];
    }

    /** The tail with the smallest distance; empty if there is none. */
    public Optional<PowerLawTail> best() {
        int starts = starts();
        int stride = Math.max(1, starts / FIRST_LOOKS);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        // a few far apart first, so that most of the others are dropped early
        for (int offset = 0; offset < stride; offset++) {
            for (int start = offset; start < starts; start += stride) {
                double distance = isStart(start) ? distance(start, least) : Double.POSITIVE_INFINITY;
                if (distance < least || distance == least && start < best) {
                    least = distance;
                    best = start;
                }
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(tail(best));
    }

    /** The tail from a start. */
    PowerLawTail tail(int start) {
        int n = sorted.length - start;
        double slope = slope(start);
        double distance = distance(start, Double.POSITIVE_INFINITY);
        return new PowerLawTail(1 + slope, sorted[start], distance, n, slope / Math.sqrt(n));
    }

    /** α − 1 = n / Σ ln(xᵢ/x_min). */
    double slope(int start) {
        int n = sorted.length - start;
        return n / (above[start] - n * logs[start]);
    }

    /** sup |F̂ − F| on the tail, exact if it is below a limit, otherwise some value at or above the limit. */
    double distance(int start, double limit) {
        double slope = slope(start);
        int n = sorted.length - start;
        double largest = 0;
        Deque<Range> open = new ArrayDeque<>();
        double last = cumulative(slope, start, n - 1);
        largest = Math.max(Math.max(1.0 / n, largest), Math.max(1 - last, last - (n - 1.0) / n));
        open.push(new Range(0, 0, n - 1, last));
        while (!open.isEmpty() && largest < limit) {
            Range range = open.pop();
            double bound = Math.max((double) range.to / n - range.fFrom, range.fTo - (range.from + 1.0) / n);
            if (range.to - range.from > 1 && bound > largest) {
                int middle = (range.from + range.to) >>> 1;
                double f = cumulative(slope, start, middle);
                largest = Math.max(largest, Math.max((middle + 1.0) / n - f, f - (double) middle / n));
                open.push(new Range(range.from, range.fFrom, middle, f));
                open.push(new Range(middle, f, range.to, range.fTo));
            }
        }
        return largest;
    }

    private double cumulative(double slope, int start, int i) {
        return -Math.expm1(-slope * (logs[start + i] - logs[start]));
    }
}
