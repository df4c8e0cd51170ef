package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.spectrum.Spectrum;

/**
 * Which eigenvalues an abscissa has places for: all of them where it reaches below 0 and there are negative ones, otherwise the
 * positive ones. Zeros without negatives are rank deficiency, a point mass and no density, and are said and not drawn.
 */
public final class ShownEigenvalues {
    private final Spectrum spectrum;
    private final boolean everything;

    private ShownEigenvalues(Spectrum spectrum, boolean everything) {
        this.spectrum = spectrum;
        this.everything = everything;
    }

    public static ShownEigenvalues of(Spectrum spectrum, AxisScale abscissa) {
        return new ShownEigenvalues(spectrum, abscissa.canShow(-1) && spectrum.negative().length > 0);
    }

    /** Whether zeros and negatives are drawn. */
    public boolean isEverything() {
        return everything;
    }

    /** Whether there is none to draw. */
    public boolean isEmpty() {
        return !everything && spectrum.positiveCount() == 0;
    }

    /** Those drawn, ascending. */
    public double[] values() {
        return everything ? spectrum.ascending() : spectrum.positive();
    }

    /** Their part of all N. */
    public Portion portion() {
        return everything ? Portion.EVERYTHING : Portion.positive(spectrum);
    }

    /** What is left out, such as {@code 70 negative, 5 zero of 140}; empty if nothing is. */
    public String leftOut() {
        if (everything) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (spectrum.negative().length > 0) {
            parts.add(spectrum.negative().length + " negative");
        }
        if (spectrum.zeroCount() > 0) {
            parts.add(spectrum.zeroCount() + " zero");
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + " of " + spectrum.size();
    }

    /** A legend's text with what is left out. */
    public String label(String text) {
        return leftOut().isEmpty() || text.isEmpty() ? text : text + " (not shown: " + leftOut() + ")";
    }
}
