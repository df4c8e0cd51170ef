package org.eigenscope.figure.export.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;

/** The colours and line widths of one figure. */
public final class PaintStyles {
    /** The window's twelve logical pixels of type stand for the page's size of type. */
    private static final double SCREEN_TYPE = 12;
    /** Lines on paper are finer than on a screen by this factor. */
    private static final double FINER = 0.9;

    private final PageStyle.Colors colors;
    private final Palette palette;
    private final double scale;

    public PaintStyles(PageStyle style) {
        this.colors = style.colors();
        this.palette = Palette.of(colors.theme());
        this.scale = FINER * style.typeSize() / SCREEN_TYPE;
    }

    public Palette palette() {
        return palette;
    }

    /** A length in logical pixels of the window, in points. */
    public double points(double pixels) {
        return scale * pixels;
    }

    public Rgb of(CurveStyle style) {
        return style.color(colors.theme());
    }

    /** The colour as it is printed. */
    Color color(Rgb rgb) {
        int alpha = (int) Math.round(255 * rgb.opacity());
        if (!colors.grey()) {
            return new Color(rgb.red(), rgb.green(), rgb.blue(), alpha);
        }
        int grey = grey(rgb.luminance());
        return new Color(grey, grey, grey, alpha);
    }

    /**
     * The colour blended with the background, opaque, so that no viewer shows seams. In transparent figures it stays
     * translucent.
     */
    Color flat(Rgb rgb) {
        return colors.transparent() ? color(rgb) : blended(rgb);
    }

    /** The opaque colour that it makes over the palette's ground, whether that is painted or not. */
    public Color blended(Rgb rgb) {
        Rgb ground = palette.background();
        return color(new Rgb(
                blend(rgb.red(), ground.red(), rgb.opacity()),
                blend(rgb.green(), ground.green(), rgb.opacity()),
                blend(rgb.blue(), ground.blue(), rgb.opacity()),
                1));
    }

    /** The sRGB value of a grey of that WCAG luminance. */
    private static int grey(double luminance) {
        double c = luminance <= 0.03928 / 12.92 ? 12.92 * luminance : 1.055 * Math.pow(luminance, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.max(0, Math.min(1, c)));
    }

    private static int blend(int top, int below, double opacity) {
        return (int) Math.round(opacity * top + (1 - opacity) * below);
    }

    /** Sets colour and line for a curve. */
    void take(Graphics2D g, CurveStyle style) {
        g.setColor(color(of(style)));
        g.setStroke(stroke(style.width(), style.dashes()));
    }

    /** A line whose width and dashes are in logical pixels. */
    BasicStroke stroke(double width, List<Double> dashes) {
        float points = (float) points(width);
        if (dashes.isEmpty()) {
            return new BasicStroke(points, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) points(dashes.get(i));
        }
        return new BasicStroke(points, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    BasicStroke hairline() {
        return stroke(0.75, List.of());
    }

    public boolean paintsGround() {
        return !colors.transparent();
    }

    Theme theme() {
        return colors.theme();
    }
}
