package org.eigenscope.figure.style;

/**
 * Colours for a quantity between 0 and 1: one hue with a lightness that changes evenly in Oklab. Equal steps look
 * equal, and can be told apart without colour vision. 0 is nearly the background, 1 stands out most.
 *
 * <p>Oklab: B. Ottosson, 2020.
 */
public final class ColorRamp {
    /** The hue of the window's accent. */
    private static final double HUE = Math.toRadians(255);

    private static final int STEPS = 256;

    private static final ColorRamp LIGHT = new ColorRamp(new double[] {0.945, 0.012}, new double[] {0.36, 0.145});
    private static final ColorRamp DARK = new ColorRamp(new double[] {0.27, 0.035}, new double[] {0.86, 0.075});

    private final Rgb[] colors = new Rgb[STEPS];

    /** Between two pairs of lightness and chroma. */
    private ColorRamp(double[] from, double[] to) {
        for (int i = 0; i < STEPS; i++) {
            double t = i / (STEPS - 1.0);
            colors[i] = oklch(from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]));
        }
    }

    /** The ramp on the background of a theme. */
    public static ColorRamp of(Theme theme) {
        return theme == Theme.DARK ? DARK : LIGHT;
    }

    /** The colour at t; values outside [0, 1] and NaN take the nearer end, NaN that of 0. */
    public Rgb at(double t) {
        return colors[(int) Math.round(Math.max(0, Math.min(1, Double.isNaN(t) ? 0 : t)) * (STEPS - 1))];
    }

    private static Rgb oklch(double lightness, double chroma) {
        double a = chroma * Math.cos(HUE);
        double b = chroma * Math.sin(HUE);
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Rgb(
                channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
                1);
    }

    private static double cube(double root) {
        return root * root * root;
    }

    /** Linear light to an sRGB byte. */
    private static int channel(double linear) {
        double v = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, v)));
    }
}
