package org.eigenscope.session;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The study that the window shows, and what of it.
 *
 * @param path its file
 * @param settings of the results that are looked at, as the study writes them
 * @param filter of its rows
 * @param plot what is plotted
 * @param step the step that is looked at
 * @param chosen the row that is chosen alone, if one is
 */
public record StudyView(
        String path, String settings, String filter, Plot plot, OptionalDouble step, Optional<Row> chosen) {
    public StudyView {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(plot, "plot");
        Objects.requireNonNull(chosen, "chosen");
        if (step.isPresent() && !Double.isFinite(step.getAsDouble())) {
            throw new IllegalArgumentException("step = " + step.getAsDouble() + " is not finite");
        }
    }

    /**
     * A matrix of the study.
     *
     * @param source its file as the study names it
     * @param tensor its name there, may be empty
     * @param base what was subtracted, may be empty
     */
    public record Row(String source, String tensor, String base) {
        public Row {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(tensor, "tensor");
            Objects.requireNonNull(base, "base");
        }
    }

    /**
     * A plot of its rows.
     *
     * @param kind which plot
     * @param x the column of the abscissa
     * @param y the column of the ordinate
     * @param group the column of the groups; empty for none
     * @param layer the layer that is plotted; empty for all
     * @param a the group that is compared, may be empty
     * @param b the group with which it is compared, may be empty
     */
    public record Plot(String kind, String x, String y, String group, String layer, String a, String b) {
        public Plot {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(x, "x");
            Objects.requireNonNull(y, "y");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(a, "a");
            Objects.requireNonNull(b, "b");
        }
    }
}
