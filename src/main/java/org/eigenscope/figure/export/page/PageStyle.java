package org.eigenscope.figure.export.page;

import java.util.Locale;
import java.util.Objects;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.style.Theme;

/**
 * The paper of a figure.
 *
 * @param width in points of 1/72 inch
 * @param height in points
 * @param typeSize of axis labels, in points
 * @param colors on what ground and in which colours
 * @param dpi dots per inch of a PNG
 */
public record PageStyle(double width, double height, double typeSize, Colors colors, int dpi) {
    /** Points in an inch. */
    public static final double INCH = 72;

    /** The widest and highest, in inches. */
    public static final double LARGEST = 40;

    /** The narrowest and lowest, in inches: less has no room for labels. */
    public static final double SMALLEST = 0.8;

    public static final int LEAST_DPI = 36;
    public static final int MOST_DPI = 2400;
    /** The most pixels of a PNG: 100 million take 400 MB of memory. */
    public static final long MOST_PIXELS = 100_000_000;

    private static final double LEAST_TYPE = 3;
    private static final double MOST_TYPE = 60;

    /**
     * The colours of a figure.
     *
     * @param theme light or dark ground
     * @param grey whether colours become greys of the same luminance, as on a black-and-white printer
     * @param transparent whether the ground is left unpainted
     */
    public record Colors(Theme theme, boolean grey, boolean transparent) {
        /** On white, in colour. */
        public static final Colors PAPER = new Colors(Theme.LIGHT, false, false);

        public Colors {
            Objects.requireNonNull(theme, "theme");
        }
    }

    public PageStyle {
        Objects.requireNonNull(colors, "colors");
        requireLength("width", width);
        requireLength("height", height);
        if (!(typeSize >= LEAST_TYPE && typeSize <= MOST_TYPE)) {
            throw new IllegalArgumentException("type of " + NumberText.typed(typeSize) + " pt is outside "
                    + NumberText.typed(LEAST_TYPE) + " to " + NumberText.typed(MOST_TYPE) + " pt");
        }
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw new IllegalArgumentException(dpi + " dpi is outside " + LEAST_DPI + " to " + MOST_DPI);
        }
    }

    /** A length in points as formats write it: at most three decimals, none that are zero. */
    public static String points(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static void requireLength(String name, double points) {
        double inches = points / INCH;
        if (!(inches >= SMALLEST && inches <= LARGEST)) {
            throw new IllegalArgumentException(name + " of " + NumberText.typed(inches) + " in is outside "
                    + NumberText.typed(SMALLEST) + " to " + NumberText.typed(LARGEST) + " in");
        }
    }

    /** A preset at its own width and height, on white paper. */
    public static PageStyle of(PagePreset preset) {
        double width = preset.inches();
        return new PageStyle(width * INCH, preset.heightFor(width) * INCH, preset.typeSize(), Colors.PAPER, 300);
    }

    public PageStyle withSize(double newWidth, double newHeight) {
        return new PageStyle(newWidth, newHeight, typeSize, colors, dpi);
    }

    public PageStyle withTypeSize(double value) {
        return new PageStyle(width, height, value, colors, dpi);
    }

    public PageStyle withColors(Colors value) {
        return new PageStyle(width, height, typeSize, value, dpi);
    }

    public PageStyle withDpi(int value) {
        return new PageStyle(width, height, typeSize, colors, value);
    }
}
