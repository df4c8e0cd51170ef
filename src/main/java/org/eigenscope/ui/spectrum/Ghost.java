package org.eigenscope.ui.spectrum;

import java.util.Objects;
import org.eigenscope.figure.CurveRole;
import org.eigenscope.spectrum.Spectrum;

/**
 * Another spectrum, drawn as an outline behind the one on screen.
 *
 * @param role how it is drawn
 * @param label what the legend calls it
 * @param spectrum with at least one positive eigenvalue
 */
record Ghost(CurveRole role, String label, Spectrum spectrum) {
    Ghost {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(label, "label");
        if (spectrum.positiveCount() == 0) {
            throw new IllegalArgumentException("spectrum of " + label + " has no positive eigenvalue to draw");
        }
    }
}
