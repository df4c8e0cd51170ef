package org.eigenscope.ui.fit;

import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.fit.Windows;
import org.eigenscope.law.SpectralLaw;

/**
 * The open interval between the trimmed neighbours that the fit looks through; infinite at an end where nothing is trimmed.
 *
 * @param lower the largest eigenvalue trimmed at the bottom, or −∞
 * @param upper the smallest trimmed at the top, or +∞
 * @param below the part of all eigenvalues that is trimmed at the bottom
 * @param inside the part that is kept
 * @param lowerMark between the last eigenvalue trimmed at the bottom and the first kept; −∞ where nothing is trimmed
 * @param upperMark between the last kept and the first trimmed at the top; +∞ where nothing is trimmed
 */
public record KeptWindow(double lower, double upper, double below, double inside, double lowerMark, double upperMark) {
    static final KeptWindow EVERYTHING = new KeptWindow(
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            0,
            1,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY);

    static KeptWindow of(Eigenvalues all, Trims trims) {
        double n = all.size();
        int end = all.size() - trims.top();
        return new KeptWindow(
                trims.bottom() == 0 ? Double.NEGATIVE_INFINITY : all.at(trims.bottom() - 1),
                trims.top() == 0 ? Double.POSITIVE_INFINITY : all.at(end),
                trims.bottom() / n,
                (n - trims.bottom() - trims.top()) / n,
                trims.bottom() == 0 ? Double.NEGATIVE_INFINITY : between(all, trims.bottom()),
                trims.top() == 0 ? Double.POSITIVE_INFINITY : between(all, end));
    }

    /** Between an eigenvalue and its lower neighbour, halfway on a logarithmic axis. */
    private static double between(Eigenvalues all, int index) {
        return Math.sqrt(all.at(index - 1)) * Math.sqrt(all.at(index));
    }

    /** Whether nothing is trimmed. */
    public boolean isEverything() {
        return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
    }

    /** The law's probability of the window. */
    double mass(SpectralLaw law) {
        return Windows.mass(law, lower, upper);
    }
}
