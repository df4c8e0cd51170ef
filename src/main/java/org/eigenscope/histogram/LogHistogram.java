package org.eigenscope.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eigenscope.spectrum.Spectrum;

/**
 * Bins of equal width in log10 λ over [λmin, λmax] whose heights are densities in λ: count/(N·Δλ).
 *
 * <p>N counts the values binned, that is the positive eigenvalues of a spectrum and not its zeros or negatives, so that
 * Σ height·Δλ = 1 and the bars are directly comparable with the pdf of a law of positive eigenvalues. (To compare
 * with the continuous part of a law that has an atom at zero, multiply heights by {@code positiveCount/size}.) Bins hold
 * their lower edge but not their upper one, except the last, which holds both. Empty bins are gaps, not zeros: they have
 * no {@link Bar}.
 *
 * <p>Immutable.
 */
public final class LogHistogram {
    /** The fewest bins chosen without being asked. */
    public static final int FEWEST_AUTOMATIC_BINS = 20;

    /** The most bins chosen without being asked. */
    public static final int MOST_AUTOMATIC_BINS = 200;

    /** The most bins that can be asked for. */
    public static final int MOST_BINS = 100_000;

    /** ln of the ratio λmax/λmin under which a sample counts as one value, drawn as a single bar. */
    private static final double SINGLE_VALUE_LOG_RANGE = 1e-9;

    /** A single value's bar reaches from λ/1.1 to 1.1·λ. */
    private static final double SINGLE_VALUE_FACTOR = 1.1;

    private final double[] edges;
    private final int[] counts;
    private final int total;

    /**
     * A bin that holds something.
     *
     * @param lower its lower edge
     * @param upper its upper edge
     * @param count how many values it holds, at least 1
     * @param density count/(N·(upper − lower)), capped at the largest double
     */
    public record Bar(double lower, double upper, int count, double density) {
        /** The geometric centre √(lower·upper), where the bar's dot goes on a logarithmic axis. */
        public double center() {
            return Math.sqrt(lower) * Math.sqrt(upper);
        }
    }

    private LogHistogram(double[] edges, int[] counts, int total) {
        this.edges = edges;
        this.counts = counts;
        this.total = total;
    }

    /**
     * Bins the positive eigenvalues with the automatic number of bins.
     *
     * @throws IllegalArgumentException if the spectrum has no positive eigenvalue
     */
    public static LogHistogram of(Spectrum spectrum) {
        return of(spectrum.positive());
    }

    /**
     * Bins values with {@link #automaticBins} bins.
     *
     * @param values finite and positive, in any order, at least one
     * @throws IllegalArgumentException otherwise
     */
    public static LogHistogram of(double[] values) {
        double[] sorted = PositiveSample.sorted(values);
        return ofSorted(sorted, freedmanDiaconis(sorted));
    }

    /**
     * Bins values.
     *
     * @param values finite and positive, in any order, at least one
     * @param bins how many bins, in [1, {@value #MOST_BINS}]; values that are all alike get a single one whatever is asked
     * @throws IllegalArgumentException otherwise
     */
    public static LogHistogram of(double[] values, int bins) {
        if (bins < 1 || bins > MOST_BINS) {
            throw new IllegalArgumentException("bins = " + bins + " is outside [1, " + MOST_BINS + "]");
        }
        return ofSorted(PositiveSample.sorted(values), bins);
    }

    /**
     * The number of bins by Freedman and Diaconis (1981) on ln λ: range over 2·IQR·n^(−1/3), rounded up and clamped to
     * [{@value #FEWEST_AUTOMATIC_BINS}, {@value #MOST_AUTOMATIC_BINS}].
     *
     * @param values finite and positive, in any order, at least one
     * @throws IllegalArgumentException otherwise
     */
    public static int automaticBins(double[] values) {
        return freedmanDiaconis(PositiveSample.sorted(values));
    }

    private static int freedmanDiaconis(double[] sorted) {
        double[] logs = Arrays.stream(sorted).map(Math::log).toArray();
        double range = logs[logs.length - 1] - logs[0];
        double interquartile = PositiveSample.quantile(logs, 0.75) - PositiveSample.quantile(logs, 0.25);
        double width = 2 * interquartile / Math.cbrt(logs.length);
        if (!(width > 0)) {
            return FEWEST_AUTOMATIC_BINS;
        }
        return (int) Math.max(FEWEST_AUTOMATIC_BINS, Math.min(MOST_AUTOMATIC_BINS, Math.ceil(range / width)));
    }

    private static LogHistogram ofSorted(double[] sorted, int bins) {
        double[] edges = edges(sorted[0], sorted[sorted.length - 1], bins);
        int[] counts = new int[edges.length - 1];
        int bin = 0;
        for (double value : sorted) {
            while (bin < counts.length - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return new LogHistogram(edges, counts, sorted.length);
    }

    private static double[] edges(double smallest, double largest, int bins) {
        double start = Math.log10(smallest);
        double range = Math.log10(largest) - start;
        if (!(range > SINGLE_VALUE_LOG_RANGE)) {
            return new double[] {
                smallest / SINGLE_VALUE_FACTOR, Math.min(largest * SINGLE_VALUE_FACTOR, Double.MAX_VALUE)
            };
        }
        double[] edges = new double[bins + 1];
        for (int i = 1; i < bins; i++) {
            edges[i] = Math.pow(10, start + range * i / bins);
        }
        // exactly the extremes, so that rounding of powers cannot push one out
        edges[0] = smallest;
        edges[bins] = largest;
        return edges;
    }

    /** The number of bins, empty ones included. */
    public int binCount() {
        return counts.length;
    }

    /** N, the number of values binned. */
    public int total() {
        return total;
    }

    /** The bins' edges, ascending, one more than there are bins; a copy. */
    public double[] edges() {
        return edges.clone();
    }

    /** How many values each bin holds; a copy. */
    public int[] counts() {
        return counts.clone();
    }

    /** The bins that hold something, ascending. */
    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                bars.add(new Bar(edges[i], edges[i + 1], counts[i], density(i)));
            }
        }
        return List.copyOf(bars);
    }

    private double density(int bin) {
        double density = (double) counts[bin] / total / (edges[bin + 1] - edges[bin]);
        return Math.min(density, Double.MAX_VALUE);
    }
}
