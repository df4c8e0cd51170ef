package org.eigenscope.histogram;

import java.util.Arrays;

/**
 * Bins of equal width over [λmin, λmax] for eigenvalues of any sign, with counts from which densities count/(N·Δλ) follow.
 *
 * <p>Bins hold their lower edge but not their upper one, except the last, which holds both, as numpy's histogram does. Immutable.
 */
public final class LinearHistogram {
    /** The fewest bins chosen without being asked. */
    public static final int FEWEST_AUTOMATIC_BINS = 20;

    /** The most bins chosen without being asked: a few outliers leave hundreds to the rest. */
    public static final int MOST_AUTOMATIC_BINS = 2000;

    /** The range, relative to the larger end, below which a sample counts as one value and is drawn as a single bar. */
    private static final double SINGLE_VALUE_RANGE = 1e-9;

    /** A single value's bar reaches this far to either side, relative to the value. */
    private static final double SINGLE_VALUE_REACH = 0.1;

    private final double[] edges;
    private final int[] counts;
    private final int total;

    private LinearHistogram(double[] edges, int[] counts, int total) {
        this.edges = edges;
        this.counts = counts;
        this.total = total;
    }

    /**
     * Bins values; their number by Freedman and Diaconis (1981), range over 2·IQR·n^(−1/3) rounded up and clamped to
     * [{@value #FEWEST_AUTOMATIC_BINS}, {@value #MOST_AUTOMATIC_BINS}].
     *
     * @param values finite, in any order, at least one
     * @throws IllegalArgumentException otherwise
     */
    public static LinearHistogram of(double[] values) {
        double[] sorted = sorted(values);
        return ofSorted(sorted, automaticBins(sorted));
    }

    /**
     * Bins values.
     *
     * @param values finite, in any order, at least one
     * @param bins how many, in [1, {@value LogHistogram#MOST_BINS}]; values that are all alike get a single one whatever is asked
     * @throws IllegalArgumentException otherwise
     */
    public static LinearHistogram of(double[] values, int bins) {
        if (bins < 1 || bins > LogHistogram.MOST_BINS) {
            throw new IllegalArgumentException("bins = " + bins + " is outside [1, " + LogHistogram.MOST_BINS + "]");
        }
        return ofSorted(sorted(values), bins);
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values is empty");
        }
        double[] copy = values.clone();
        Arrays.sort(copy);
        if (!(copy[0] > Double.NEGATIVE_INFINITY && copy[copy.length - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "values must be finite, but go from " + copy[0] + " to " + copy[copy.length - 1]);
        }
        return copy;
    }

    private static int automaticBins(double[] sorted) {
        double range = sorted[sorted.length - 1] - sorted[0];
        double interquartile = PositiveSample.quantile(sorted, 0.75) - PositiveSample.quantile(sorted, 0.25);
        double width = 2 * interquartile / Math.cbrt(sorted.length);
        if (!(width > 0 && range < Double.POSITIVE_INFINITY)) {
            return FEWEST_AUTOMATIC_BINS;
        }
        return (int) Math.max(FEWEST_AUTOMATIC_BINS, Math.min(MOST_AUTOMATIC_BINS, Math.ceil(range / width)));
    }

    private static LinearHistogram ofSorted(double[] sorted, int bins) {
        double[] edges = edges(sorted[0], sorted[sorted.length - 1], bins);
        int[] counts = new int[edges.length - 1];
        int bin = 0;
        for (double value : sorted) {
            while (bin < counts.length - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return new LinearHistogram(edges, counts, sorted.length);
    }

    private static double[] edges(double smallest, double largest, int bins) {
        double size = Math.max(Math.abs(smallest), Math.abs(largest));
        // halves, as the difference of opposite numbers can overflow
        double halfRange = largest / 2 - smallest / 2;
        if (!(halfRange > SINGLE_VALUE_RANGE / 2 * size)) {
            double reach = Math.max(SINGLE_VALUE_REACH * size, Double.MIN_NORMAL);
            return new double[] {
                Math.max(smallest - reach, -Double.MAX_VALUE), Math.min(largest + reach, Double.MAX_VALUE)
            };
        }
        double[] edges = new double[bins + 1];
        for (int i = 1; i < bins; i++) {
            edges[i] = smallest + 2 * (halfRange * i / bins);
        }
        edges[0] = smallest;
        edges[bins] = largest;
        return edges;
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
}
