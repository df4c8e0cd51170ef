package org.eigenscope.session;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.figure.style.Rgb;

/**
 * Something in a figure whose name in the legend can be changed, and for lines and points the colour.
 *
 * @param id what it is named by
 * @param label what the legend calls it now, may be empty
 * @param color its colour now on a light ground; empty for bars
 */
public record FigureEntry(String id, String label, Optional<Rgb> color) {
    public FigureEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(color, "color");
    }
}
