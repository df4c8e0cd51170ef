package org.eigenscope.ui.training.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/** Paints a quantity of several runs against the epoch, a line of its own colour for each run. */
public final class CurvesPane extends PaintedRegion {
    private static final double LEFT = 52;
    private static final double TOP = 26;
    private static final double RIGHT = 14;
    private static final double BOTTOM = 40;
    private static final double LEAST = 40;
    private static final double CHOSEN_WIDTH = 2.4;
    private static final double WIDTH = 1.3;
    private static final double RADIUS = 3;
    /** Where the ordinate becomes logarithmic: a ratio of the largest to the smallest. */
    private static final double WIDE = 30;

    private EpochCurves curves = EpochCurves.EMPTY;

    public CurvesPane() {
        getStyleClass().add("training-curves");
        setFocusTraversable(false);
    }

    public void show(EpochCurves value) {
        curves = value;
        setAccessibleText(value.title() + " against epoch, of " + value.runs() + " runs");
        repaint();
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        if (curves.title().isEmpty() || width < LEFT + RIGHT + LEAST || height < TOP + BOTTOM + LEAST) {
            return;
        }
        double[] ends = ends();
        boolean log = ends[0] > 0 && ends[1] / ends[0] > WIDE;
        AxisRange range = range(ends, log);
        CanvasChart chart = new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM),
                CanvasChart.Axis.linear(0, Math.max(1, curves.epochs()), "epoch"),
                new CanvasChart.Axis(log ? AxisScale.LOG : AxisScale.LINEAR, range, curves.title()));
        chart.frame();
        if (ends[0] > ends[1]) {
            chart.note("nothing measured yet", LEFT + (width - LEFT - RIGHT) / 2, height / 2, TextAlignment.CENTER);
            return;
        }
        marker(gc, chart);
        for (EpochCurves.Line line : curves.lines()) {
            if (line.run() != curves.chosen()) {
                draw(gc, chart, line);
            }
        }
        for (EpochCurves.Line line : curves.lines()) {
            if (line.run() == curves.chosen()) {
                draw(gc, chart, line);
            }
        }
    }

    private void marker(GraphicsContext gc, CanvasChart chart) {
        if (chart.x().range().contains(curves.at())) {
            gc.setFill(CanvasChart.color(chart.palette().guide()));
            gc.fillRect(
                    Math.floor(chart.px(curves.at())),
                    chart.area().top(),
                    1,
                    chart.area().height());
        }
    }

    private void draw(GraphicsContext gc, CanvasChart chart, EpochCurves.Line line) {
        boolean chosen = line.run() == curves.chosen();
        CurveStyle style = new CurveStyle(
                RunColors.rgb(line.run(), curves.runs(), Theme.LIGHT),
                RunColors.rgb(line.run(), curves.runs(), Theme.DARK),
                chosen ? CHOSEN_WIDTH : WIDTH,
                RunColors.dashes(line.broken()));
        chart.line(line.xs(), line.ys(), style);
        int last = line.xs().length - 1;
        if (!line.broken() && last >= 0 && Double.isFinite(line.ys()[last])) {
            double radius = chosen ? RADIUS + 1 : RADIUS;
            gc.setFill(CanvasChart.color(style.color(theme())));
            gc.fillOval(chart.px(line.xs()[last]) - radius, chart.py(line.ys()[last]) - radius, 2 * radius, 2 * radius);
        }
    }

    /** The smallest and the largest value; the first above the second if there is none. */
    private double[] ends() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (EpochCurves.Line line : curves.lines()) {
            for (double y : line.ys()) {
                if (Double.isFinite(y)) {
                    least = Math.min(least, y);
                    most = Math.max(most, y);
                }
            }
        }
        return new double[] {least, most};
    }

    private static AxisRange range(double[] ends, boolean log) {
        if (ends[0] > ends[1]) {
            return new AxisRange(0, 1);
        }
        if (log) {
            return new AxisRange(ends[0] / 1.3, ends[1] * 1.3);
        }
        double room = Math.max(0.06 * (ends[1] - ends[0]), Math.max(1e-9, 0.02 * Math.abs(ends[1])));
        return new AxisRange(ends[0] - room, ends[1] + room);
    }
}
