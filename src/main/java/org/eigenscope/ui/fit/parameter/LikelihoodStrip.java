package org.eigenscope.ui.fit.parameter;

import java.util.Objects;
import org.eigenscope.law.family.Parameter;

/**
 * What the likelihood says along one slider.
 *
 * @param parameter whose slider
 * @param kind what is done with the other parameters meanwhile
 * @param positions along the slider, in [0, 1], ascending; copied in and out
 * @param depths √(2(ℓmax − ℓ)) there: how many standard errors the likelihood lies below its top; copied in and out
 * @param interval what lies less than 1.96 of them deep
 */
public record LikelihoodStrip(
        Parameter parameter, Kind kind, double[] positions, double[] depths, StripInterval interval) {
    /** The 95 % point of |z| for a standard normal z. */
    public static final double DEPTH_95 = 1.959964;

    /** What the other parameters do along the slider. */
    public enum Kind {
        /** They are refitted at every point, but for those that are kept. */
        PROFILE,
        /** They stay where they are. */
        SLICE
    }

    public LikelihoodStrip {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(interval, "interval");
        positions = positions.clone();
        depths = depths.clone();
        if (positions.length != depths.length || positions.length < 2) {
            throw new IllegalArgumentException(
                    positions.length + " positions and " + depths.length + " depths are no strip");
        }
    }

    /**
     * The depth at a position. It is interpolated linearly, which is exact for a parabola of the log-likelihood, and goes on
     * likewise beyond the outermost points.
     */
    public double depthAt(double position) {
        int next = 1;
        while (next < positions.length - 1 && positions[next] < position) {
            next++;
        }
        double from = depths[next - 1];
        double to = depths[next];
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            return Double.POSITIVE_INFINITY;
        }
        double share = (position - positions[next - 1]) / (positions[next] - positions[next - 1]);
        return Math.max(0, from + share * (to - from));
    }

    @Override
    public double[] positions() {
        return positions.clone();
    }

    @Override
    public double[] depths() {
        return depths.clone();
    }
}
