package org.eigenscope.study.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The plots of a study. */
public enum PlotKind {
    DEPTH("a column along depth, a line for each run", "depth", "kappa"),
    SERIES("a column against step or another number, with a band over the rows of each group", "step", "kappa"),
    SCATTER("one column against another, with their correlations", "", "kappa"),
    COMPARE("a column of the same matrices on two sides", "", "kappa"),
    HEATMAP("a column as colours over depth and step", "step", "kappa"),
    HISTOGRAM("how the values of a column are distributed", "", "kappa"),
    KS("distance of the fit against kappa", "kappa", "ks"),
    WATERFALL("densities of the eigenvalues one above the other", "step", ""),
    ENERGY("free energies, and h with h* beside a measure of quality", "step", "test_accuracy");

    private final String meaning;
    private final String usualX;
    private final String usualY;

    PlotKind(String meaning, String usualX, String usualY) {
        this.meaning = meaning;
        this.usualX = usualX;
        this.usualY = usualY;
    }

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
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
