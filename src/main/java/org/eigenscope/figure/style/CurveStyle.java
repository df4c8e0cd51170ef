package org.eigenscope.figure.style;

import java.util.List;

/**
 * How a curve is stroked.
 *
 * @param light its colour on the light theme and on paper
 * @param dark its colour on the dark theme
 * @param width in logical pixels (points on paper)
 * @param dashes lengths of dashes and gaps in the same unit; empty for a solid line
 */
public record CurveStyle(Rgb light, Rgb dark, double width, List<Double> dashes) {
    public CurveStyle {
        dashes = List.copyOf(dashes);
    }

    /** The same line for a narrow strip. */
    public CurveStyle thinner() {
        return new CurveStyle(light, dark, 0.75 * width, dashes);
    }

    /** The same line, wider by a factor. */
    public CurveStyle wider(double factor) {
        return new CurveStyle(light, dark, factor * width, dashes);
    }

    /** The colour on a theme. */
    public Rgb color(Theme theme) {
        return theme == Theme.DARK ? dark : light;
    }
}
