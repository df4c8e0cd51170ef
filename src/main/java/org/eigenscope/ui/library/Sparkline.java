package org.eigenscope.ui.library;

/**
 * A histogram small enough for one line of a list: bar heights in [0, 1], the tallest 1.
 *
 * @param heights one per step, copied in and out
 */
public record Sparkline(double[] heights) {
    /** No bars. */
    public static final Sparkline EMPTY = new Sparkline(new double[0]);

    public Sparkline {
        heights = heights.clone();
    }

    /**
     * The distribution of positive values over equal steps of their logarithm.
     *
     * @param positive values above zero, ascending
     * @param steps number of bars
     */
    public static Sparkline ofLogarithms(double[] positive, int steps) {
        if (positive.length == 0) {
            return EMPTY;
        }
        double low = Math.log(positive[0]);
        double span = Math.log(positive[positive.length - 1]) - low;
        double[] heights = new double[steps];
        for (double value : positive) {
            double position = span > 0 ? (Math.log(value) - low) / span : 0.5;
            heights[(int) Math.min(steps - 1, position * steps)]++;
        }
        double most = 0;
        for (double height : heights) {
            most = Math.max(most, height);
        }
        for (int i = 0; i < steps; i++) {
            heights[i] /= most;
        }
        return new Sparkline(heights);
    }

    @Override
    public double[] heights() {
        return heights.clone();
    }
}
