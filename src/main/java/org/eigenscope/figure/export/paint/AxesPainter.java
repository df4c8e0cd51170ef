package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.layout.Slot;
import org.eigenscope.figure.export.type.Typesetter;

/** Paints grid, axis lines, ticks and labels of a frame. */
final class AxesPainter {
    private final PaintStyles ink;
    private final Typesetter type;
    private final Measures measures;

    AxesPainter(PaintStyles ink, Typesetter type, Measures measures) {
        this.ink = ink;
        this.type = type;
        this.measures = measures;
    }

    /** Paints hairlines at the labelled ticks. */
    void paintGrid(Graphics2D g, Frame frame) {
        Rectangle2D area = frame.area();
        Path2D lines = new Path2D.Double();
        for (double value : frame.x().ticks().majorValues()) {
            addLine(lines, frame.px(value), area.getMinY(), frame.px(value), area.getMaxY());
        }
        for (double value : frame.y().ticks().majorValues()) {
            addLine(lines, area.getMinX(), frame.py(value), area.getMaxX(), frame.py(value));
        }
        g.setColor(ink.color(ink.palette().grid().major()));
        g.setStroke(ink.hairline());
        g.draw(lines);
    }

    /**
     * The two axis lines with their ticks outside.
     *
     * @param ticksBelow whether the abscissa carries ticks; above a strip it does not
     */
    void paintLines(Graphics2D g, Frame frame, boolean ticksBelow) {
        Rectangle2D area = frame.area();
        g.setColor(ink.color(ink.palette().axis()));
        g.setStroke(ink.hairline());
        Path2D lines = new Path2D.Double();
        lines.moveTo(area.getMinX(), area.getMinY());
        lines.lineTo(area.getMinX(), area.getMaxY());
        lines.lineTo(area.getMaxX(), area.getMaxY());
        g.draw(lines);
        Path2D ticks = new Path2D.Double();
        addOrdinateTicks(ticks, frame, frame.y().ticks().majorValues(), measures.tick());
        addOrdinateTicks(ticks, frame, frame.y().ticks().minor(), measures.minorTick());
        if (ticksBelow) {
            addAbscissaTicks(ticks, frame, frame.x().ticks().majorValues(), measures.tick());
            addAbscissaTicks(ticks, frame, frame.x().ticks().minor(), measures.minorTick());
        }
        g.draw(ticks);
    }

    private static void addAbscissaTicks(Path2D path, Frame frame, double[] values, double length) {
        double y = frame.area().getMaxY();
        for (double value : values) {
            addLine(path, frame.px(value), y, frame.px(value), y + length);
        }
    }

    private static void addOrdinateTicks(Path2D path, Frame frame, double[] values, double length) {
        double x = frame.area().getMinX();
        for (double value : values) {
            addLine(path, x - length, frame.py(value), x, frame.py(value));
        }
    }

    private static void addLine(Path2D path, double x0, double y0, double x1, double y1) {
        path.append(new Line2D.Double(x0, y0, x1, y1), false);
    }

    void paintAbscissaTicks(Graphics2D g, Frame frame) {
        g.setColor(ink.color(ink.palette().text()));
        double baseline = frame.area().getMaxY() + measures.abscissaBaseline();
        for (Tick tick : frame.x().ticks().major()) {
            type.draw(g, tick.label(), measures.tickType(), Typesetter.Anchor.MIDDLE, frame.px(tick.value()), baseline);
        }
    }

    void paintAbscissaTitle(Graphics2D g, Frame frame, String title, Slot slot) {
        g.setColor(ink.color(ink.palette().text()));
        double baseline = frame.area().getMaxY() + measures.abscissaBaseline();
        double below = baseline + measures.gap() + Typesetter.rise(measures.labelType());
        type.draw(g, title, slot.scale() * measures.labelType(), Typesetter.Anchor.MIDDLE, slot.centre(), below);
    }

    void paintOrdinateTicks(Graphics2D g, Frame frame) {
        g.setColor(ink.color(ink.palette().text()));
        double size = measures.tickType();
        double right = frame.area().getMinX() - measures.tick() - 0.7 * measures.gap();
        for (Tick tick : frame.y().ticks().major()) {
            double baseline = frame.py(tick.value()) + Typesetter.rise(size) / 2;
            type.draw(g, tick.label(), size, Typesetter.Anchor.END, right, baseline);
        }
    }

    /** @param left where the panel begins */
    void paintOrdinateTitle(Graphics2D g, String title, double left, Slot slot) {
        g.setColor(ink.color(ink.palette().text()));
        double baseline = left + Typesetter.rise(measures.labelType());
        type.drawUpwards(g, title, slot.scale() * measures.labelType(), baseline, slot.centre());
    }
}
