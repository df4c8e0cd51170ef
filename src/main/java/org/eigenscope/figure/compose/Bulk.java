package org.eigenscope.figure.compose;

import org.eigenscope.figure.HistogramSteps;

/**
 * Where the bulk of a heavy-tailed histogram ends, for linear axes, on which its largest values would press all others against 0.
 *
 * <p>It is Tukey's outer fence, Q₃ + 3·(Q₃ − Q₁) with the quartiles of what the bars hold: a high quantile such as 0.95 would not do, as
 * one outlier for each of ten classes is as much of a layer of two hundred eigenvalues.
 */
final class Bulk {
    private static final double FENCE = 3;
    /** Bars that reach no further than this many times the fence are shown to the last. */
    private static final double NEAR = 2;

    private Bulk() {}

    /** Where a linear axis ends: at the fence, or at the end of the last bar where that is not far beyond; NaN without bars. */
    static double end(HistogramSteps steps) {
        double total = 0;
        double last = Double.NaN;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            total += share(steps, bin);
            last = steps.isGap(bin) ? last : steps.upperEdge(bin);
        }
        double upper = quantile(steps, 0.75 * total);
        double fence = upper + FENCE * (upper - quantile(steps, 0.25 * total));
        return last > NEAR * fence ? fence : last;
    }

    private static double share(HistogramSteps steps, int bin) {
        return steps.isGap(bin) ? 0 : steps.density(bin) * (steps.upperEdge(bin) - steps.lowerEdge(bin));
    }

    /** The value below which the bars hold so much. */
    private static double quantile(HistogramSteps steps, double wanted) {
        double below = 0;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            double share = share(steps, bin);
            if (share > 0 && below + share >= wanted) {
                double part = (wanted - below) / share;
                return steps.lowerEdge(bin) + part * (steps.upperEdge(bin) - steps.lowerEdge(bin));
            }
            below += share;
        }
        return Double.NaN;
    }
}
