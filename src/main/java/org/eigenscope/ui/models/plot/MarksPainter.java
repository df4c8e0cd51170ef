package org.eigenscope.ui.models.plot;

import java.util.List;
import java.util.function.LongPredicate;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Marker;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Paints points, with their intervals or bands. */
final class MarksPainter {
    private static final double RADIUS = 3.6;
    /** From so many points on each is a small square without its interval, which is painted several times as fast. */
    private static final int MANY = 2_500;

    private static final double BAND = 0.2;
    private static final double CAP = 2.5;

    private final GraphicsContext gc;
    private final Theme theme;
    private final PlotLayout.Place place;
    private final boolean many;

    MarksPainter(GraphicsContext gc, Theme theme, PlotLayout.Place place, int count) {
        this.gc = gc;
        this.theme = theme;
        this.place = place;
        this.many = count > MANY;
    }

    private Color color(CurveStyle style) {
        return CanvasChart.color(style.color(theme));
    }

    void band(PointSeries series, CurveStyle style) {
        List<PointSeries.Point> points = series.points();
        if (series.intervals() != PointSeries.Intervals.BAND || points.size() < 2) {
            return;
        }
        int count = points.size();
        double[] xs = new double[2 * count];
        double[] ys = new double[2 * count];
        for (int i = 0; i < count; i++) {
            xs[i] = place.px(points.get(i).x());
            ys[i] = place.py(points.get(i).upper());
            xs[2 * count - 1 - i] = xs[i];
            ys[2 * count - 1 - i] = place.py(points.get(i).lower());
        }
        gc.setFill(color(style).deriveColor(0, 1, 1, BAND));
        gc.fillPolygon(xs, ys, 2 * count);
    }

    void line(PointSeries series, CurveStyle style) {
        if (!series.connected()) {
            return;
        }
        gc.setStroke(color(style));
        gc.setLineWidth(style.width());
        gc.setLineDashes(style.dashes().stream().mapToDouble(dash -> dash).toArray());
        gc.beginPath();
        for (int i = 0; i < series.points().size(); i++) {
            double x = place.px(series.points().get(i).x());
            double y = place.py(series.points().get(i).y());
            if (i == 0) {
                gc.moveTo(x, y);
            } else {
                gc.lineTo(x, y);
            }
        }
        gc.stroke();
        gc.setLineDashes();
    }

    /** Paints marks; those of some rows faint. */
    void paint(PointSeries series, CurveStyle style, LongPredicate isFaint) {
        Color full = color(style);
        Color faint = full.deriveColor(0, 1, 1, PlotPainter.FAINT);
        boolean bars = !many && series.intervals() != PointSeries.Intervals.BAND;
        for (PointSeries.Point point : series.points()) {
            Color color = isFaint.test(point.row()) ? faint : full;
            if (bars) {
                intervals(point, color);
            }
            gc.setFill(color);
            mark(series.marker(), place.px(point.x()), place.py(point.y()), many ? RADIUS / 2 : RADIUS);
        }
    }

    private void intervals(PointSeries.Point point, Color color) {
        gc.setStroke(color.deriveColor(0, 1, 1, 0.55));
        gc.setLineWidth(1);
        double x = Math.rint(place.px(point.x())) + 0.5;
        double y = Math.rint(place.py(point.y())) + 0.5;
        CanvasChart.Area area = place.area();
        if (point.hasInterval()) {
            double top = Math.max(area.top(), place.py(point.upper()));
            double bottom = Math.min(area.bottom(), place.py(point.lower()));
            gc.strokeLine(x, top, x, bottom);
            end(x, top, point.upper() == Double.POSITIVE_INFINITY, 1);
            end(x, bottom, point.lower() == Double.NEGATIVE_INFINITY, -1);
        }
        if (point.hasWidth()) {
            gc.strokeLine(
                    Math.max(area.left(), place.px(point.left())),
                    y,
                    Math.min(area.right(), place.px(point.right())),
                    y);
        }
    }

    /** An arrow where the data set no end; otherwise a cap, but none where the axes cut it off. */
    private void end(double x, double y, boolean open, int down) {
        if (open) {
            gc.strokeLine(x - CAP, y + down * CAP, x, y);
            gc.strokeLine(x + CAP, y + down * CAP, x, y);
        } else if (y > place.area().top() && y < place.area().bottom()) {
            gc.strokeLine(x - CAP, y, x + CAP, y);
        }
    }

    /** Paints the marks of some rows anew, over all others and with a ring around each. */
    void outline(PointSeries series, CurveStyle style, LongPredicate isChosen) {
        for (PointSeries.Point point : series.points()) {
            if (point.row() != PointSeries.Point.NO_ROW && isChosen.test(point.row())) {
                double x = place.px(point.x());
                double y = place.py(point.y());
                gc.setFill(color(style));
                mark(series.marker(), x, y, RADIUS + 0.5);
                gc.setStroke(CanvasChart.color(Palette.of(theme).text()));
                gc.setLineWidth(1);
                gc.strokeOval(x - RADIUS - 2, y - RADIUS - 2, 2 * RADIUS + 4, 2 * RADIUS + 4);
            }
        }
    }

    private void mark(Marker marker, double x, double y, double radius) {
        if (many) {
            gc.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
        } else {
            paint(gc, marker, x, y, radius);
        }
    }

    /** A mark in the current colour, of roughly the same weight whatever its shape. */
    static void paint(GraphicsContext gc, Marker marker, double x, double y, double radius) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        switch (marker) {
            case CIRCLE -> gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            case SQUARE -> gc.fillRect(x - 0.88 * radius, y - 0.88 * radius, 1.76 * radius, 1.76 * radius);
            case DIAMOND ->
                gc.fillPolygon(
                        new double[] {x, x + 1.1 * radius, x, x - 1.1 * radius},
                        new double[] {y - 1.3 * radius, y, y + 1.3 * radius, y},
                        4);
            case TRIANGLE ->
                gc.fillPolygon(
                        new double[] {x, x + 1.15 * radius, x - 1.15 * radius},
                        new double[] {y - 1.25 * radius, y + 0.8 * radius, y + 0.8 * radius},
                        3);
        }
    }
}
