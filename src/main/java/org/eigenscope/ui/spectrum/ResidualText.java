package org.eigenscope.ui.spectrum;

import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.ui.text.Numbers;

/** What the residual panel says of itself. */
final class ResidualText {
    private ResidualText() {}

    /** What is drawn, the distance, and what the band assumes. */
    static String of(Residuals residuals) {
        return residuals.curves().isEmpty()
                ? ""
                : "share of eigenvalues up to λ minus F(λ)  ·  KS " + Numbers.formatFixed3(residuals.distance())
                        + "  ·  grey: ±" + Numbers.formatFixed3(residuals.band())
                        + ", 95 % of independent draws, law not fitted to them";
    }

    static String spoken(Residuals residuals) {
        return residuals.curves().isEmpty()
                ? "No residuals."
                : "Residuals, share of the data minus F, of "
                        + residuals.curves().get(0).label() + ": largest "
                        + Numbers.formatFixed3(residuals.distance())
                        + (residuals.distance() <= residuals.band() ? ", within" : ", outside")
                        + " the 95 % band of plus or minus " + Numbers.formatFixed3(residuals.band()) + ".";
    }
}
