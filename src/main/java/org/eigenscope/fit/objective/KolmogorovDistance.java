package org.eigenscope.fit.objective;

import java.util.function.DoubleUnaryOperator;

/**
 * Kolmogorov's distance sup |F̂ − F| of a sample from a law, exactly, from a few hundred values of F instead of one for
 * each eigenvalue.
 *
 * <p>F does not fall: between two eigenvalues it lies between its values at these two. So most stretches of eigenvalues
 * are excluded by their ends, because they cannot hold the supremum.
 */
public final class KolmogorovDistance {
    private final double[] sorted;
    private final DoubleUnaryOperator cumulative;
    private double seen;
    private int seenAt;
    private double expected;
    private double counted;

    /**
     * The supremum and its place.
     *
     * @param distance the supremum
     * @param index of the eigenvalue at whose step it is
     * @param counted F̂ there, on the side of the step that is further from F
     * @param expected F there
     */
    public record Supremum(double distance, int index, double counted, double expected) {}

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
        return supremum(sorted, cumulative).distance();
    }

    /** The distance with its place; any of several equal ones. */
    static Supremum supremum(double[] sorted, DoubleUnaryOperator cumulative) {
        KolmogorovDistance distance = new KolmogorovDistance(sorted, cumulative);
        int last = sorted.length - 1;
        double first = distance.at(0);
        double end = distance.at(last);
        distance.search(0, first, last, end);
        return new Supremum(distance.seen, distance.seenAt, distance.counted, distance.expected);
    }

    /** F at an eigenvalue. The differences on both sides of the step update the supremum. */
    private double at(int i) {
        double n = sorted.length;
        double f = cumulative.applyAsDouble(sorted[i]);
        double above = (i + 1) / n - f;
        double below = f - i / n;
        if (Math.max(above, below) > seen) {
            seenAt = i;
            expected = f;
            counted = above > below ? (i + 1) / n : i / n;
        }
        // Math.max keeps a NaN
        seen = Math.max(seen, Math.max(above, below));
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
