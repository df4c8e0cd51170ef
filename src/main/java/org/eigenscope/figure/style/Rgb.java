package org.eigenscope.figure.style;

/**
 * An sRGB colour.
 *
 * @param red in 0…255
 * @param green in 0…255
 * @param blue in 0…255
 * @param opacity in [0, 1]
 */
public record Rgb(int red, int green, int blue, double opacity) {
    public Rgb {
        if (((red | green | blue) & ~0xFF) != 0 || !(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException(
                    "colour " + red + ", " + green + ", " + blue + ", " + opacity + " is out of range");
        }
    }

    /**
     * An opaque colour.
     *
     * @param hex such as {@code #D55E00}
     */
    public static Rgb of(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("colour " + hex + " is not of the form #RRGGBB");
        }
        int value = Integer.parseInt(hex.substring(1), 16);
        return new Rgb(value >> 16, (value >> 8) & 0xFF, value & 0xFF, 1);
    }

    /** The same colour with another opacity in [0, 1]. */
    public Rgb withOpacity(double value) {
        return new Rgb(red, green, blue, value);
    }

    /** {@code #RRGGBB}, without the opacity. */
    public String hex() {
        return String.format("#%02X%02X%02X", red, green, blue);
    }

    /** WCAG 2.1 relative luminance, in [0, 1], of the opaque colour. */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** WCAG 2.1 contrast ratio, in [1, 21], of the opaque colours. */
    public double contrast(Rgb other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
