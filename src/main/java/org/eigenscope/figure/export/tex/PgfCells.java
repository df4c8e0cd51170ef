package org.eigenscope.figure.export.tex;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.HeatMap;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.export.layout.ColorBar;
import org.eigenscope.figure.export.layout.Footnotes;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.export.paint.HeatMapPainter;
import org.eigenscope.figure.export.paint.PointsPainter;
import org.eigenscope.figure.export.type.LatexText;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;

/** Writes cells, bands, arrows and notes at the places where the other formats have them. */
final class PgfCells {
    private final PgfPage page;

    PgfCells(PgfPage page) {
        this.page = page;
    }

    /** The cells of a heat map and the bar that explains them; to be written before the axes. */
    void heatMap(HeatMap map, Frame frame) {
        ColorRamp ramp = ColorRamp.of(theme());
        page.clip(frame.area());
        for (HeatMap.Cell cell : map.cells()) {
            Rectangle2D room = HeatMapPainter.room(cell, frame);
            map.shade(cell.value()).ifPresentOrElse(shade -> page.fill(room, ramp.at(shade)), () -> missing(room));
        }
        page.unclip();
        ColorBar bar = ColorBar.of(map, frame.area(), page.type(), page.measures());
        for (int shade = 0; shade < HeatMapPainter.SHADES; shade++) {
            page.fill(HeatMapPainter.room(bar, shade), ramp.at((shade + 0.5) / HeatMapPainter.SHADES));
        }
        words(bar);
    }

    private Theme theme() {
        return page.style().colors().theme();
    }

    private void missing(Rectangle2D room) {
        String line = page.stroke(page.colors().palette().axis(), 0.75);
        Point2D a = new Point2D.Double(room.getMinX(), room.getMinY());
        Point2D b = new Point2D.Double(room.getMaxX(), room.getMinY());
        Point2D c = new Point2D.Double(room.getMaxX(), room.getMaxY());
        Point2D d = new Point2D.Double(room.getMinX(), room.getMaxY());
        page.line(a, b, line);
        page.line(b, c, line);
        page.line(c, d, line);
        page.line(d, a, line);
        page.line(a, c, line);
        page.line(b, d, line);
    }

    private void words(ColorBar bar) {
        double right = bar.bar().getMaxX();
        double size = page.measures().tickType();
        String line = page.stroke(page.colors().palette().axis(), 0.75);
        for (Tick tick : bar.ticks().major()) {
            double y = bar.py(tick.value());
            page.line(
                    new Point2D.Double(right, y),
                    new Point2D.Double(right + page.measures().tick(), y),
                    line);
            double start =
                    right + page.measures().tick() + 0.7 * page.measures().gap();
            page.out()
                    .add("\\node[anchor=west," + PgfPage.font(size) + "] at " + page.at(start, y) + " {"
                            + LatexText.of(tick.label()) + "};");
        }
        page.node(
                "anchor=base,rotate=90," + PgfPage.font(page.measures().labelType()),
                bar.titleBaseline(),
                bar.bar().getCenterY(),
                bar.map().label());
    }

    /** The band of a series; to be written before the axes. */
    void band(PointSeries series, Frame frame, Rgb color) {
        if (series.intervals() == PointSeries.Intervals.BAND && !series.points().isEmpty()) {
            page.clip(frame.area());
            page.out()
                    .add("\\fill[" + page.colors().name(color) + ",fill opacity=" + PointsPainter.BAND + "] "
                            + path(PointsPainter.band(series, frame)) + " -- cycle;");
            page.unclip();
        }
    }

    /** Arrows at the open ends of a series' intervals. */
    void arrows(PointSeries series, Frame frame, Rgb color) {
        if (series.intervals() != PointSeries.Intervals.BARS) {
            return;
        }
        double size = 1.3 * 0.22 * page.measures().labelType();
        for (PointSeries.Point point : series.points()) {
            PointsPainter.arrows(frame, point, size)
                    .ifPresent(heads -> page.out().add("\\draw[" + page.stroke(color, 1.2) + "] " + path(heads) + ";"));
        }
    }

    private String path(Path2D path) {
        StringBuilder text = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            if (kind != PathIterator.SEG_CLOSE) {
                text.append(kind == PathIterator.SEG_LINETO ? " -- " : " ").append(page.at(at[0], at[1]));
            }
        }
        return text.toString().strip();
    }

    void footnotes(Footnotes notes) {
        for (int i = 0; i < notes.lines().size(); i++) {
            String text = notes.lines().get(i);
            page.node("anchor=base west," + PgfPage.font(notes.size()), notes.left(), notes.baseline(i), text);
        }
    }
}
