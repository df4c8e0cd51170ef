package org.eigenscope.figure.compose;

import java.util.Arrays;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;

/**
 * The empirical distribution as a line of steps, without steps that are too close to be seen apart.
 *
 * <p>With n eigenvalues, F̂ is k/n from the k-th on, and 1 − F̂ accordingly; on a logarithmic ordinate the line ends
 * where it would reach 0.
 */
public final class EmpiricalSteps {
    /** Steps closer than this fraction of the visible abscissa are drawn as one. */
    private static final double LEAST_STEP = 1 / 1600.0;

    private EmpiricalSteps() {}

    /**
     * The line of steps, as shares of all eigenvalues.
     *
     * @param shown the eigenvalues that the abscissa shows
     * @param ordinate F̂ or 1 − F̂
     * @param prototype gives the curve's id, role, label and visibility
     * @param axes the figure whose scales count
     * @param ranges what is visible
     * @throws IllegalArgumentException for a density
     */
    static Curve of(ShownEigenvalues shown, Ordinate ordinate, Curve prototype, FigureSpec axes, FigureRanges ranges) {
        Curve steps = of(shown.values(), ordinate, prototype, axes, ranges);
        Portion part = shown.portion();
        if (part.equals(Portion.EVERYTHING)) {
            return steps;
        }
        double[] y = new double[steps.size()];
        double[] x = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            x[i] = steps.xAt(i);
            y[i] = (ordinate == Ordinate.CUMULATIVE ? part.below() : 0) + part.inside() * steps.yAt(i);
        }
        return steps.withPoints(x, y);
    }

    /**
     * The line of steps of a whole sample.
     *
     * @param sorted the eigenvalues, ascending
     * @param ordinate F̂ or 1 − F̂
     * @param prototype gives the curve's id, role, label and visibility
     * @param axes the figure whose scales count
     * @param ranges what is visible
     * @throws IllegalArgumentException for a density
     */
    public static Curve of(double[] sorted, Ordinate ordinate, Curve prototype, FigureSpec axes, FigureRanges ranges) {
        if (ordinate == Ordinate.DENSITY) {
            throw new IllegalArgumentException("ordinate " + ordinate + " has no steps");
        }
        AxisScale scale = axes.xAxis().scale();
        double[] x = new double[2 * sorted.length];
        double[] y = new double[2 * sorted.length];
        int points = 0;
        int from = 0;
        while (from < sorted.length) {
            double place = ranges.x().fraction(scale, sorted[from]);
            int to = from + 1;
            while (to < sorted.length && ranges.x().fraction(scale, sorted[to]) - place < LEAST_STEP) {
                to++;
            }
            points = append(x, y, points, sorted[from], height(ordinate, from, sorted.length));
            points = append(x, y, points, sorted[to - 1], height(ordinate, to, sorted.length));
            from = to;
        }
        return prototype.withPoints(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }

    private static int append(double[] x, double[] y, int points, double lambda, double height) {
        x[points] = lambda;
        y[points] = height;
        return points + 1;
    }

    /** The share after k eigenvalues. */
    private static double height(Ordinate ordinate, int k, int n) {
        return (ordinate == Ordinate.CUMULATIVE ? k : n - k) / (double) n;
    }
}
