package org.eigenscope.figure.export;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Palette;

/** Paints legends and parameter boxes. */
final class BoxPainter {
    private static final double VEIL = 0.85;

    private final Ink ink;
    private final Typesetter type;
    private final Measures measures;
    private final Rectangle2D axes;

    BoxPainter(Ink ink, Typesetter type, Measures measures, Rectangle2D axes) {
        this.ink = ink;
        this.type = type;
        this.measures = measures;
        this.axes = axes;
    }

    Rectangle2D place(LegendPosition corner, LegendBox.Extent size) {
        return Corners.place(axes, corner, size, measures.gap());
    }

    /** One entry below the other. */
    void paintLegend(Graphics2D g, LegendBox legend, Rectangle2D box) {
        ground(g, box);
        double y = box.getMinY() + 0.6 * measures.gap() + measures.leading() / 2;
        for (LegendBox.Entry entry : legend.entries()) {
            paint(g, entry, box.getMinX() + measures.gap(), y);
            y += measures.leading();
        }
    }

    /** In rows above the axes. */
    void paintRows(Graphics2D g, LegendBox legend) {
        double y = axes.getMinY() - measures.gap() - legend.heightInRows(axes.getWidth()) + measures.leading() / 2;
        for (List<Integer> row : legend.rows(axes.getWidth())) {
            double x = axes.getMinX();
            for (int entry : row) {
                paint(g, legend.entries().get(entry), x, y);
                x += legend.width(entry) + legend.between();
            }
            y += measures.leading();
        }
    }

    private void paint(Graphics2D g, LegendBox.Entry entry, double x, double y) {
        double length = LegendBox.sample(measures);
        if (entry.stroke().isEmpty()) {
            paintBar(g, x, y, length);
        } else if (entry.marker().isPresent()) {
            g.setColor(ink.color(ink.of(entry.stroke().get())));
            g.fill(PointsPainter.shape(entry.marker().get(), x + length / 2, y, 0.22 * measures.labelType()));
        } else {
            ink.take(g, entry.stroke().get());
            g.draw(new Line2D.Double(x, y, x + length, y));
        }
        g.setColor(ink.color(ink.palette().text()));
        double size = measures.tickType();
        type.draw(
                g,
                entry.label(),
                size,
                Typesetter.Anchor.START,
                x + length + measures.gap(),
                y + Typesetter.rise(size) / 2);
    }

    /** A piece of the histogram: filled, with a line along its top. */
    private void paintBar(Graphics2D g, double x, double y, double length) {
        Palette.Bars bars = ink.palette().bars();
        double half = 0.32 * measures.tickType();
        g.setColor(ink.flat(bars.fill()));
        g.fill(new Rectangle2D.Double(x, y - half, length, 2 * half));
        g.setColor(ink.flat(bars.line()));
        g.setStroke(ink.stroke(1, List.of()));
        Path2D outline = new Path2D.Double();
        outline.moveTo(x, y + half);
        outline.lineTo(x, y - half);
        outline.lineTo(x + length, y - half);
        outline.lineTo(x + length, y + half);
        g.draw(outline);
    }

    LegendBox.Extent notesSize(List<String> notes) {
        double widest = notes.stream()
                .mapToDouble(note -> type.width(note, measures.noteType()))
                .max()
                .orElse(0);
        return new LegendBox.Extent(widest + 2 * measures.gap(), notes.size() * noteLeading() + 1.2 * measures.gap());
    }

    void paintNotes(Graphics2D g, List<String> notes, Rectangle2D box) {
        ground(g, box);
        g.setColor(ink.color(ink.palette().text()));
        double size = measures.noteType();
        double y = box.getMinY() + 0.6 * measures.gap() + (noteLeading() + Typesetter.rise(size)) / 2;
        for (String note : notes) {
            type.draw(g, note, size, Typesetter.Anchor.START, box.getMinX() + measures.gap(), y);
            y += noteLeading();
        }
    }

    private double noteLeading() {
        return 1.3 * measures.noteType();
    }

    /** Pales what lies below, so that the text can be read on data. */
    private void ground(Graphics2D g, Rectangle2D box) {
        if (ink.paintsGround()) {
            g.setColor(ink.color(ink.palette().background().withOpacity(VEIL)));
            g.fill(box);
        }
    }
}
