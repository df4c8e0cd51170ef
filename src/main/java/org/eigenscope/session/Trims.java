package org.eigenscope.session;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.Guide;
import org.eigenscope.spectrum.Spectrum;

/** Shows which eigenvalues a fit left out. */
final class Trims {
    private Trims() {}

    /** A guide between what was left out and what was fitted, at either end where something was. */
    static List<Guide> guides(Conventions conventions, Spectrum spectrum) {
        double[] values = spectrum.positive();
        List<Guide> guides = new ArrayList<>();
        int bottom = conventions.trimBottom();
        int top = conventions.trimTop();
        if (bottom > 0 && bottom < values.length) {
            double at = Math.sqrt(values[bottom - 1] * values[bottom]);
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_LOWER, at, "−" + bottom));
        }
        if (top > 0 && top < values.length) {
            double at = Math.sqrt(values[values.length - top - 1] * values[values.length - top]);
            guides.add(new Guide.Vertical(Guide.Kind.TRIM_UPPER, at, "−" + top));
        }
        return guides;
    }
}
