package org.eigenscope.ui.plot;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.style.Palette;

/**
 * A chart-fx axis with our ticks and lettering.
 *
 * <p>chart-fx's own log axes label every decade however many there are, in E notation, and choose poor ranges; so the
 * range is always set from outside, the ticks come from {@link Ticks}, and the axis is painted here. Its thickness is
 * fixed, so that the plot does not jump while labels change.
 */
final class PlotAxis extends DefaultNumericAxis {
    private static final double TICK_LENGTH = 5;
    private static final double MINOR_TICK_LENGTH = 3;
    private static final double LABEL_GAP = 4;
    private static final double HORIZONTAL_THICKNESS = 52;
    private static final double VERTICAL_THICKNESS = 76;
    private static final double LABEL_SPACING_X = 18;
    private static final double LABEL_SPACING_Y = 12;

    private final PlotState plotState;
    private final boolean horizontal;
    private final TickLettering lettering;
    private Ticks ticks = Ticks.of(AxisScale.LOG, new org.eigenscope.figure.axis.AxisRange(0.1, 10), 2);

    PlotAxis(PlotState plotState, boolean horizontal) {
        this.plotState = plotState;
        this.horizontal = horizontal;
        this.lettering = new TickLettering();
        setAutoRanging(false);
        setAnimated(false);
        setAxisPadding(horizontal ? 40 : 16);
    }

    /**
     * Sets scale and range together, in an order in which a logarithmic axis never gets a range that chart-fx would
     * replace.
     */
    void show(AxisScale scale, org.eigenscope.figure.axis.AxisRange range) {
        if (scale == AxisScale.LOG) {
            set(range.lower(), range.upper());
            setLogAxis(true);
        } else {
            setLogAxis(false);
            set(linear(scale, range.lower()), linear(scale, range.upper()));
        }
        invalidateRange();
        forceRedraw();
    }

    /** chart-fx has no symmetric logarithmic axis: there it gets the coordinates, which are linear. */
    private static double linear(AxisScale scale, double value) {
        return scale instanceof SymmetricLogScale ? scale.forward(value) : value;
    }

    /** The pixels from the start of the axis. */
    double place(double value) {
        return getDisplayPosition(linear(shownScale(), value));
    }

    Ticks ticks() {
        return ticks;
    }

    private org.eigenscope.figure.axis.AxisRange shownRange() {
        return horizontal ? plotState.ranges().x() : plotState.ranges().y();
    }

    private AxisScale shownScale() {
        return horizontal ? plotState.xScale() : plotState.yScale();
    }

    @Override
    public double computePreferredTickUnit(double axisLength) {
        // ours come from Ticks; chart-fx only asks for a positive number
        return Math.max((getMax() - getMin()) / 10, Double.MIN_NORMAL);
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList tickValues) {
        lettering.setFont(getTickLabelStyle().getFont());
        double length = Math.max(1, getLength());
        ticks = Ticks.fitting(
                shownScale(),
                shownRange(),
                length,
                label -> horizontal ? lettering.width(label) + LABEL_SPACING_X : lettering.height() + LABEL_SPACING_Y);
        for (double value : ticks.majorValues()) {
            tickValues.add(linear(shownScale(), value));
        }
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList tickValues) {
        // ours are drawn from Ticks; for chart-fx's own its hidden grid would paint transparent lines
    }

    @Override
    public String getTickMarkLabel(double value) {
        // chart-fx measures and places these; ours are lettered in drawAxis
        return "";
    }

    @Override
    protected double computePrefWidth(double height) {
        return horizontal ? super.computePrefWidth(height) : VERTICAL_THICKNESS * plotState.textScale();
    }

    @Override
    protected double computePrefHeight(double width) {
        return horizontal ? HORIZONTAL_THICKNESS * plotState.textScale() : super.computePrefHeight(width);
    }

    @Override
    public void drawAxis(GraphicsContext gc, double width, double height) {
        Palette palette = plotState.palette();
        gc.save();
        gc.setStroke(PlotState.color(palette.axis()));
        gc.setLineWidth(1);
        strokeTicks(gc, width, ticks.minor(), MINOR_TICK_LENGTH);
        strokeTicks(gc, width, ticks.majorValues(), TICK_LENGTH);
        strokeLine(gc, width, height);
        gc.setFill(getTickLabelStyle().getFill());
        for (Tick tick : ticks.major()) {
            double place = place(tick.value());
            if (horizontal) {
                // the canvas ends with the axis, and a label at its end would be cut
                double centre = Math.min(place, width - lettering.width(tick.label()) / 2);
                lettering.drawCentered(gc, tick.label(), centre, TICK_LENGTH + LABEL_GAP + lettering.ascent());
            } else {
                double baseline = Math.max(lettering.height(), place + lettering.ascent() * 0.36);
                lettering.drawRightAligned(gc, tick.label(), width - TICK_LENGTH - LABEL_GAP, baseline);
            }
        }
        drawTitle(gc, width, height);
        gc.restore();
    }

    private void strokeTicks(GraphicsContext gc, double width, double[] values, double length) {
        for (double value : values) {
            double place = Math.floor(place(value)) + 0.5;
            if (horizontal) {
                gc.strokeLine(place, 0.5, place, length + 0.5);
            } else {
                gc.strokeLine(width - 0.5 - length, place, width - 0.5, place);
            }
        }
    }

    private void strokeLine(GraphicsContext gc, double width, double height) {
        if (horizontal) {
            gc.strokeLine(-0.5, 0.5, width + 0.5, 0.5);
        } else {
            gc.strokeLine(width - 0.5, -0.5, width - 0.5, height + 0.5);
        }
    }

    private void drawTitle(GraphicsContext gc, double width, double height) {
        String title = horizontal
                ? plotState.figure().xAxis().label()
                : plotState.figure().yAxis().label();
        gc.setFont(getAxisLabel().getFont());
        gc.setFill(getAxisLabel().getFill());
        gc.setTextAlign(TextAlignment.CENTER);
        if (horizontal) {
            gc.setTextBaseline(VPos.BOTTOM);
            gc.fillText(title, width / 2, height - 4);
        } else {
            gc.setTextBaseline(VPos.TOP);
            gc.translate(4, height / 2);
            gc.rotate(-90);
            gc.fillText(title, 0, 0);
        }
    }
}
