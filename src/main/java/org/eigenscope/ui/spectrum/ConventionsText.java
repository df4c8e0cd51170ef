package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.text.Numbers;

/** What the convention bar says. */
final class ConventionsText {
    private ConventionsText() {}

    /** Shape and aspect ratio: {@code 200×400, γ 0.5000}. */
    static String shape(SpectrumModel.Shown shown) {
        Spectrum.Details details = shown.spectrum().details();
        String size = Numbers.count(details.rows()) + "×" + Numbers.count(details.columns());
        OptionalDouble gamma = details.aspectRatio();
        return size
                + (gamma.isPresent() ? "  ·  γ " + Numbers.format(gamma.getAsDouble()) : "  ·  symmetric, γ is fitted");
    }

    /** What is neither drawn nor fitted: zeros and negatives; empty when nothing is. */
    static String setApart(Spectrum spectrum) {
        List<String> parts = new ArrayList<>();
        if (spectrum.zeroCount() > 0) {
            parts.add(Numbers.count(spectrum.zeroCount()) + " of " + Numbers.count(spectrum.size()) + " zero");
        }
        int negative = spectrum.negative().length;
        if (negative > 0) {
            parts.add(Numbers.count(negative) + " negative");
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + ": not drawn, not fitted";
    }
}
