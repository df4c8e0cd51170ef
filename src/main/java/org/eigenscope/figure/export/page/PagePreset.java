package org.eigenscope.figure.export.page;

import java.util.Arrays;
import java.util.Optional;

/** The widths that journals, conferences and slides give a figure, in inches, and the size of the type in it, in points. */
public enum PagePreset {
    NEURIPS("neurips", "NeurIPS", 5.5, 8),
    ICLR("iclr", "ICLR", 5.5, 8),
    ICML("icml", "ICML, one column", 3.25, 8),
    ICML_WIDE("icml-wide", "ICML, two columns", 6.75, 8),
    AISTATS("aistats", "AISTATS, one column", 3.25, 8),
    AISTATS_WIDE("aistats-wide", "AISTATS, two columns", 6.75, 8),
    JMLR("jmlr", "JMLR", 6.0, 9),
    TMLR("tmlr", "TMLR", 6.5, 9),
    AAAI("aaai", "AAAI, one column", 3.3125, 8),
    AAAI_WIDE("aaai-wide", "AAAI, two columns", 7.0, 8),
    CVPR("cvpr", "CVPR, one column", 3.25, 8),
    CVPR_WIDE("cvpr-wide", "CVPR, two columns", 6.875, 8),
    IEEE("ieee", "IEEE, one column", 3.3, 8),
    /** Its guide asks for 5 to 7 pt of a sans-serif face. */
    NATURE("nature", "Nature, one column", 3.5, 7),
    /** The text of a 16 × 9 cm slide. */
    BEAMER("beamer", "Beamer 16:9", 5.5, 10);

    private static final double GOLDEN = 0.618;
    /** Narrow figures need height for their labels. */
    private static final double TALL = 0.75;

    private static final double SQUARE = 0.95;
    private static final double TINY = 2.4;
    private static final double NARROW = 4;
    private static final double SLIDE = 0.5;
    /** The width in inches below which figures are set in smaller type. */
    private static final double CRAMPED = 1.6;
    /** The least type size in points that journals ask for. */
    private static final double LEAST_TYPE = 5;
    /** Lines of type above a grid of panels. */
    private static final double WORDS_ABOVE = 3;

    private final String id;
    private final String title;
    private final double inches;
    private final double typeSize;

    PagePreset(String id, String title, double inches, double typeSize) {
        this.id = id;
        this.title = title;
        this.inches = inches;
        this.typeSize = typeSize;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** The width, in inches. */
    public double inches() {
        return inches;
    }

    /** The size of axis labels, in points. */
    public double typeSize() {
        return typeSize;
    }

    /**
     * The size of axis labels in a figure of another width, in points: smaller where labels would leave no room for axes.
     *
     * @param width in inches
     */
    public double typeSizeFor(double width) {
        return Math.min(typeSize, Math.max(LEAST_TYPE, typeSize * width / CRAMPED));
    }

    /**
     * The height that suits a width, in inches.
     *
     * @param width in inches
     */
    public double heightFor(double width) {
        return width * (width < TINY ? SQUARE : width < NARROW ? TALL : this == BEAMER ? SLIDE : GOLDEN);
    }

    /**
     * The height that suits a grid of panels, in inches: that of each panel, and lines above for legend and title.
     *
     * @param width of the whole grid, in inches
     */
    public double heightFor(double width, int rows, int columns) {
        double words = rows * columns > 1 ? WORDS_ABOVE * typeSize / PageStyle.INCH : 0;
        return heightFor(width / columns) * rows + words;
    }

    /** The preset with the given id. */
    public static Optional<PagePreset> byId(String id) {
        return Arrays.stream(values()).filter(preset -> preset.id.equals(id)).findFirst();
    }
}
