package org.eigenscope.ui.fit.parameter;

import java.util.Objects;
import org.eigenscope.law.family.Parameter;

/**
 * The likelihood along one slider.
 *
 * @param parameter the parameter of the slider
 * @param kind whether the other parameters are refitted or held
 * @param positions along the slider, in [0, 1], ascending; copied in and out
 * @param depths √(2(ℓmax − ℓ)) there: how many standard errors the likelihood lies below its top; copied in and out
 * @param interval the values less than 1.96 standard errors deep
 */
public record LikelihoodStrip(
        Parameter parameter, Kind kind, double[] positions, double[] depths, StripInterval interval) {
    /** The 95 % point of |z| for a standard normal z. */
    public static final double DEPTH_95 = 1.959964;

    /** How the other parameters are treated along the slider. */
    public enum Kind {
        /** They are refitted at every point, except those that are kept. */
        PROFILE,
        /** They are held at their values on screen. */
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
     * The depth at a position. It is interpolated linearly, which is exact for a parabola of the log-likelihood, and is
     * extrapolated linearly beyond the outermost points.
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
