package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.spectrum.Spectrum;

/**
 * The eigenvalues that an abscissa can show: all of them if it has a place for negatives and some are negative, otherwise the positive
 * ones. Zeros without negatives come from rank deficiency. They are a point mass without a density, so they are named
 * in the legend and not drawn.
 */
public final class ShownEigenvalues {
    private final Spectrum spectrum;
    private final boolean everything;

    private ShownEigenvalues(Spectrum spectrum, boolean everything) {
        this.spectrum = spectrum;
        this.everything = everything;
    }

    /** The eigenvalues of a spectrum that an abscissa of the given scale can show. */
    public static ShownEigenvalues of(Spectrum spectrum, AxisScale abscissa) {
        return new ShownEigenvalues(spectrum, abscissa.showsNegatives() && spectrum.negative().length > 0);
    }

    /** Whether zeros and negatives are drawn. */
    public boolean isEverything() {
        return everything;
    }

    /** Whether there is none to draw. */
    public boolean isEmpty() {
        return !everything && spectrum.positiveCount() == 0;
    }

    /** The eigenvalues that are drawn, ascending. */
    public double[] values() {
        return everything ? spectrum.ascending() : spectrum.positive();
    }

    /** The part of all N eigenvalues that is drawn. */
    public Portion portion() {
        return everything ? Portion.EVERYTHING : Portion.positive(spectrum);
    }

    /** The eigenvalues that are left out, such as {@code 70 negative, 5 zero of 140}; empty if none is. */
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
