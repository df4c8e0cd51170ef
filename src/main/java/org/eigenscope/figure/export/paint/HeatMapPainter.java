package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.HeatMap;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.export.layout.ColorBar;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.ColorRamp;

/** Paints the cells of a heat map and the bar that explains their colours. */
public final class HeatMapPainter {
    /** How many colours the bar is painted in. */
    public static final int SHADES = 64;

    private static final double SEAM = 0.25;

    private final PaintStyles ink;
    private final Typesetter type;
    private final Measures measures;

    HeatMapPainter(PaintStyles ink, Typesetter type, Measures measures) {
        this.ink = ink;
        this.type = type;
        this.measures = measures;
    }

    /** The room of a cell on the page. */
    public static Rectangle2D room(HeatMap.Cell cell, Frame frame) {
        double left = frame.px(cell.left());
        double top = frame.py(cell.top());
        // a little under the neighbours that are painted after it, so that no viewer shows seams
        double width = frame.px(cell.right()) - left + SEAM;
        return new Rectangle2D.Double(left, top - SEAM, width, frame.py(cell.bottom()) - top + SEAM);
    }

    /** The room of one colour of the bar; the next is painted over its upper part. */
    public static Rectangle2D room(ColorBar bar, int shade) {
        Rectangle2D all = bar.bar();
        double height = all.getHeight() / SHADES;
        return new Rectangle2D.Double(all.getX(), all.getY(), all.getWidth(), all.getHeight() - shade * height);
    }

    void paint(Graphics2D g, HeatMap map, Frame frame) {
        ColorRamp ramp = ColorRamp.of(ink.theme());
        Shape before = g.getClip();
        g.clip(frame.area());
        for (HeatMap.Cell cell : map.cells()) {
            Rectangle2D room = room(cell, frame);
            if (map.shade(cell.value()).isPresent()) {
                g.setColor(ink.color(ramp.at(map.shade(cell.value()).getAsDouble())));
                g.fill(room);
            } else {
                missing(g, room);
            }
        }
        g.setClip(before);
        paintBar(g, ColorBar.of(map, frame.area(), type, measures), ramp);
    }

    private void missing(Graphics2D g, Rectangle2D room) {
        g.setColor(ink.color(ink.palette().background()));
        g.fill(room);
        g.setColor(ink.color(ink.palette().axis()));
        g.setStroke(ink.hairline());
        g.draw(room);
        g.draw(new Line2D.Double(room.getMinX(), room.getMinY(), room.getMaxX(), room.getMaxY()));
        g.draw(new Line2D.Double(room.getMinX(), room.getMaxY(), room.getMaxX(), room.getMinY()));
    }

    private void paintBar(Graphics2D g, ColorBar bar, ColorRamp ramp) {
        for (int shade = 0; shade < SHADES; shade++) {
            g.setColor(ink.color(ramp.at((shade + 0.5) / SHADES)));
            g.fill(room(bar, shade));
        }
        g.setColor(ink.color(ink.palette().axis()));
        g.setStroke(ink.hairline());
        g.draw(bar.bar());
        double right = bar.bar().getMaxX();
        double size = measures.tickType();
        for (Tick tick : bar.ticks().major()) {
            double y = bar.py(tick.value());
            g.setColor(ink.color(ink.palette().axis()));
            g.draw(new Line2D.Double(right, y, right + measures.tick(), y));
            g.setColor(ink.color(ink.palette().text()));
            double start = right + measures.tick() + 0.7 * measures.gap();
            type.draw(g, tick.label(), size, Typesetter.Anchor.START, start, y + Typesetter.rise(size) / 2);
        }
        g.setColor(ink.color(ink.palette().text()));
        type.drawUpwards(
                g,
                bar.map().label(),
                measures.labelType(),
                bar.titleBaseline(),
                bar.bar().getCenterY());
    }
}
