package org.eigenscope.fit.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.numeric.SortedQuantile;
import org.eigenscope.law.family.Parameter;

/**
 * Intervals of κ by inverting tests: a κ belongs to the interval of level 1 − a if the data's distance from it lies between the
 * a/2 and 1 − a/2 quantiles of the distances of draws made with that κ, which are interpolated between nodes in ln κ.
 *
 * <p>An end is open where the outermost value of κ that can be tested belongs to the interval: the data then say "at least" or
 * "at most". The estimate always belongs to it.
 */
public final class KappaInversion {
    private static final int GRID = 400;

    private final List<KappaNode> nodes;
    private final double estimate;
    private final double least;
    private final double greatest;
    private final DoubleUnaryOperator distance;

    /**
     * The inversion of tests at nodes.
     *
     * @param nodes at least one, κ ascending
     * @param estimate κ̂
     * @param least the smallest κ that can be tested
     * @param greatest the largest
     * @param distance the data's, as a function of κ; rising
     */
    public KappaInversion(
            List<KappaNode> nodes, double estimate, double least, double greatest, DoubleUnaryOperator distance) {
        this.nodes = List.copyOf(nodes);
        this.estimate = estimate;
        this.least = least;
        this.greatest = greatest;
        this.distance = distance;
    }

    List<KappaNode> nodes() {
        return nodes;
    }

    /** The interval of a level. */
    public Interval interval(double level, Interval.Method method) {
        double tail = (1 - level) / 2;
        double[] low = nodes.stream()
                .mapToDouble(node -> Math.min(0, SortedQuantile.of(Arrays.stream(node.drawn()), tail)))
                .toArray();
        double[] high = nodes.stream()
                .mapToDouble(node -> Math.max(0, SortedQuantile.of(Arrays.stream(node.drawn()), 1 - tail)))
                .toArray();
        double lower = end(least, low);
        double upper = estimate >= greatest ? greatest : end(greatest, high);
        boolean lowerOpen = lower == least;
        boolean upperOpen = upper == greatest;
        return new Interval(lower, upperOpen ? Math.max(upper, estimate) : upper, lowerOpen, upperOpen, method);
    }

    /** The value between κ̂ and an end of the range where the data's distance crosses the quantiles, or that end. */
    private double end(double limit, double[] quantiles) {
        boolean downwards = limit == least;
        double inside = Math.log(Math.min(estimate, greatest));
        double outermost = Math.log(limit);
        double last = inside;
        // the outermost crossing: the quantiles are noisy, so that there may be several
        double accepted = accepts(outermost, quantiles, downwards) ? outermost : Double.NaN;
        for (int i = GRID - 1; i >= 1 && Double.isNaN(accepted); i--) {
            double t = inside + (outermost - inside) * i / GRID;
            if (accepts(t, quantiles, downwards)) {
                accepted = t;
                last = inside + (outermost - inside) * (i + 1) / GRID;
            }
        }
        if (accepted == outermost) {
            return limit;
        }
        double from = Double.isNaN(accepted) ? inside : accepted;
        double to = Double.isNaN(accepted) ? inside + (outermost - inside) / GRID : last;
        for (int step = 0; step < 50; step++) {
            double middle = (from + to) / 2;
            if (accepts(middle, quantiles, downwards)) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return Math.exp((from + to) / 2);
    }

    private boolean accepts(double logKappa, double[] quantiles, boolean downwards) {
        double observed = distance.applyAsDouble(Math.exp(logKappa));
        double quantile = interpolated(logKappa, quantiles);
        return downwards ? observed >= quantile : observed <= quantile;
    }

    private double interpolated(double logKappa, double[] values) {
        double before = logKappaOf(0);
        if (logKappa <= before) {
            return values[0];
        }
        for (int k = 1; k < values.length; k++) {
            double next = logKappaOf(k);
            if (logKappa <= next) {
                double share = (logKappa - before) / (next - before);
                return values[k - 1] + share * (values[k] - values[k - 1]);
            }
            before = next;
        }
        return values[values.length - 1];
    }

    private double logKappaOf(int k) {
        return Math.log(nodes.get(k).parameters().get(Parameter.KAPPA));
    }

    /**
     * The share of each node in the confidence distribution of κ, whose cumulative function is the part of a node's draws that lie
     * below the data; sums to 1.
     */
    double[] weights() {
        int n = nodes.size();
        double[] cumulative = new double[n];
        double most = 0;
        for (int k = 0; k < n; k++) {
            most = Math.max(most, nodes.get(k).below());
            cumulative[k] = most;
        }
        double[] weights = new double[n];
        double before = 0;
        for (int k = 0; k < n; k++) {
            double to = k == n - 1 ? 1 : (cumulative[k] + cumulative[k + 1]) / 2;
            weights[k] = to - before;
            before = to;
        }
        return weights;
    }

    /** Which node each of a number of draws is taken from, so that each has its share. */
    public List<Integer> shares(int draws) {
        double[] weights = weights();
        List<Integer> chosen = new ArrayList<>();
        double cumulative = 0;
        for (int k = 0; k < weights.length; k++) {
            cumulative += weights[k];
            while (chosen.size() < draws && (chosen.size() + 0.5) / draws <= cumulative) {
                chosen.add(k);
            }
        }
        while (chosen.size() < draws) {
            chosen.add(weights.length - 1);
        }
        return chosen;
    }
}
