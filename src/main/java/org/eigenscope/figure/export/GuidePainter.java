package org.eigenscope.figure.export;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eigenscope.figure.Guide;

/** Paints τ, trim and slope guides with their labels. */
final class GuidePainter {
    private static final List<Double> DASHES = List.of(3.0, 3.0);

    private final Ink ink;
    private final Typesetter type;
    private final Measures measures;
    private final Frame frame;

    GuidePainter(Ink ink, Typesetter type, Measures measures, Frame frame) {
        this.ink = ink;
        this.type = type;
        this.measures = measures;
        this.frame = frame;
    }

    void paint(Graphics2D g, List<Guide> guides) {
        for (Guide guide : guides) {
            if (guide instanceof Guide.Vertical vertical) {
                paint(g, vertical);
            } else {
                paint(g, (Guide.Slope) guide);
            }
        }
    }

    private void paint(Graphics2D g, Guide.Vertical guide) {
        Rectangle2D area = frame.area();
        double x = frame.px(guide.position());
        if (!(x >= area.getMinX() && x <= area.getMaxX())) {
            return;
        }
        veil(g, guide.kind(), x);
        g.setColor(ink.color(ink.palette().guide()));
        if (guide.kind() == Guide.Kind.MARK && guide.label().isEmpty()) {
            g.setStroke(ink.stroke(1, List.of()));
            g.draw(new Line2D.Double(x, area.getMaxY() - measures.gap(), x, area.getMaxY()));
            return;
        }
        g.setStroke(ink.stroke(1, DASHES));
        g.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
        double baseline = area.getMinY() + Typesetter.rise(measures.tickType()) + measures.gap() / 2;
        double room = area.getMaxX() - x - measures.gap() / 2;
        boolean fits = type.width(guide.label(), measures.tickType()) <= room;
        Typesetter.Anchor anchor = fits ? Typesetter.Anchor.START : Typesetter.Anchor.END;
        double beside = (fits ? 0.5 : -0.5) * measures.gap();
        type.draw(g, guide.label(), measures.tickType(), anchor, x + beside, baseline);
    }

    /** What is left out of the fit pales. */
    private void veil(Graphics2D g, Guide.Kind kind, double x) {
        Rectangle2D area = frame.area();
        if (kind == Guide.Kind.TRIM_LOWER || kind == Guide.Kind.TRIM_UPPER) {
            double from = kind == Guide.Kind.TRIM_LOWER ? area.getMinX() : x;
            double to = kind == Guide.Kind.TRIM_LOWER ? x : area.getMaxX();
            g.setColor(ink.color(ink.palette().veil()));
            g.fill(new Rectangle2D.Double(from, area.getMinY(), to - from, area.getHeight()));
        }
    }

    /** A slope without room for its number is left out: a line that nothing explains is none to print. */
    private void paint(Graphics2D g, Guide.Slope guide) {
        double size = measures.tickType();
        double endX = frame.px(guide.to());
        double endY = frame.py(guide.densityAt(guide.to()));
        double midX = (frame.px(guide.from()) + endX) / 2;
        double midY = (frame.py(guide.density()) + endY) / 2;
        double room = frame.area().getMaxX() - midX - measures.gap();
        if (room < type.width(guide.label(), size) || midY < frame.area().getMinY() + size) {
            return;
        }
        Shape before = g.getClip();
        g.clip(frame.area());
        g.setColor(ink.color(ink.palette().guide()));
        g.setStroke(ink.stroke(1, List.of()));
        g.draw(new Line2D.Double(frame.px(guide.from()), frame.py(guide.density()), endX, endY));
        g.setClip(before);
        type.draw(g, guide.label(), size, Typesetter.Anchor.START, midX + measures.gap(), midY - measures.gap());
    }
}
