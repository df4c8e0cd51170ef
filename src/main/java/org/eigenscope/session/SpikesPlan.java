package org.eigenscope.session;

import java.util.Arrays;
import org.eigenscope.spectrum.Spectrum;

/**
 * The band of the largest eigenvalue of a Marchenko–Pastur bulk; what lies above is a spike.
 *
 * @param lower where the band begins, finite
 * @param upper where it ends, not below
 */
public record SpikesPlan(double lower, double upper) {
    public SpikesPlan {
        if (!(lower <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException("the band of an edge from " + lower + " to " + upper + " is none");
        }
    }

    /** The eigenvalues above the band, ascending. */
    public double[] above(Spectrum spectrum) {
        return Arrays.stream(spectrum.positive()).filter(v -> v > upper).toArray();
    }
}
