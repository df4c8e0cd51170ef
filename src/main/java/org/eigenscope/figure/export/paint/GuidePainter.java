package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.export.layout.GuidePlace;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.type.Typesetter;

/** Paints τ, trim and slope guides with their labels. */
public final class GuidePainter {
    private final PaintStyles ink;
    private final Typesetter type;
    private final Measures measures;
    private final GuidePlace places;

    GuidePainter(PaintStyles ink, GuidePlace places) {
        this.ink = ink;
        this.places = places;
        this.type = places.type();
        this.measures = places.measures();
    }

    void paint(Graphics2D g, List<Guide> guides) {
        for (Guide guide : guides) {
            places.of(guide).ifPresent(line -> paint(g, guide, line));
        }
    }

    private void paint(Graphics2D g, Guide guide, GuidePlace.Line line) {
        Shape before = g.getClip();
        g.clip(places.frame().area());
        if (guide instanceof Guide.Vertical vertical) {
            veil(g, vertical.kind(), line.from().getX());
        }
        g.setColor(ink.color(ink.palette().guide()));
        g.setStroke(ink.stroke(1, GuidePlace.dashes(guide)));
        g.draw(new Line2D.Double(line.from(), line.to()));
        g.setClip(before);
        Rectangle2D words = line.words();
        type.draw(g, guide.label(), measures.tickType(), Typesetter.Anchor.START, words.getMinX(), words.getMaxY());
    }

    /** Shades the part of the axes that a trim leaves out of the fit. */
    private void veil(Graphics2D g, Guide.Kind kind, double x) {
        veiled(kind, x, places.frame().area()).ifPresent(area -> {
            g.setColor(ink.color(ink.palette().veil()));
            g.fill(area);
        });
    }

    /** The part of the axes that a trim at an abscissa leaves out of the fit. */
    public static Optional<Rectangle2D> veiled(Guide.Kind kind, double x, Rectangle2D area) {
        if (kind != Guide.Kind.TRIM_LOWER && kind != Guide.Kind.TRIM_UPPER) {
            return Optional.empty();
        }
        double from = kind == Guide.Kind.TRIM_LOWER ? area.getMinX() : x;
        double to = kind == Guide.Kind.TRIM_LOWER ? x : area.getMaxX();
        return Optional.of(new Rectangle2D.Double(from, area.getMinY(), to - from, area.getHeight()));
    }
}
