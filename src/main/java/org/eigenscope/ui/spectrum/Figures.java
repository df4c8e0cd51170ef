package org.eigenscope.ui.spectrum;

import java.util.List;
import org.eigenscope.figure.Guide;
import org.eigenscope.spectrum.Spectrum;

/** What only the window's chart has: handles that wait. */
final class Figures {
    private Figures() {}

    /**
     * Where the handles of trims wait while nothing is trimmed: at the extreme eigenvalues.
     *
     * @param all whether they trim eigenvalues of any sign
     */
    static List<Guide.Vertical> restingTrims(Spectrum spectrum, boolean all) {
        double[] values = all ? spectrum.ascending() : spectrum.positive();
        return values.length == 0
                ? List.of()
                : List.of(
                        new Guide.Vertical(Guide.Kind.TRIM_LOWER, values[0], ""),
                        new Guide.Vertical(Guide.Kind.TRIM_UPPER, values[values.length - 1], ""));
    }
}
