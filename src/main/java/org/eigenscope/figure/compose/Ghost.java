package org.eigenscope.figure.compose;

import java.util.Objects;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.spectrum.Spectrum;

/**
 * Another spectrum, drawn as an outline behind the one that a figure is of.
 *
 * @param role how it is drawn
 * @param label what the legend calls it
 * @param spectrum with at least one positive eigenvalue
 */
public record Ghost(CurveRole role, String label, Spectrum spectrum) {
    public Ghost {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(label, "label");
        if (spectrum.positiveCount() == 0) {
            throw new IllegalArgumentException("spectrum of " + label + " has no positive eigenvalue to draw");
        }
    }
}
