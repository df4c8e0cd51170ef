package org.eigenscope.figure.export.tex;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.export.layout.LegendBox;
import org.eigenscope.figure.export.layout.PanelLayout;
import org.eigenscope.figure.export.layout.PlacedBoxes;
import org.eigenscope.figure.export.paint.BoxPainter;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.Marker;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Rgb;

/** Writes legends and parameter boxes where the other formats have them; PGFPlots would place them by measures of its own. */
final class PgfBoxes {
    private final PgfPage page;

    PgfBoxes(PgfPage page) {
        this.page = page;
    }

    /** Legend and parameter box of a panel. */
    void write(PanelLayout layout, PlacedBoxes placed) {
        LegendBox legend = layout.legend().box();
        if (layout.legend().position() == LegendPosition.OUTSIDE) {
            rows(legend, layout.legend().rowsOver(layout.frame().area(), layout.cell()));
        }
        placed.legend().ifPresent(area -> {
            ground(area);
            legend.stackedFrom(area.getMinX(), area.getMinY()).forEach(line -> entry(legend, line));
        });
        placed.notes().ifPresent(this::notes);
    }

    /** Entries in rows, the last of them above an area. */
    void rows(LegendBox legend, Rectangle2D below) {
        legend.rowsOver(below, page.measures().gap()).forEach(line -> entry(legend, line));
    }

    private void entry(LegendBox legend, LegendBox.Line line) {
        LegendBox.Entry entry = line.entry();
        double size = legend.measures().tickType();
        if (entry.stroke().isEmpty()) {
            bar(line, legend.sample(), size);
        } else if (entry.marker().isPresent()) {
            Rgb color = page.colors().of(entry.stroke().get());
            String mark = mark(
                    entry.marker().get(),
                    page.colors().name(color),
                    0.22 * legend.measures().labelType());
            String place = page.at(line.x() + legend.sample() / 2, line.y());
            page.out().add("\\path plot[" + mark + "] coordinates {" + place + "};");
        } else {
            Point2D end = new Point2D.Double(line.x() + legend.sample(), line.y());
            page.line(
                    new Point2D.Double(line.x(), line.y()),
                    end,
                    page.colors().line(entry.stroke().get()));
        }
        double baseline = line.y() + Typesetter.rise(size) / 2;
        page.node("anchor=base west," + PgfPage.font(size), line.x() + legend.labelStart(), baseline, entry.label());
    }

    private void bar(LegendBox.Line line, double length, double size) {
        Palette.Bars bars = page.colors().palette().bars();
        double half = 0.32 * size;
        page.out()
                .add("\\filldraw[fill=" + page.colors().name(bars.fill()) + ",draw=" + page.stroke(bars.line(), 1)
                        + "] " + page.at(line.x(), line.y() + half) + " -- " + page.at(line.x(), line.y() - half)
                        + " -- "
                        + page.at(line.x() + length, line.y() - half) + " -- "
                        + page.at(line.x() + length, line.y() + half)
                        + ";");
    }

    /** The options of a mark of some size in a colour. */
    static String mark(Marker marker, String color, double size) {
        String shape = switch (marker) {
            case CIRCLE -> "*";
            case SQUARE -> "square*";
            case DIAMOND -> "diamond*";
            case TRIANGLE -> "triangle*";
        };
        return "mark=" + shape + ",mark options={solid,draw=" + color + ",fill=" + color + "},mark size="
                + PgfPage.number(size) + "bp";
    }

    private void notes(PlacedBoxes.Notes notes) {
        ground(notes.area());
        for (PlacedBoxes.Note note : notes.lines()) {
            page.node("anchor=base west," + PgfPage.font(notes.size()), note.x(), note.baseline(), note.text());
        }
    }

    private void ground(Rectangle2D area) {
        page.fill(area, page.colors().palette().background().withOpacity(BoxPainter.VEIL));
    }
}
