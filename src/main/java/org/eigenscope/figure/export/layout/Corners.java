package org.eigenscope.figure.export.layout;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.eigenscope.figure.export.type.Typesetter;

/** Finds for each box the free corner of the axes where it covers the least of the data. */
final class Corners {
    private static final List<LegendPosition> BY_PREFERENCE = List.of(
            LegendPosition.TOP_RIGHT, LegendPosition.TOP_LEFT, LegendPosition.BOTTOM_LEFT, LegendPosition.BOTTOM_RIGHT);
    /**
     * Steps from the top to the foot of each bar, between which its inside is tested. Bars may be covered sooner than
     * lines, because their tops show more than their insides.
     */
    private static final int PROBES = 6;

    private static final double LINE_STEP = 2;
    /** A point of an estimate counts as much as this many points of a curve. */
    private static final int POINT_WEIGHT = 40;

    /** A guide whose words are touched is lost; that counts as much as this many points of a curve. */
    private static final int WORD_WEIGHT = 20;

    /** A line may be touched for this many steps of its length. */
    private static final int TOUCHED = 3;

    private final Rectangle2D area;
    private final double rim;
    /** Points of lines and markers, which must not be covered. */
    private final List<Point2D> lines = new ArrayList<>();
    /** The rectangles of the labels of guides. */
    private final List<Rectangle2D> words = new ArrayList<>();
    /** Points inside bars. */
    private final List<Point2D> fill = new ArrayList<>();

    private final Set<LegendPosition> taken = EnumSet.noneOf(LegendPosition.class);
    /** The rectangles of other boxes, which may reach into neighbouring corners in narrow axes. */
    private final List<Rectangle2D> boxes = new ArrayList<>();

    private Corners(Rectangle2D area, double rim) {
        this.area = area;
        this.rim = rim;
    }

