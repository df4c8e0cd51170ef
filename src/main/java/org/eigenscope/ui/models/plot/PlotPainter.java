package org.eigenscope.ui.models.plot;

import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Paints a plot on a canvas. */
final class PlotPainter {
    private static final double RADIUS = 3.5;
    /** From so many points on each is a small square, which is painted several times as fast. */
    private static final int MANY = 3_000;

    private static final int MOST_INTERVALS = 400;
    private static final int MARKS = 4;
    private static final double LINE_WIDTH = 1.6;

    private final GraphicsContext gc;
    private final CanvasChart chart;
    private final Color[] colors;

    PlotPainter(GraphicsContext gc, CanvasChart chart, Theme theme, int groups) {
        this.gc = gc;
        this.chart = chart;
        colors = GroupColors.of(Math.max(1, groups), theme);
    }

    void paint(PlotScene scene, Set<Long> selected) {
        chart.frame();
        gc.save();
        gc.beginPath();
        gc.rect(
                chart.area().left(),
                chart.area().top(),
                chart.area().width(),
                chart.area().height());
        gc.clip();
        scene.lines().forEach(this::band);
        scene.lines().forEach(this::line);
        points(scene, selected);
        gc.restore();
        notes(scene.notes());
    }

    private void band(PlotScene.Line line) {
        if (line.lower() == line.upper() || line.xs().length < 2) {
            return;
        }
        int count = line.xs().length;
        double[] xs = new double[2 * count];
        double[] ys = new double[2 * count];
        for (int i = 0; i < count; i++) {
            xs[i] = chart.px(line.xs()[i]);
            ys[i] = chart.py(line.upper()[i]);
            xs[2 * count - 1 - i] = xs[i];
            ys[2 * count - 1 - i] = chart.py(line.lower()[i]);
        }
        gc.setFill(color(line.group()).deriveColor(0, 1, 1, line.opacity()));
        gc.fillPolygon(xs, ys, 2 * count);
    }

    private void line(PlotScene.Line line) {
        if (line.isTile()) {
            return;
        }
        gc.setStroke(color(line.group()));
        gc.setLineWidth(line.group() < 0 ? 1 : LINE_WIDTH);
        gc.setLineDashes(line.group() < 0 ? new double[] {4, 4} : new double[0]);
        gc.beginPath();
        for (int i = 0; i < line.xs().length; i++) {
            double x = chart.px(line.xs()[i]);
            double y = chart.py(line.ys()[i]);
            if (i == 0) {
                gc.moveTo(x, y);
            } else {
                gc.lineTo(x, y);
            }
        }
        gc.stroke();
        gc.setLineDashes();
    }

    private void points(PlotScene scene, Set<Long> selected) {
        boolean any = !selected.isEmpty();
        if (scene.points().size() <= MOST_INTERVALS) {
            scene.points().forEach(this::interval);
        }
        double radius = scene.points().size() > MANY ? RADIUS / 2 : RADIUS;
        for (PlotScene.Point point : scene.points()) {
            if (!selected.contains(point.row().id())) {
                Color color = color(point.group());
                gc.setFill(any ? color.deriveColor(0, 1, 1, 0.25) : color);
                mark(point, radius, scene.points().size() > MANY);
            }
        }
        for (PlotScene.Point point : scene.points()) {
            if (selected.contains(point.row().id())) {
                gc.setFill(color(point.group()));
                mark(point, radius + 1, scene.points().size() > MANY);
                outline(point, radius + 2);
            }
        }
    }

    private void interval(PlotScene.Point point) {
        if (!(point.lower() < point.upper())) {
            return;
        }
        gc.setStroke(color(point.group()).deriveColor(0, 1, 1, 0.5));
        gc.setLineWidth(1);
        double x = Math.rint(chart.px(point.x())) + 0.5;
        gc.strokeLine(x, chart.py(point.lower()), x, chart.py(point.upper()));
    }

    private void outline(PlotScene.Point point, double radius) {
        gc.setStroke(CanvasChart.color(chart.palette().text()));
        gc.setLineWidth(1);
        gc.strokeOval(chart.px(point.x()) - radius, chart.py(point.y()) - radius, 2 * radius, 2 * radius);
    }

    private void mark(PlotScene.Point point, double radius, boolean plain) {
        double x = chart.px(point.x());
        double y = chart.py(point.y());
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        double size = 2 * radius;
        switch (plain ? 1 : point.mark() % MARKS) {
            case 0 -> gc.fillOval(x - radius, y - radius, size, size);
            case 1 -> gc.fillRect(x - radius, y - radius, size, size);
            case 2 ->
                gc.fillPolygon(
                        new double[] {x - radius - 1, x, x + radius + 1, x},
                        new double[] {y, y - radius - 1, y, y + radius + 1},
                        4);
            default ->
                gc.fillPolygon(
                        new double[] {x - radius - 0.5, x, x + radius + 0.5},
                        new double[] {y + radius, y - radius - 0.5, y + radius},
                        3);
        }
    }

    private void notes(List<String> notes) {
        double top = chart.area().top() + 12;
        for (String note : notes) {
            chart.note(note, chart.area().right() - 8, top, TextAlignment.RIGHT);
            top += 16;
        }
    }

    private Color color(int group) {
        return group < 0 ? CanvasChart.color(chart.palette().axis()) : colors[Math.min(group, colors.length - 1)];
    }
}
