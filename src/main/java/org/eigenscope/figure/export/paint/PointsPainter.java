package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Marker;

/**
 * Paints points with intervals; an end that the data did not set is an open bar to the edge of the axes, or where the bar stands
 * at its abscissa an arrow.
 */
public final class PointsPainter {
    private static final double BAR_WIDTH = 1.2;
    private static final double ASIDE = 0.55;
    /** The opacity of a band. */
    public static final double BAND = 0.2;

    private final PaintStyles ink;
    private final Measures measures;
    private final Frame frame;
    private final double shift;

    PointsPainter(PaintStyles ink, Measures measures, Frame frame) {
        this(ink, measures, frame, 0);
    }

    private PointsPainter(PaintStyles ink, Measures measures, Frame frame, double shift) {
        this.ink = ink;
        this.measures = measures;
        this.frame = frame;
        this.shift = shift;
    }

    /** A painter of the i-th of some series. */
    static PointsPainter beside(PaintStyles ink, Measures measures, Frame frame, List<PointSeries> all, int i) {
        return new PointsPainter(ink, measures, frame, aside(all, i, measures));
    }

    /** By how much the i-th series is moved aside, in points, so that intervals at one abscissa can be told apart; else 0. */
    public static double aside(List<PointSeries> all, int i, Measures measures) {
        if (all.stream().anyMatch(series -> series.intervals() != PointSeries.Intervals.BARS_ASIDE)) {
            return 0;
        }
        long places = all.stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(PointSeries.Point::x)
                .distinct()
                .count();
        long points = all.stream().mapToLong(series -> series.points().size()).sum();
        return places == points ? 0 : (i - (all.size() - 1) / 2.0) * ASIDE * measures.labelType();
    }

    private double px(PointSeries.Point point) {
        return frame.px(point.x()) + shift;
    }

    void paint(Graphics2D g, PointSeries series, CurveStyle style) {
        boolean band = series.intervals() == PointSeries.Intervals.BAND;
        if (band) {
            g.setColor(ink.flat(ink.of(style).withOpacity(BAND)));
            g.fill(band(series, frame));
        }
        if (series.connected()) {
            connect(g, series, style);
        }
        g.setColor(ink.color(ink.of(style)));
        g.setStroke(ink.stroke(BAR_WIDTH, List.of()));
        for (PointSeries.Point point : series.points()) {
            if (point.hasInterval() && !band) {
                bar(g, point);
                if (series.intervals() == PointSeries.Intervals.BARS) {
                    arrows(frame, point, arrow()).ifPresent(g::draw);
                }
            }
            if (point.hasWidth()) {
                double y = frame.py(point.y());
                g.draw(new Line2D.Double(inside(frame.px(point.left())), y, inside(frame.px(point.right())), y));
            }
        }
        double radius = radius();
        for (PointSeries.Point point : series.points()) {
            g.fill(shape(series.marker(), px(point), frame.py(point.y()), radius));
        }
    }

    private double inside(double x) {
        return Math.max(frame.area().getMinX(), Math.min(frame.area().getMaxX(), x));
    }

    private double arrow() {
        return 1.3 * radius();
    }

    /** Heads at the ends of an interval that the data did not set. */
    public static Optional<Path2D> arrows(Frame frame, PointSeries.Point point, double size) {
        Path2D heads = new Path2D.Double();
        double x = frame.px(point.x());
        if (point.upper() == Double.POSITIVE_INFINITY) {
            head(heads, x, frame.area().getMinY(), size, size);
        }
        if (point.lower() == Double.NEGATIVE_INFINITY) {
            head(heads, x, frame.area().getMaxY(), size, -size);
        }
        return heads.getCurrentPoint() == null ? Optional.empty() : Optional.of(heads);
    }

    private static void head(Path2D heads, double x, double tip, double half, double back) {
        heads.moveTo(x - half, tip + back);
        heads.lineTo(x, tip);
        heads.lineTo(x + half, tip + back);
    }

    /** The room between the ends of the intervals. */
    public static Path2D band(PointSeries series, Frame frame) {
        Path2D path = new Path2D.Double();
        List<PointSeries.Point> points = series.points();
        for (PointSeries.Point point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(frame.px(point.x()), frame.py(point.upper()));
            } else {
                path.lineTo(frame.px(point.x()), frame.py(point.upper()));
            }
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            path.lineTo(frame.px(points.get(i).x()), frame.py(points.get(i).lower()));
        }
        if (!points.isEmpty()) {
            path.closePath();
        }
        return path;
    }

    private double radius() {
        return 0.22 * measures.labelType();
    }

    private void connect(Graphics2D g, PointSeries series, CurveStyle style) {
        Path2D line = new Path2D.Double();
        for (PointSeries.Point point : series.points()) {
            if (line.getCurrentPoint() == null) {
                line.moveTo(px(point), frame.py(point.y()));
            } else {
                line.lineTo(px(point), frame.py(point.y()));
            }
        }
        g.setColor(ink.color(ink.of(style)));
        g.setStroke(ink.stroke(1, style.dashes()));
        g.draw(line);
    }

    private void bar(Graphics2D g, PointSeries.Point point) {
        Rectangle2D area = frame.area();
        double x = px(point);
        double top = Math.max(area.getMinY(), frame.py(point.upper()));
        double bottom = Math.min(area.getMaxY(), frame.py(point.lower()));
        g.draw(new Line2D.Double(x, top, x, bottom));
        double half = 0.8 * radius();
        if (top > area.getMinY()) {
            g.draw(new Line2D.Double(x - half, top, x + half, top));
        }
        if (bottom < area.getMaxY()) {
            g.draw(new Line2D.Double(x - half, bottom, x + half, bottom));
        }
    }

    /** A marker of roughly the same weight whatever its shape. */
    static Shape shape(Marker marker, double x, double y, double radius) {
        return switch (marker) {
            case CIRCLE -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case SQUARE -> {
                double half = 0.88 * radius;
                yield new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half);
            }
            case DIAMOND -> polygon(x, y - 1.3 * radius, x + 1.1 * radius, y, x, y + 1.3 * radius, x - 1.1 * radius, y);
            case TRIANGLE ->
                polygon(x, y - 1.25 * radius, x + 1.15 * radius, y + 0.8 * radius, x - 1.15 * radius, y + 0.8 * radius);
        };
    }

    private static Path2D polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
