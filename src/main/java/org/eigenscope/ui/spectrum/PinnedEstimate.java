package org.eigenscope.ui.spectrum;

import java.util.Objects;

/**
 * What was fitted to a pinned spectrum.
 *
 * @param law the name of the law
 * @param kappa κ̂; NaN if the law has none
 * @param low the lower end of its 95 % interval; NaN where the data set none, or there is no interval
 * @param high the upper end
 * @param hasInterval whether there is an interval
 */
public record PinnedEstimate(String law, double kappa, double low, double high, boolean hasInterval) {
    /** Nothing was. */
    public static final PinnedEstimate NONE = new PinnedEstimate("", Double.NaN, Double.NaN, Double.NaN, false);

    public PinnedEstimate {
        Objects.requireNonNull(law, "law");
    }
}
