package org.eigenscope.ui.models.plot;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.study.plot.StudyPlot;

/**
 * The plot on screen, or why there is none.
 *
 * @param plot what is drawn
 * @param empty why nothing is, a sentence that says what to do; empty if something is
 */
public record PlotShown(Optional<StudyPlot> plot, String empty) {
    /** Nothing, without a word. */
    public static final PlotShown NOTHING = new PlotShown(Optional.empty(), "");

    public PlotShown {
        Objects.requireNonNull(plot, "plot");
        Objects.requireNonNull(empty, "empty");
    }

    static PlotShown of(StudyPlot plot) {
        return new PlotShown(Optional.of(plot), "");
    }

    static PlotShown nothing(String sentence) {
        return new PlotShown(Optional.empty(), sentence);
    }
}
