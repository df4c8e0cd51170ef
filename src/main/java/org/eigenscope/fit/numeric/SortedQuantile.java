package org.eigenscope.fit.numeric;

import java.util.stream.DoubleStream;

/** Quantiles between the order statistics at p(n + 1), the extremes beyond them. */
public final class SortedQuantile {
    private SortedQuantile() {}

    /** The p-quantile of at least one value, infinite ones allowed. */
    public static double of(DoubleStream values, double p) {
        double[] sorted = values.sorted().toArray();
        double rank = Math.max(0, Math.min(sorted.length - 1.0, p * (sorted.length + 1) - 1));
        int below = (int) rank;
        int above = Math.min(sorted.length - 1, below + 1);
        double share = rank - below;
        return share == 0 || sorted[above] == sorted[below]
                ? sorted[below]
                : sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
