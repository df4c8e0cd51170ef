package org.eigenscope.fit.objective;

import java.util.function.DoubleUnaryOperator;

/**
 * Kolmogorov's distance sup |F̂ − F| of a sample from a law, exactly, from a few hundred values of F instead of one for each
 * eigenvalue.
 *
 * <p>F rises: between two eigenvalues it is at least what it is at the first and at most what it is at the last, so that most
 * stretches cannot hold the supremum and are ruled out by their ends.
 */
public final class KolmogorovDistance {
    private final double[] sorted;
    private final DoubleUnaryOperator cumulative;
    private double seen;

    private KolmogorovDistance(double[] sorted, DoubleUnaryOperator cumulative) {
        this.sorted = sorted;
        this.cumulative = cumulative;
    }

    /**
     * The distance.
     *
     * @param sorted the sample, ascending, not empty
     * @param cumulative the law's F, not descending
     * @return in [0, 1] for an F in [0, 1]; NaN where F was found to be NaN
     */
    public static double of(double[] sorted, DoubleUnaryOperator cumulative) {
        KolmogorovDistance distance = new KolmogorovDistance(sorted, cumulative);
        int last = sorted.length - 1;
        double first = distance.at(0);
        double end = distance.at(last);
        distance.search(0, first, last, end);
        return distance.seen;
    }

    /** F at an eigenvalue, whose excursions on both sides of the step are taken note of. */
    private double at(int i) {
        double n = sorted.length;
        double f = cumulative.applyAsDouble(sorted[i]);
        // Math.max keeps a NaN
        seen = Math.max(seen, Math.max((i + 1) / n - f, f - i / n));
        return f;
    }

    /** Between two eigenvalues, given F there. */
    private void search(int from, double below, int to, double above) {
        double n = sorted.length;
        double most = Math.max(to / n - below, above - (from + 1) / n);
        if (to - from < 2 || most <= seen || Double.isNaN(seen)) {
            return;
        }
        int middle = (from + to) >>> 1;
        double f = at(middle);
        search(from, below, middle, f);
        search(middle, f, to, above);
    }
}
