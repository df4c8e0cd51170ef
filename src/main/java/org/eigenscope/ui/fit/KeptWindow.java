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
 */
public record KeptWindow(double lower, double upper, double below, double inside) {
    static final KeptWindow EVERYTHING = new KeptWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 1);

    static KeptWindow of(Eigenvalues all, Trims trims) {
        double n = all.size();
        return new KeptWindow(
                trims.bottom() == 0 ? Double.NEGATIVE_INFINITY : all.at(trims.bottom() - 1),
                trims.top() == 0 ? Double.POSITIVE_INFINITY : all.at(all.size() - trims.top()),
                trims.bottom() / n,
                (n - trims.bottom() - trims.top()) / n);
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
