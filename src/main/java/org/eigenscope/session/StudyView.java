package org.eigenscope.session;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The study that the window shows, and what of it.
 *
 * @param path its file
 * @param settings of the results that are looked at, as the study writes them
 * @param filter of its rows
 * @param plot what is plotted
 * @param step the step that is looked at
 */
public record StudyView(String path, String settings, String filter, Plot plot, OptionalDouble step) {
    public StudyView {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(plot, "plot");
        if (step.isPresent() && !Double.isFinite(step.getAsDouble())) {
            throw new IllegalArgumentException("step = " + step.getAsDouble() + " is not finite");
        }
    }

    /**
     * A plot of its rows.
     *
     * @param kind which plot
     * @param x the column of the abscissa
     * @param y the column of the ordinate
     * @param group the column of the groups; empty for none
     */
    public record Plot(String kind, String x, String y, String group) {
        public Plot {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(x, "x");
            Objects.requireNonNull(y, "y");
            Objects.requireNonNull(group, "group");
        }
    }
}
