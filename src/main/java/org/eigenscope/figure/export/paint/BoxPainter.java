package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eigenscope.figure.export.layout.LegendBox;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.layout.PlacedBoxes;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.Palette;

/** Paints legends and parameter boxes. */
public final class BoxPainter {
    public static final double VEIL = 0.85;

    private final PaintStyles ink;
    private final Typesetter type;
    private final Measures measures;

    BoxPainter(PaintStyles ink, Typesetter type, Measures measures) {
        this.ink = ink;
        this.type = type;
        this.measures = measures;
    }

    /** Paints a legend with one entry below the other. */
    void paintLegend(Graphics2D g, LegendBox legend, Rectangle2D box) {
        ground(g, box);
        for (LegendBox.Line line : legend.stackedFrom(box.getMinX(), box.getMinY())) {
            paint(g, legend, line);
        }
    }

    /** Paints a legend in rows, the last of them above an area. */
    void paintRows(Graphics2D g, LegendBox legend, Rectangle2D below) {
        for (LegendBox.Line line : legend.rowsOver(below, measures.gap())) {
            paint(g, legend, line);
        }
    }

    private void paint(Graphics2D g, LegendBox legend, LegendBox.Line line) {
        LegendBox.Entry entry = line.entry();
        double size = legend.measures().tickType();
        double length = legend.sample();
        if (entry.stroke().isEmpty()) {
            paintBar(g, line, length, size);
        } else if (entry.marker().isPresent()) {
            g.setColor(ink.color(ink.of(entry.stroke().get())));
            double radius = 0.22 * legend.measures().labelType();
            g.fill(PointsPainter.shape(entry.marker().get(), line.x() + length / 2, line.y(), radius));
        } else {
            ink.take(g, entry.stroke().get());
            g.draw(new Line2D.Double(line.x(), line.y(), line.x() + length, line.y()));
        }
        g.setColor(ink.color(ink.palette().text()));
        double baseline = line.y() + Typesetter.rise(size) / 2;
        type.draw(g, entry.label(), size, Typesetter.Anchor.START, line.x() + legend.labelStart(), baseline);
    }

    /** A piece of the histogram: filled, with a line along its top. */
    private void paintBar(Graphics2D g, LegendBox.Line line, double length, double size) {
        Palette.Bars bars = ink.palette().bars();
        double x = line.x();
        double y = line.y();
        double half = 0.32 * size;
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

    void paintNotes(Graphics2D g, PlacedBoxes.Notes notes) {
        ground(g, notes.area());
        g.setColor(ink.color(ink.palette().text()));
        for (PlacedBoxes.Note note : notes.lines()) {
            type.draw(g, note.text(), notes.size(), Typesetter.Anchor.START, note.x(), note.baseline());
        }
    }

    /**
     * Paints a translucent background, so that the text can be read on data; also in figures with a transparent
     * background.
     */
    private void ground(Graphics2D g, Rectangle2D box) {
        g.setColor(ink.color(ink.palette().background().withOpacity(VEIL)));
        g.fill(box);
    }
}
