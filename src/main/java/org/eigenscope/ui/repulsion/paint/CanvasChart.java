package org.eigenscope.ui.repulsion.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;

/**
 * A small chart being painted on a canvas: a rectangle with axes, bars and lines, in the colours of the figures.
 *
 * @param gc of the canvas
 * @param theme light or dark
 * @param area where the axes span, in pixels
 * @param x the abscissa
 * @param y the ordinate
 */
public record CanvasChart(GraphicsContext gc, Theme theme, Area area, Axis x, Axis y) {
    static final double FONT_SIZE = 11.5;

    private static final Font FONT = Font.font("Roboto", FONT_SIZE);
    private static final Font EXPONENT_FONT = Font.font("Roboto", 9.5);
    private static final Font TITLE_FONT = Font.font("Roboto", 12);
    private static final double LABEL_WIDTH = 46;
    private static final double LABEL_HEIGHT = 30;

    /** A rectangle in pixels. */
    public record Area(double left, double top, double width, double height) {
        public double right() {
            return left + width;
        }

        public double bottom() {
            return top + height;
        }
    }

    /** An axis with its title; an empty title leaves the axis without ticks. */
    public record Axis(AxisScale scale, AxisRange range, String title) {
        public static Axis linear(double lower, double upper, String title) {
            return new Axis(AxisScale.LINEAR, new AxisRange(lower, upper), title);
        }

        public static Axis log(double lower, double upper, String title) {
            return new Axis(AxisScale.LOG, new AxisRange(lower, upper), title);
        }
    }

    public double px(double value) {
        return area.left() + area.width() * x.range().fraction(x.scale(), value);
    }

    public double py(double value) {
        return area.bottom() - area.height() * y.range().fraction(y.scale(), value);
    }

    public static Color color(Rgb rgb) {
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue(), rgb.opacity());
    }

    public Palette palette() {
        return Palette.of(theme);
    }

    /** Grid, axis lines, tick labels and titles. */
    public void frame() {
        gc.setFont(FONT);
        Ticks horizontal = Ticks.fitting(x.scale(), x.range(), area.width(), label -> LABEL_WIDTH);
        Ticks vertical = Ticks.fitting(y.scale(), y.range(), area.height(), label -> LABEL_HEIGHT);
        gc.setFill(color(palette().grid().major()));
        for (Tick tick : horizontal.major()) {
            gc.fillRect(Math.floor(px(tick.value())), area.top(), 1, area.height());
        }
        for (Tick tick : vertical.major()) {
            gc.fillRect(area.left(), Math.floor(py(tick.value())), area.width(), 1);
        }
        gc.setFill(color(palette().axis()));
        gc.fillRect(area.left(), Math.floor(area.bottom()), area.width(), 1);
        gc.setFill(color(palette().text()));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.TOP);
        for (Tick tick : horizontal.major()) {
            gc.fillText(tick.label().text(), px(tick.value()), area.bottom() + 5);
        }
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setTextBaseline(VPos.CENTER);
        for (Tick tick : vertical.major()) {
            gc.fillText(tick.label().text(), area.left() - 6, py(tick.value()));
        }
        titles();
    }

    private void titles() {
        gc.setFont(TITLE_FONT);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.TOP);
        gc.fillText(x.title(), area.left() + area.width() / 2, area.bottom() + 20);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BOTTOM);
        gc.fillText(y.title(), Math.max(4, area.left() - 30), area.top() - 5);
    }

    /** Equal bars from end to end of the abscissa. */
    public void bars(double[] heights) {
        gc.setFill(color(palette().bars().fill()));
        double width = area.width() / heights.length;
        for (int i = 0; i < heights.length; i++) {
            double top = Math.max(area.top(), clampedY(heights[i]));
            gc.fillRect(area.left() + i * width, top, Math.max(1, width - 1), area.bottom() - top);
        }
    }

    /** A line through heights at the middles of equal steps from end to end. */
    public void evenLine(double[] heights, CurveStyle style) {
        double[] xs = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            xs[i] = x.range().at(x.scale(), (i + 0.5) / heights.length);
        }
        line(xs, heights, style);
    }

    /** A line through points; those without a place break it. */
    public void line(double[] xs, double[] ys, CurveStyle style) {
        gc.setStroke(color(style.color(theme)));
        gc.setLineWidth(style.width());
        gc.setLineDashes(style.dashes().stream().mapToDouble(d -> d).toArray());
        gc.save();
        gc.beginPath();
        gc.rect(area.left(), area.top() - 2, area.width(), area.height() + 2);
        gc.clip();
        boolean open = false;
        gc.beginPath();
        for (int i = 0; i < xs.length; i++) {
            double height = clampedY(ys[i]);
            boolean shown = Double.isFinite(height) && x.range().contains(xs[i]);
            if (shown && open) {
                gc.lineTo(px(xs[i]), height);
            } else if (shown) {
                gc.moveTo(px(xs[i]), height);
            }
            open = shown;
        }
        gc.stroke();
        gc.restore();
        gc.setLineDashes();
    }

    /**
     * A pixel ordinate, at most one height of the area outside, so that steep lines leave the area in the right
     * direction.
     */
    private double clampedY(double value) {
        double at = py(value);
        if (at == Double.POSITIVE_INFINITY) {
            return area.bottom();
        }
        return Math.max(area.top() - area.height(), Math.min(area.bottom(), at));
    }

    /** A line of the legend in an upper corner; returns where the next one goes. */
    public double legend(double top, String text, CurveStyle style, boolean atLeft) {
        double right = atLeft ? area.left() + 38 : area.right() - 8;
        gc.setFont(FONT);
        gc.setStroke(color(style.color(theme)));
        gc.setLineWidth(style.width());
        gc.setLineDashes(style.dashes().stream().mapToDouble(d -> d).toArray());
        gc.strokeLine(right - 26, top + 8, right, top + 8);
        gc.setLineDashes();
        if (atLeft) {
            note(text, right + 8, top + 8, TextAlignment.LEFT);
        } else {
            note(text, right - 32, top + 8, TextAlignment.RIGHT);
        }
        return top + 17;
    }

    /** A short text on a patch of background, its middle at a point. */
    public void tag(String text, double x0, double y0) {
        double width = 6.2 * text.length() + 6;
        gc.setFill(color(palette().background().withOpacity(0.8)));
        gc.fillRoundRect(x0 - width / 2, y0 - 8, width, 16, 6, 6);
        note(text, x0, y0, TextAlignment.CENTER);
    }

    /** A power of λ on a patch of background, its middle at a point. */
    public void power(String exponent, double x0, double y0) {
        double raised = 5.2 * exponent.length();
        double width = 7 + raised + 8;
        gc.setFill(color(palette().background().withOpacity(0.8)));
        gc.fillRoundRect(x0 - width / 2, y0 - 10, width, 19, 6, 6);
        note("λ", x0 - width / 2 + 4, y0 + 1, TextAlignment.LEFT);
        gc.setFont(EXPONENT_FONT);
        gc.fillText(exponent, x0 - width / 2 + 11, y0 - 4);
    }

    /** A short text, its middle at the height given. */
    public void note(String text, double left, double middle, TextAlignment alignment) {
        gc.setFont(FONT);
        gc.setFill(color(palette().text()));
        gc.setTextAlign(alignment);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, left, middle);
    }
}
