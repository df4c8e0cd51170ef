package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.layout.Footnotes;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.layout.PanelLayout;
import org.eigenscope.figure.export.layout.SheetLayout;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typefaces;
import org.eigenscope.figure.export.type.Typesetter;

/** Paints a sheet, in points, whatever the graphics make of it. */
public final class SheetPainter {
    private final Sheet sheet;
    private final PageStyle style;
    private final Typefaces faces;

    public SheetPainter(Sheet sheet, PageStyle style) {
        this.sheet = sheet;
        this.style = style;
        this.faces = Typefaces.load();
    }

    /** Paints with the fonts themselves. */
    public void paint(Graphics2D g) {
        paint(g, new Typesetter(faces, faces));
    }

    /** Paints with fonts that only name what is meant. */
    public void paintNamed(Graphics2D g) {
        paint(g, new Typesetter(faces, faces.named()));
    }

    private void paint(Graphics2D g, Typesetter type) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        PaintStyles ink = new PaintStyles(style);
        if (ink.paintsGround()) {
            g.setColor(ink.color(ink.palette().background()));
            g.fill(new Rectangle2D.Double(0, 0, style.width(), style.height()));
        }
        SheetLayout.Laid laid = SheetLayout.of(sheet, style, type);
        for (PanelLayout panel : laid.panels()) {
            new PanelPainter(panel, style, ink, type).paint(g);
        }
        laid.legend()
                .ifPresent(rows -> new BoxPainter(ink, type, new Measures(style.typeSize()))
                        .paintRows(g, rows.box(), rows.below()));
        Footnotes notes = laid.footnotes();
        g.setColor(ink.color(ink.palette().text()));
        for (int i = 0; i < notes.lines().size(); i++) {
            type.draw(g, notes.lines().get(i), notes.size(), Typesetter.Anchor.START, notes.left(), notes.baseline(i));
        }
    }
}
