package org.eigenscope.figure.compose;

import org.eigenscope.figure.HistogramSteps;

/**
 * The end of the bulk of a heavy-tailed histogram, for linear axes. Without it the largest values would squeeze all
 * others against 0.
 *
 * <p>It is Tukey's outer fence, Q₃ + 3·(Q₃ − Q₁) with the quartiles of what the bars hold: A high quantile such as 0.95
 * does not serve, because one outlier for each of ten classes is 5 % of a layer of two hundred eigenvalues.
 */
final class Bulk {
    private static final double FENCE = 3;
    /** All bars are shown if they reach no further than this many times the fence. */
    private static final double NEAR = 2;

    private Bulk() {}

    /** Where a linear axis ends: at the fence, or at the end of the last bar where that is not far beyond; NaN without bars. */
    static double end(HistogramSteps steps) {
        double last = Double.NaN;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            last = steps.isGap(bin) ? last : steps.upperEdge(bin);
        }
        double total = total(steps);
        double upper = quantile(steps, 0.75 * total);
        double fence = upper + FENCE * (upper - quantile(steps, 0.25 * total));
        // from 0, or from the quartile where it lies below
        double origin = Math.min(0, upper);
        return last - origin > NEAR * (fence - origin) ? fence : last;
    }

    /** Where a linear axis starts among negative eigenvalues, likewise; NaN without bars. */
    static double start(HistogramSteps steps) {
        double first = Double.NaN;
        for (int bin = steps.binCount() - 1; bin >= 0; bin--) {
            first = steps.isGap(bin) ? first : steps.lowerEdge(bin);
        }
        if (!(first < 0)) {
            return first;
        }
        double total = total(steps);
        double lower = quantile(steps, 0.25 * total);
        double fence = lower - FENCE * (quantile(steps, 0.75 * total) - lower);
        double origin = Math.max(0, lower);
        return origin - first > NEAR * (origin - fence) ? fence : first;
    }

    private static double total(HistogramSteps steps) {
        double total = 0;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            total += share(steps, bin);
        }
        return total;
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
