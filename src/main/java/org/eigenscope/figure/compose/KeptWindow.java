package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.fit.model.WindowProbabilities;
import org.eigenscope.law.SpectralLaw;

/**
 * The open interval between the trimmed neighbours that a fit looks through; infinite at an end where nothing is trimmed.
 *
 * @param bottom how many of the smallest eigenvalues are trimmed
 * @param top how many of the largest
 * @param size how many there are
 * @param lower the largest eigenvalue trimmed at the bottom, or −∞
 * @param upper the smallest trimmed at the top, or +∞
 * @param lowerMark between the last eigenvalue trimmed at the bottom and the first kept; −∞ where nothing is trimmed
 * @param upperMark between the last kept and the first trimmed at the top; +∞ where nothing is trimmed
 */
public record KeptWindow(
        int bottom, int top, int size, double lower, double upper, double lowerMark, double upperMark) {
    /** The window of an untrimmed sample: from −∞ to +∞. */
    public static final KeptWindow EVERYTHING = new KeptWindow(
            0,
            0,
            1,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY);

    /**
     * The window of a sample; everything if the trims leave none of it.
     *
     * @param sorted its eigenvalues, ascending
     */
    public static KeptWindow of(double[] sorted, int bottom, int top) {
        return of(sorted.length, i -> sorted[i], bottom, top);
    }

    /**
     * The same for eigenvalues that are not to be copied.
     *
     * @param at the value at a rank, the smallest at 0
     */
    public static KeptWindow of(int size, IntToDoubleFunction at, int bottom, int top) {
        if (bottom + top == 0 || (long) bottom + top >= size) {
            return EVERYTHING;
        }
        int end = size - top;
        return new KeptWindow(
                bottom,
                top,
                size,
                bottom == 0 ? Double.NEGATIVE_INFINITY : at.applyAsDouble(bottom - 1),
                top == 0 ? Double.POSITIVE_INFINITY : at.applyAsDouble(end),
                bottom == 0 ? Double.NEGATIVE_INFINITY : between(at, bottom),
                top == 0 ? Double.POSITIVE_INFINITY : between(at, end));
    }

    /** Between an eigenvalue and its lower neighbour: halfway on a logarithmic axis, or on a linear one where 0 lies between. */
    private static double between(IntToDoubleFunction at, int index) {
        double lower = at.applyAsDouble(index - 1);
        double upper = at.applyAsDouble(index);
        return HistogramSteps.center(lower, upper);
    }

    /** The part of all eigenvalues that is trimmed at the bottom. */
    public double below() {
        return (double) bottom / size;
    }

    /** The part that is kept. */
    public double inside() {
        return (double) (size - bottom - top) / size;
    }

    /** Whether nothing is trimmed. */
    public boolean isEverything() {
        return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
    }

    /** The law's probability of the window. */
    public double mass(SpectralLaw law) {
        return WindowProbabilities.mass(law, lower, upper);
    }

    /** A guide at either end that is trimmed, labelled with the number of eigenvalues left out. */
    public List<Guide> guides() {
        List<Guide> guides = new ArrayList<>();
        if (Double.isFinite(lowerMark)) {
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_LOWER, lowerMark, "−" + bottom));
        }
        if (Double.isFinite(upperMark)) {
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_UPPER, upperMark, "−" + top));
        }
        return guides;
    }
}
