package org.eigenscope.network.train;

/** The numbers of a training that a person gives, and what each may be. */
public enum TrainingNumber {
    /** Samples of a step. */
    BATCH_SIZE("batch size", 1, Integer.MAX_VALUE, true, true),
    /** How many seeds, each a training of its own. */
    SEEDS("number of seeds", 1, 10_000, true, true),
    /** Passes over the data. */
    EPOCHS("number of epochs", 0, 1_000_000, true, true),
    /** μ. */
    MOMENTUM("momentum", 0, 1, false, false),
    /** λ. */
    DECAY("weight decay", 0, 1000, true, false),
    /** The part of the labels that is drawn anew. */
    LABEL_NOISE("label noise", 0, 1, true, false);

    private final String label;
    private final double lower;
    private final double upper;
    private final boolean upperIncluded;
    private final boolean whole;

    TrainingNumber(String label, double lower, double upper, boolean upperIncluded, boolean whole) {
        this.label = label;
        this.lower = lower;
        this.upper = upper;
        this.upperIncluded = upperIncluded;
        this.whole = whole;
    }

    /** The number in words, without an article. */
    public String label() {
        return label;
    }

    /** Whether only whole numbers will do. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether a value may be taken; NaN and infinities may not. */
    public boolean contains(double value) {
        boolean inside = value >= lower && (upperIncluded ? value <= upper : value < upper);
        return inside && (!whole || value == Math.rint(value));
    }

    /** The range in words that follow “outside”: {@code 0 to below 1}. */
    public String range() {
        return (long) lower + " to " + (upperIncluded ? "" : "below ") + (long) upper;
    }
}
