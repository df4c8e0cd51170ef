package org.eigenscope.ui.lessons.script;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a learner can move on the stage. */
public enum StageControl {
    KAPPA("κ", "repulsion", 0.01, 1000, true),
    GAMMA("γ", "aspect ratio", 0.02, 1, false),
    SCALE("s", "scale", 0.01, 100, true),
    TAU("τ", "temperature, the floor", 0, 2, false),
    /** The number of eigenvalues drawn. */
    N("N", "eigenvalues", 10, 2000, true),
    /** A vertical line for pointing at something on the chart. */
    MARKER("◆", "marker", 0, 10, false);

    private final String symbol;
    private final String meaning;
    private final double minimum;
    private final double maximum;
    private final boolean logarithmic;

    StageControl(String symbol, String meaning, double minimum, double maximum, boolean logarithmic) {
        this.symbol = symbol;
        this.meaning = meaning;
        this.minimum = minimum;
        this.maximum = maximum;
        this.logarithmic = logarithmic;
    }

    /** The name in lesson files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }

    public double minimum() {
        return minimum;
    }

    public double maximum() {
        return maximum;
    }

    /** Whether equal steps of the slider are equal factors. */
    public boolean isLogarithmic() {
        return logarithmic;
    }

    /** The control with the given id. */
    public static Optional<StageControl> byId(String id) {
        return Stream.of(values()).filter(control -> control.id().equals(id)).findFirst();
    }
}
