package org.eigenscope.figure.compose;

import java.util.List;
import org.eigenscope.figure.Curve;

/** How far the ordinate of a strip of curves about zero reaches. */
public final class StripRange {
    /** The possible ends of the ordinate, so that it does not change all the time during a drag. */
    private static final double[] ENDS = {0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};

    private static final double FACTOR = 1;

    private StripRange() {}

    /** Where the ordinate ends on either side of zero for residuals: the first law decides, others may be off the strip. */
    public static double of(Residuals residuals) {
        List<Curve> first =
                residuals.curves().subList(0, Math.min(1, residuals.curves().size()));
        return end(Math.max(residuals.band() > 0 ? 1.15 * residuals.band() : 0, 1.05 * reach(first)));
    }

    /** The end for logarithms of ratios: all curves count, except values beyond a factor of e. */
    public static double of(List<Curve> curves) {
        return end(Math.min(FACTOR, 1.05 * reach(curves)));
    }

    private static double reach(List<Curve> curves) {
        double reach = 0;
        for (Curve curve : curves) {
            for (int i = 0; i < curve.size(); i++) {
                double y = Math.abs(curve.yAt(i));
                reach = y > reach ? y : reach;
            }
        }
        return reach;
    }

    private static double end(double wanted) {
        for (double candidate : ENDS) {
            if (candidate >= wanted) {
                return candidate;
            }
        }
        return ENDS[ENDS.length - 1];
    }
}
