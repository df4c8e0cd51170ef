package org.eigenscope.ui.control;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;

/**
 * A band of colour under a slider that shows how good each position is, with a bar under an interval of positions. It
 * begins and ends where the slider's thumb does.
 */
public final class ColorBand extends Region {
    /** Half the width of a slider's thumb, in pixels. */
    private static final double INSET = 8;

    private static final double BAND = 6;
    private static final double GAP = 1;
    private static final double BAR = 3;
    private static final double LEAST_BAR = 3;

    /** The band, painted pixel by pixel, because a gradient with many stops costs more. */
    private final Canvas band = new Canvas(1, BAND);

    private final Region bar = new Region();
    private DoubleUnaryOperator shown = position -> 0;
    private ColorRamp ramp = ColorRamp.of(Theme.LIGHT);
    private double from;
    private double to;

    public ColorBand() {
        getStyleClass().add("color-band");
        bar.getStyleClass().add("interval");
        bar.setManaged(false);
        band.setManaged(false);
        getChildren().addAll(band, bar);
        setVisible(false);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(BAND + GAP + BAR);
        setPrefHeight(BAND + GAP + BAR);
    }

    /**
     * Shows a band.
     *
     * @param goodness between 0 and 1 for a position in [0, 1]
     * @param lower where the bar begins, in [0, 1]
     * @param upper where it ends
     */
    public void show(DoubleUnaryOperator goodness, double lower, double upper, Theme theme) {
        shown = goodness;
        ramp = ColorRamp.of(theme);
        from = lower;
        to = upper;
        setVisible(true);
        place();
    }

    /** Shows nothing, but keeps its room. */
    public void clear() {
        setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    /** Places the bar without a layout pass, because it changes with every step of a drag. */
    private void place() {
        double width = Math.max(1, Math.floor(getWidth() - 2 * INSET));
        if (band.getWidth() != width) {
            band.setWidth(width);
        }
        band.relocate(INSET, 0);
        paint((int) width);
        double length = Math.max(LEAST_BAR, (to - from) * width);
        double left = Math.max(0, Math.min(width - length, (from + to) / 2 * width - length / 2));
        bar.resizeRelocate(INSET + left, BAND + GAP, length, BAR);
    }

    private void paint(int width) {
        GraphicsContext gc = band.getGraphicsContext2D();
        for (int x = 0; x < width; x++) {
            Rgb color = ramp.at(shown.applyAsDouble((x + 0.5) / width));
            gc.setFill(Color.rgb(color.red(), color.green(), color.blue()));
            gc.fillRect(x, 0, 1, BAND);
        }
    }
}
