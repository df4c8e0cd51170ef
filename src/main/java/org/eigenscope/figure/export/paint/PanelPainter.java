package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.export.layout.GuidePlace;
import org.eigenscope.figure.export.layout.InsetLayout;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.layout.PanelLayout;
import org.eigenscope.figure.export.layout.PlacedBoxes;
import org.eigenscope.figure.export.layout.Slot;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.SeriesStyles;

/** Paints one panel: ground first, then data, then what is written over them. */
final class PanelPainter {
    private final PanelLayout layout;
    private final PageStyle style;
    private final PaintStyles ink;
    private final Typesetter type;
    private final Measures measures;
    private final AxesPainter axes;

    PanelPainter(PanelLayout layout, PageStyle style, PaintStyles ink, Typesetter type) {
        this.layout = layout;
        this.style = style;
        this.ink = ink;
        this.type = type;
        this.measures = new Measures(style.typeSize());
        this.axes = new AxesPainter(ink, type, measures);
    }

    void paint(Graphics2D g) {
        Panel panel = layout.panel();
        Frame frame = layout.frame();
        axes.paintGrid(g, frame);
        panel.marks().heatMap().ifPresent(map -> new HeatMapPainter(ink, type, measures).paint(g, map, frame));
        PlacedBoxes placed = PlacedBoxes.of(layout, type, measures);
        paintData(g, panel, new GuidePlace(frame, type, measures, placed.over(layout, style, type)));
        axes.paintLines(g, frame, layout.strip().isEmpty());
        layout.strip().ifPresent(strip -> paintStrip(g, panel, strip));
        paintLabels(g, panel);
        paintBoxes(g, panel, placed);
    }

    private void paintData(Graphics2D g, Panel panel, GuidePlace guides) {
        Frame frame = guides.frame();
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
        new GuidePainter(ink, guides).paint(g, panel.chart().guides());
        for (int i = 0; i < panel.points().size(); i++) {
            PointSeries series = panel.points().get(i);
            PointsPainter points = PointsPainter.beside(ink, measures, frame, panel.points(), i);
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
            String title = panel.chart().xAxis().label();
            axes.paintAbscissaTicks(g, layout.lowest());
            axes.paintAbscissaTitle(g, layout.lowest(), title, layout.across(type.width(title, measures.labelType())));
        }
        if (written.ordinate()) {
            paintOrdinate(g, layout.frame(), panel.chart().yAxis().label());
            layout.strip()
                    .ifPresent(strip -> paintOrdinate(
                            g, strip, panel.strip().orElseThrow().yAxis().label()));
        }
        paintTitle(g, panel.chart().title());
    }

    private void paintOrdinate(Graphics2D g, Frame frame, String title) {
        axes.paintOrdinateTicks(g, frame);
        Slot slot = layout.along(type.width(title, measures.labelType()), frame);
        axes.paintOrdinateTitle(g, title, layout.cell().getMinX(), slot);
    }

    private void paintTitle(Graphics2D g, String title) {
        if (!title.isEmpty()) {
            g.setColor(ink.color(ink.palette().text()));
            double baseline = layout.cell().getMinY() + Typesetter.rise(measures.titleType()) + measures.gap() / 2;
            Slot slot = layout.title(type.titleWidth(title, measures.titleType()));
            type.drawTitle(g, title, slot.scale() * measures.titleType(), slot.centre(), baseline);
        }
    }

    /** Legend, parameter box and inset, each in the corner that covers the least, one corner each. */
    private void paintBoxes(Graphics2D g, Panel panel, PlacedBoxes placed) {
        panel.inset().ifPresent(inset -> paintInset(g, inset));
        BoxPainter boxes = new BoxPainter(ink, type, measures);
        if (layout.legend().position() == LegendPosition.OUTSIDE) {
            Rectangle2D below = layout.legend().rowsOver(layout.frame().area(), layout.cell());
            boxes.paintRows(g, layout.legend().box(), below);
        }
        placed.legend().ifPresent(area -> boxes.paintLegend(g, layout.legend().box(), area));
        placed.notes().ifPresent(notes -> boxes.paintNotes(g, notes));
    }

    private void paintInset(Graphics2D g, Panel.Inset inset) {
        InsetLayout place = InsetLayout.of(inset, layout.frame().area(), style, type);
        Frame frame = place.frame();
        g.setColor(ink.color(ink.palette().background()));
        g.fill(place.outer());
        AxesPainter painter =
                new AxesPainter(ink, type, new Measures(place.style().typeSize()));
        Panel small = Panel.of(inset.chart()).withStyles(layout.panel().styles());
        paintData(g, small, new GuidePlace(frame, type, measures));
        painter.paintLines(g, frame, true);
        painter.paintAbscissaTicks(g, frame);
        painter.paintOrdinateTicks(g, frame);
    }
}
