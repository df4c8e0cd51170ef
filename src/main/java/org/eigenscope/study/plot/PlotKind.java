package org.eigenscope.study.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The plots of a study. */
public enum PlotKind {
    DEPTH("Along depth", "a column along depth, a line for each run", "depth", "kappa"),
    SERIES(
            "Series with bands",
            "a column against step or another number, with a band over the rows of each group",
            "step",
            "kappa"),
    SCATTER("Scatter", "one column against another, with their correlations", "", "kappa"),
    COMPARE("A against B", "a column of the same matrices on two sides", "", "kappa"),
    HEATMAP("Heat map depth × step", "a column as colours over depth and step", "step", "kappa"),
    HISTOGRAM("Histogram", "how the values of a column are distributed", "", "kappa"),
    KS("KS against κ", "distance of the fit against kappa", "kappa", "ks"),
    WATERFALL("ESD waterfall", "densities of the eigenvalues one above the other", "step", ""),
    ENERGY(
            "Free energy, h and h*",
            "free energies, and h with h* beside a measure of quality",
            "step",
            "test_accuracy");

    private final String title;
    private final String meaning;
    private final String usualX;
    private final String usualY;

    PlotKind(String title, String meaning, String usualX, String usualY) {
        this.title = title;
        this.meaning = meaning;
        this.usualX = usualX;
        this.usualY = usualY;
    }

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What menus call it. */
    public String title() {
        return title;
    }

    /** What it shows, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The column of the abscissa unless another is chosen; empty where there is none, or one must be chosen. */
    public String usualX() {
        return usualX;
    }

    /** The column that is shown unless another is chosen; empty where there is none. */
    public String usualY() {
        return usualY;
    }

    /** The plot of that name. */
    public static Optional<PlotKind> byId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
