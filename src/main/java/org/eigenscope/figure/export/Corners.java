package org.eigenscope.figure.export;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.StepOutline;

/** Finds for each box the free corner of the axes where it covers the least of the data. */
final class Corners {
    private static final List<LegendPosition> BY_PREFERENCE = List.of(
            LegendPosition.TOP_RIGHT, LegendPosition.TOP_LEFT, LegendPosition.BOTTOM_LEFT, LegendPosition.BOTTOM_RIGHT);
    /** Bars may be covered sooner than lines: their tops say more than what is below. */
    private static final int PROBES = 6;

    private static final double LINE_STEP = 2;
    /** A point of an estimate counts as much as this many points of a curve. */
    private static final int POINT_WEIGHT = 40;

    private final Rectangle2D area;
    private final List<Point2D> ink = new ArrayList<>();
    private final Set<LegendPosition> taken = EnumSet.noneOf(LegendPosition.class);

    private Corners(Rectangle2D area) {
        this.area = area;
    }

    static Corners of(Panel panel, Frame frame) {
        Corners corners = new Corners(frame.area());
        for (Curve curve : panel.chart().curves()) {
            for (int i = 1; curve.visible() && i < curve.size(); i++) {
                corners.addLine(
                        place(frame, curve.xAt(i - 1), curve.yAt(i - 1)), place(frame, curve.xAt(i), curve.yAt(i)));
            }
        }
        panel.chart().histogram().ifPresent(steps -> corners.addBars(frame, steps, PROBES));
        for (StepOutline outline : panel.outlines()) {
            corners.addBars(frame, outline.steps(), 1);
        }
        for (PointSeries series : panel.points()) {
            series.points().forEach(point -> corners.addInterval(frame, point));
        }
        for (Guide guide : panel.chart().guides()) {
            corners.addGuide(frame, guide);
        }
        return corners;
    }

    private static Point2D place(Frame frame, double x, double y) {
        return new Point2D.Double(frame.px(x), frame.py(y));
    }

    /** A point every few points of its length, so that a straight line weighs as much as a bent one. */
    private void addLine(Point2D from, Point2D to) {
        double length = from.distance(to);
        int steps = length < Double.MAX_VALUE ? (int) Math.ceil(length / LINE_STEP) : 0;
        for (int i = 0; i < steps; i++) {
            double part = (double) i / steps;
            ink.add(new Point2D.Double(
                    from.getX() + part * (to.getX() - from.getX()), from.getY() + part * (to.getY() - from.getY())));
        }
    }

    private void addBars(Frame frame, HistogramSteps steps, int probes) {
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (!steps.isGap(bin)) {
                double top = frame.py(steps.density(bin));
                double x = frame.px(Math.sqrt(steps.lowerEdge(bin)) * Math.sqrt(steps.upperEdge(bin)));
                for (int i = 0; i < probes; i++) {
                    ink.add(new Point2D.Double(x, top + (area.getMaxY() - top) * i / probes));
                }
            }
        }
    }

    private void addInterval(Frame frame, PointSeries.Point point) {
        double top = frame.py(point.upper());
        double bottom = frame.py(point.lower());
        for (int i = 0; i < POINT_WEIGHT; i++) {
            ink.add(new Point2D.Double(frame.px(point.x()), top + (bottom - top) * i / (POINT_WEIGHT - 1)));
        }
    }

    private void addGuide(Frame frame, Guide guide) {
        if (guide instanceof Guide.Slope slope) {
            Point2D end = place(frame, slope.to(), slope.densityAt(slope.to()));
            addLine(place(frame, slope.from(), slope.density()), end);
        } else if (guide instanceof Guide.Vertical vertical) {
            double x = frame.px(vertical.position());
            addLine(new Point2D.Double(x, area.getMinY()), new Point2D.Double(x, area.getMaxY()));
        }
    }

    /** Keeps a corner for something else. */
    void take(LegendPosition corner) {
        taken.add(corner);
    }

    /** The corner asked for, or the best free one, which is then taken. */
    LegendPosition choose(LegendPosition wanted, LegendBox.Extent size) {
        LegendPosition best = wanted.isCorner() ? wanted : best(size);
        take(best);
        return best;
    }

    private LegendPosition best(LegendBox.Extent size) {
        LegendPosition best = LegendPosition.TOP_RIGHT;
        long least = Long.MAX_VALUE;
        for (LegendPosition corner : BY_PREFERENCE) {
            Rectangle2D box = place(area, corner, size, 0);
            long covered = ink.stream().filter(box::contains).count();
            if (!taken.contains(corner) && covered < least) {
                least = covered;
                best = corner;
            }
        }
        return best;
    }

    /** A box in a corner of an area, a margin away from its sides. */
    static Rectangle2D place(Rectangle2D area, LegendPosition corner, LegendBox.Extent size, double margin) {
        double x = corner.isLeft() ? area.getMinX() + margin : area.getMaxX() - margin - size.width();
        double y = corner.isTop() ? area.getMinY() + margin : area.getMaxY() - margin - size.height();
        return new Rectangle2D.Double(x, y, size.width(), size.height());
    }
}
