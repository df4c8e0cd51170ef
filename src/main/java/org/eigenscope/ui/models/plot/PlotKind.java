package org.eigenscope.ui.models.plot;

import java.util.Locale;

/** The plots of a study. */
public enum PlotKind {
    /** A metric along the depth of the network, at the step that is looked at. */
    DEPTH("Along depth"),
    /** A metric against the step or any other number, with bands over the rows of a group. */
    SERIES("Series with bands"),
    /** Two numbers against each other, with coefficients. */
    SCATTER("Scatter"),
    /** A metric of the same matrices in two groups. */
    COMPARE("A against B"),
    /** How often a metric has which value. */
    HISTOGRAM("Histogram"),
    /** The distance of the fit against the repulsion. */
    KS("KS against κ"),
    /** A metric over depth and step, as colours. */
    HEATMAP("Heat map depth × step"),
    /** The spectra of one layer along its training, each above the one before. */
    WATERFALL("ESD waterfall"),
    /** When the free energy says that training is to stop. */
    ENERGY("h and h* along training");

    private final String title;

    PlotKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name in sessions. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return title;
    }
}