    static Corners of(Panel panel, Frame frame, Typesetter type, Measures measures) {
        Corners corners = new Corners(frame.area(), measures.gap());
        for (Curve curve : panel.chart().curves()) {
            for (int i = 1; curve.visible() && i < curve.size(); i++) {
                corners.addLine(
                        place(frame, curve.xAt(i - 1), curve.yAt(i - 1)), place(frame, curve.xAt(i), curve.yAt(i)));
            }
        }
        panel.chart().histogram().ifPresent(steps -> {
            corners.addOutline(frame, steps);
            corners.addFill(frame, steps);
        });
        for (StepOutline outline : panel.outlines()) {
            corners.addOutline(frame, outline.steps());
        }
        for (PointSeries series : panel.points()) {
            series.points().forEach(point -> corners.addInterval(frame, point));
        }
        for (Guide guide : panel.chart().guides()) {
            corners.addGuide(new GuidePlace(frame, type, measures), guide);
        }
        panel.inset()
                .filter(inset -> inset.corner().isCorner())
                .ifPresent(inset -> corners.take(inset.corner(), InsetLayout.room(inset, frame.area(), measures)));
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
            lines.add(new Point2D.Double(
                    from.getX() + part * (to.getX() - from.getX()), from.getY() + part * (to.getY() - from.getY())));
        }
    }

    /** Tops and the sides between them, as far as they are in sight. */
    private void addOutline(Frame frame, HistogramSteps steps) {
        double before = area.getMaxY();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            double left = frame.px(steps.lowerEdge(bin));
            double right = frame.px(steps.upperEdge(bin));
            double top = steps.isGap(bin) ? area.getMaxY() : inSight(frame.py(steps.density(bin)));
            addLine(new Point2D.Double(left, before), new Point2D.Double(left, top));
            if (!steps.isGap(bin)) {
                addLine(new Point2D.Double(left, top), new Point2D.Double(right, top));
            }
            before = top;
        }
        double end = frame.px(steps.upperEdge(steps.binCount() - 1));
        addLine(new Point2D.Double(end, before), new Point2D.Double(end, area.getMaxY()));
    }

    private double inSight(double y) {
        return Math.max(area.getMinY(), Math.min(area.getMaxY(), y));
    }

    private void addFill(Frame frame, HistogramSteps steps) {
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (!steps.isGap(bin)) {
                double top = frame.py(steps.density(bin));
                double x = frame.px(Math.sqrt(steps.lowerEdge(bin)) * Math.sqrt(steps.upperEdge(bin)));
                for (int i = 1; i < PROBES; i++) {
                    fill.add(new Point2D.Double(x, top + (area.getMaxY() - top) * i / PROBES));
                }
            }
        }
    }

    private void addInterval(Frame frame, PointSeries.Point point) {
        double top = frame.py(point.upper());
        double bottom = frame.py(point.lower());
        for (int i = 0; i < POINT_WEIGHT; i++) {
            lines.add(new Point2D.Double(frame.px(point.x()), top + (bottom - top) * i / (POINT_WEIGHT - 1)));
        }
    }

    private void addGuide(GuidePlace place, Guide guide) {
        place.of(guide).ifPresent(line -> {
            addLine(line.from(), line.to());
            Rectangle2D text = line.words();
            words.add(text);
            for (double y = text.getMinY(); y <= text.getMaxY(); y += LINE_STEP) {
                addLine(new Point2D.Double(text.getMinX(), y), new Point2D.Double(text.getMaxX(), y));
            }
        });
    }

    /** Keeps a corner for a box. */
    void take(LegendPosition corner, Rectangle2D box) {
        taken.add(corner);
        boxes.add(box);
    }

    /** The free corner where a box hides the least: no lines if possible, and of bars as little as can be. */
    LegendPosition best(LegendBox.Extent size) {
        return BY_PREFERENCE.stream()
                .min(Comparator.comparing((LegendPosition corner) -> taken.contains(corner))
                        .thenComparing(corner -> meetsBox(corner, size))
                        .thenComparing(corner -> isFree(corner, size) ? 0 : hidden(corner, size))
                        .thenComparing(corner -> covered(fill, corner, size)))
                .orElseThrow();
    }

    /** Whether a box fits into a corner without hiding a line or another box, or touching a word. */
    boolean isFree(LegendPosition corner, LegendBox.Extent size) {
        return !taken.contains(corner)
                && fits(size)
                && room(corner, size).getMaxY() + rim <= area.getMaxY()
                && !meetsBox(corner, size)
                && !touchesWords(corner, size)
                && covered(lines, corner, size) <= TOUCHED;
    }

    /** Whether there is room for a box inside, a margin away from all sides. */
    boolean fits(LegendBox.Extent size) {
        return size.width() + 2 * rim <= area.getWidth() && size.height() + 2 * rim <= area.getHeight();
    }

    private long hidden(LegendPosition corner, LegendBox.Extent size) {
        return covered(lines, corner, size) + (touchesWords(corner, size) ? WORD_WEIGHT : 0);
    }

    private boolean touchesWords(LegendPosition corner, LegendBox.Extent size) {
        return words.stream().anyMatch(room(corner, size)::intersects);
    }

    private boolean meetsBox(LegendPosition corner, LegendBox.Extent size) {
        Rectangle2D box = room(corner, size);
        return boxes.stream().anyMatch(box::intersects);
    }

    private long covered(List<Point2D> ink, LegendPosition corner, LegendBox.Extent size) {
        Rectangle2D box = room(corner, size);
        return ink.stream().filter(box::contains).count();
    }

    /** A box in a corner of the axes: below the words of guides that stand at their top. */
    Rectangle2D room(LegendPosition corner, LegendBox.Extent size) {
        Rectangle2D box = place(area, corner, size, rim);
        for (Rectangle2D text : words) {
            if (corner.isTop() && text.getMinY() < area.getMinY() + rim && text.intersects(box)) {
                box.setRect(box.getX(), text.getMaxY() + rim / 2, box.getWidth(), box.getHeight());
            }
        }
        return box;
    }

    /** A box in a corner of an area, a margin away from its sides. */
    static Rectangle2D place(Rectangle2D area, LegendPosition corner, LegendBox.Extent size, double margin) {
        double x = corner.isLeft() ? area.getMinX() + margin : area.getMaxX() - margin - size.width();
        double y = corner.isTop() ? area.getMinY() + margin : area.getMaxY() - margin - size.height();
        return new Rectangle2D.Double(x, y, size.width(), size.height());
    }
}
