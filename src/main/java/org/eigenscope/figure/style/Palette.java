package org.eigenscope.figure.style;

/**
 * The colours of everything in a figure but the curves, which carry their own.
 *
 * @param background behind everything
 * @param text titles and tick labels
 * @param axis axis lines and ticks
 * @param grid behind the data
 * @param bars the histogram
 * @param guide τ line, trim positions and slope guides
 * @param veil over what is trimmed away, translucent
 */
public record Palette(Rgb background, Rgb text, Rgb axis, Lines grid, Bars bars, Rgb guide, Rgb veil) {
    /**
     * The grid's colours.
     *
     * @param major lines at labelled ticks
     * @param minor lines at the ticks between
     */
    public record Lines(Rgb major, Rgb minor) {}

    /**
     * The histogram's colours.
     *
     * @param fill inside the steps, translucent
     * @param line along the steps
     */
    public record Bars(Rgb fill, Rgb line) {}

    private static final Palette LIGHT = new Palette(
            Rgb.of("#FFFFFF"),
            Rgb.of("#424A53"),
            Rgb.of("#8C959F"),
            new Lines(Rgb.of("#E4E8EC"), Rgb.of("#F3F5F7")),
            new Bars(Rgb.of("#6E7781").withOpacity(0.30), Rgb.of("#6E7781").withOpacity(0.85)),
            Rgb.of("#6639BA"),
            Rgb.of("#FFFFFF").withOpacity(0.62));
    private static final Palette DARK = new Palette(
            Rgb.of("#0D1117"),
            Rgb.of("#B1BAC4"),
            Rgb.of("#6E7681"),
            new Lines(Rgb.of("#262C34"), Rgb.of("#191E25")),
            new Bars(Rgb.of("#8B949E").withOpacity(0.32), Rgb.of("#8B949E").withOpacity(0.9)),
            Rgb.of("#BC8CFF"),
            Rgb.of("#0D1117").withOpacity(0.62));

    /** The palette of a theme. */
    public static Palette of(Theme theme) {
        return theme == Theme.DARK ? DARK : LIGHT;
    }
}
