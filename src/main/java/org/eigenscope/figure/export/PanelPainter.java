package org.eigenscope.figure.export;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveStyle;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.Rgb;
import org.eigenscope.figure.SeriesStyles;

/** Paints one panel: ground first, then data, then what is written over them. */
final class PanelPainter {
    private final PanelLayout layout;
    private final PageStyle style;
    private final Ink ink;
    private final Typesetter type;
    private final Measures measures;
    private final AxesPainter axes;
    private final boolean withLegend;

    /** @param withLegend whether the panel has a legend of its own */
    PanelPainter(PanelLayout layout, PageStyle style, Ink ink, Typesetter type, boolean withLegend) {
        this.layout = layout;
        this.style = style;
        this.ink = ink;
        this.type = type;
        this.measures = new Measures(style.typeSize());
        this.withLegend = withLegend;
        this.axes = new AxesPainter(ink, type, measures);
    }

    void paint(Graphics2D g) {
        Panel panel = layout.panel();
        Frame frame = layout.frame();
        axes.paintGrid(g, frame);
        paintData(g, panel, frame);
        axes.paintLines(g, frame, layout.strip().isEmpty());
        layout.strip().ifPresent(strip -> paintStrip(g, panel, strip));
        paintLabels(g, panel);
        paintBoxes(g, panel, frame);
    }

    private void paintData(Graphics2D g, Panel panel, Frame frame) {
        Shape before = g.getClip();
        g.clip(frame.area());
        DataPainter data = new DataPainter(ink, frame);
        panel.chart().histogram().ifPresent(steps -> data.paintBars(g, steps));
        panel.outlines().forEach(outline -> data.paintOutline(g, outline));
        panel.chart().curves().stream()
                .filter(curve -> curve.visible() && curve.size() > 0)
                .sorted((a, b) -> Integer.compare(
                        panel.chart().curves().indexOf(b),
                        panel.chart().curves().indexOf(a)))
                .forEach(curve -> data.paintCurve(g, curve, panel.styleOf(curve)));
        g.setClip(before);
        new GuidePainter(ink, type, measures, frame).paint(g, panel.chart().guides());
        for (int i = 0; i < panel.points().size(); i++) {
            PointSeries series = panel.points().get(i);
            PointsPainter points =
                    PointsPainter.beside(ink, measures, frame, i, panel.points().size());
            points.paint(g, series, panel.styles().getOrDefault(series.id(), SeriesStyles.of(i)));
        }
    }

    private void paintStrip(Graphics2D g, Panel panel, Frame frame) {
        Panel.Strip strip = panel.strip().orElseThrow();
        paintBand(g, strip, frame);
        axes.paintGrid(g, frame);
        double y = frame.py(strip.reference());
        Rgb line = ink.palette().text();
        g.setColor(ink.color(line));
        g.setStroke(ink.hairline());
        g.draw(new Line2D.Double(frame.area().getMinX(), y, frame.area().getMaxX(), y));
        CurveStyle bars = new CurveStyle(line, line, 1, List.of());
        Shape before = g.getClip();
        g.clip(frame.area());
        DataPainter data = new DataPainter(ink, frame);
        for (int i = strip.curves().size() - 1; i >= 0; i--) {
            Curve curve = strip.curves().get(i);
            if (curve.visible()) {
                data.paintCurve(g, curve, panel.styleOf(curve).thinner());
            }
        }
        new PointsPainter(ink, measures, frame).paint(g, strip.points(), bars);
        g.setClip(before);
        axes.paintLines(g, frame, true);
    }

    private void paintBand(Graphics2D g, Panel.Strip strip, Frame frame) {
        if (strip.band() > 0) {
            Rectangle2D area = frame.area();
            double top = Math.max(area.getMinY(), frame.py(strip.reference() + strip.band()));
            double bottom = Math.min(area.getMaxY(), frame.py(strip.reference() - strip.band()));
            g.setColor(ink.color(ink.palette().grid().minor()));
            g.fill(new Rectangle2D.Double(area.getMinX(), top, area.getWidth(), bottom - top));
        }
    }

    private void paintLabels(Graphics2D g, Panel panel) {
        PanelLayout.Labels written = layout.labels();
        if (written.abscissa()) {
            axes.paintAbscissaLabels(g, layout.lowest(), panel.chart().xAxis().label());
        }
        if (written.ordinate()) {
            double left = layout.cell().getMinX();
            axes.paintOrdinateLabels(g, layout.frame(), panel.chart().yAxis().label(), left);
            layout.strip()
                    .ifPresent(strip -> axes.paintOrdinateLabels(
                            g, strip, panel.strip().orElseThrow().yAxis().label(), left));
        }
        if (!panel.chart().title().isEmpty()) {
            g.setColor(ink.color(ink.palette().text()));
            String title = panel.chart().title();
            double full = measures.titleType();
            double baseline = layout.cell().getMinY() + Typesetter.rise(measures.titleType()) + measures.gap() / 2;
            double size = full * type.titleScale(title, full, layout.titleRoom());
            type.drawTitle(g, title, size, layout.frame().area().getCenterX(), baseline);
        }
    }

    /** Legend, parameter box and inset, each in the corner that covers the least, one corner each. */
    private void paintBoxes(Graphics2D g, Panel panel, Frame frame) {
        Corners corners = Corners.of(panel, frame);
        panel.inset().ifPresent(inset -> paintInset(g, inset, corners));
        BoxPainter boxes = new BoxPainter(ink, type, measures, frame.area());
        LegendBox legend = LegendBox.of(panel, type, measures);
        LegendPosition wanted = withLegend ? panel.chart().legend() : LegendPosition.NONE;
        if (wanted == LegendPosition.OUTSIDE && !legend.entries().isEmpty()) {
            boxes.paintRows(g, legend);
        } else if (wanted != LegendPosition.NONE && legend.isWorthShowing()) {
            LegendBox.Extent size = legend.stacked();
            boxes.paintLegend(g, legend, boxes.place(corners.choose(wanted, size), size));
        }
        if (!panel.notes().isEmpty()) {
            LegendBox.Extent size = boxes.notesSize(panel.notes());
            boxes.paintNotes(g, panel.notes(), boxes.place(corners.choose(LegendPosition.AUTO, size), size));
        }
    }

    private void paintInset(Graphics2D g, Panel.Inset inset, Corners corners) {
        corners.take(inset.corner());
        InsetLayout place = InsetLayout.of(inset, layout.frame().area(), style, type);
        Frame frame = place.frame();
        g.setColor(ink.color(ink.palette().background()));
        g.fill(place.outer());
        AxesPainter painter =
                new AxesPainter(ink, type, new Measures(place.style().typeSize()));
        paintData(g, Panel.of(inset.chart()).withStyles(layout.panel().styles()), frame);
        painter.paintLines(g, frame, true);
        painter.paintAbscissaLabels(g, frame, "");
        painter.paintOrdinateLabels(g, frame, "", place.outer().getX());
    }
}
