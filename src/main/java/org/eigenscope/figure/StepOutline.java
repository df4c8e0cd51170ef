package org.eigenscope.figure;

import java.util.Objects;
import org.eigenscope.figure.style.CurveStyle;

/**
 * One of several spectra in the same axes, its histogram drawn as an outline so that it hides no other.
 *
 * @param id names it
 * @param steps its histogram, with the label of the legend
 * @param style its line
 */
public record StepOutline(String id, HistogramSteps steps, CurveStyle style) {
    public StepOutline {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(steps, "steps");
        Objects.requireNonNull(style, "style");
    }
}
