package org.eigenscope.ui.models.plot;

import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Paints a panel of a plot on a canvas, as the figure has it, with what is chosen standing out. */
final class PlotPainter {
    private static final Font TITLE = Font.font("Roboto", 12);
    private static final double LABELS = 56;
    /** The opacity of what is not chosen. */
    static final double FAINT = 0.22;

    private final GraphicsContext gc;
    private final Theme theme;
    private final PlotLayout.Place place;
    private final CanvasChart chart;

    PlotPainter(GraphicsContext gc, Theme theme, PlotLayout.Place place) {
        this.gc = gc;
        this.theme = theme;
        this.place = place;
        FigureSpec spec = place.panel().chart();
        this.chart = new CanvasChart(
                gc,
                theme,
                place.area(),
                new CanvasChart.Axis(spec.xAxis().scale(), place.x(), ""),
                new CanvasChart.Axis(spec.yAxis().scale(), place.y(), ""));
    }

    /**
     * Paints it all.
     *
     * @param chosen whether a row is chosen
     * @param any whether any row is
     */
    void paint(LongPredicate chosen, boolean any) {
        chart.frame();
        titles();
        gc.save();
        clip();
        place.panel().marks().heatMap().ifPresent(map -> new CellsPainter(gc, theme, place).paint(map));
        place.panel().chart().histogram().ifPresent(this::bars);
        place.panel().outlines().forEach(this::outline);
        List<Curve> curves = place.panel().chart().curves();
        gc.setGlobalAlpha(any && !place.panel().points().isEmpty() ? 0.5 : 1);
        // the first lies on top
        for (int i = curves.size() - 1; i >= 0; i--) {
            if (curves.get(i).visible()) {
                chart.line(curves.get(i).x(), curves.get(i).y(), place.panel().styleOf(curves.get(i)));
            }
        }
        gc.setGlobalAlpha(1);
        points(chosen, any);
        place.panel().chart().guides().forEach(this::guide);
        gc.restore();
        place.panel().marks().heatMap().ifPresent(map -> new CellsPainter(gc, theme, place).bar(map));
        new LegendPainter(gc, theme, place).paint();
    }

    private void clip() {
        CanvasChart.Area area = place.area();
        gc.beginPath();
        gc.rect(area.left() - 1, area.top() - 1, area.width() + 2, area.height() + 2);
        gc.clip();
    }

    private void titles() {
        CanvasChart.Area area = place.area();
        gc.setFill(CanvasChart.color(chart.palette().text()));
        gc.setFont(TITLE);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.TOP);
        FigureSpec spec = place.panel().chart();
        gc.fillText(
                PlotLayout.title(spec.xAxis()), area.left() + area.width() / 2, area.bottom() + 21, area.width() + 60);
        gc.save();
        gc.translate(area.left() - LABELS, area.top() + area.height() / 2);
        gc.rotate(-90);
        gc.fillText(fitting(PlotLayout.title(spec.yAxis()), area.height()), 0, -8, area.height());
        gc.restore();
    }

    /** A title without what stands behind its colon, which the notes below say too, where there is no room for that. */
    private static String fitting(String title, double room) {
        Text text = new Text(title);
        text.setFont(TITLE);
        int colon = title.indexOf(": ");
        return colon > 0 && text.getLayoutBounds().getWidth() > room ? title.substring(0, colon) : title;
    }

    private void bars(HistogramSteps steps) {
        gc.setFill(CanvasChart.color(chart.palette().bars().fill()));
        gc.setStroke(CanvasChart.color(chart.palette().bars().line()));
        gc.setLineWidth(1);
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (!steps.isGap(bin)) {
                double left = place.px(steps.lowerEdge(bin));
                double top = place.py(steps.density(bin));
                double width = place.px(steps.upperEdge(bin)) - left;
                gc.fillRect(left, top, width, place.area().bottom() - top);
                gc.strokeRect(left, top, width, place.area().bottom() - top);
            }
        }
    }

    private void outline(StepOutline outline) {
        HistogramSteps steps = outline.steps();
        stroke(outline.style());
        gc.beginPath();
        boolean inside = false;
        double floor = place.area().bottom();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (steps.isGap(bin)) {
                inside = false;
                continue;
            }
            double left = place.px(steps.lowerEdge(bin));
            double right = place.px(steps.upperEdge(bin));
            double top = place.py(steps.density(bin));
            if (!inside) {
                gc.moveTo(left, floor);
            }
            gc.lineTo(left, top);
            gc.lineTo(right, top);
            if (bin + 1 == steps.binCount() || steps.isGap(bin + 1)) {
                gc.lineTo(right, floor);
            }
            inside = true;
        }
        gc.stroke();
        gc.setLineDashes();
    }

    private void stroke(CurveStyle style) {
        gc.setStroke(CanvasChart.color(style.color(theme)));
        gc.setLineWidth(style.width());
        gc.setLineDashes(style.dashes().stream().mapToDouble(dash -> dash).toArray());
    }

    private void points(LongPredicate chosen, boolean any) {
        List<PointSeries> all = place.panel().points();
        Map<String, CurveStyle> styles = place.panel().styles();
        int count = all.stream().mapToInt(series -> series.points().size()).sum();
        MarksPainter marks = new MarksPainter(gc, theme, place, count);
        for (int i = 0; i < all.size(); i++) {
            CurveStyle style = styles.getOrDefault(all.get(i).id(), SeriesStyles.of(i));
            marks.band(all.get(i), style);
        }
        for (int i = 0; i < all.size(); i++) {
            CurveStyle style = styles.getOrDefault(all.get(i).id(), SeriesStyles.of(i));
            marks.line(all.get(i), style);
            marks.paint(all.get(i), style, row -> any && !chosen.test(row));
        }
        if (any) {
            for (int i = 0; i < all.size(); i++) {
                marks.outline(all.get(i), styles.getOrDefault(all.get(i).id(), SeriesStyles.of(i)), chosen);
            }
        }
    }

    private void guide(Guide guide) {
        if (guide instanceof Guide.Vertical vertical) {
            double x = Math.rint(place.px(vertical.position())) + 0.5;
            Color color = CanvasChart.color(chart.palette().guide());
            gc.setStroke(color);
            gc.setLineWidth(1.2);
            gc.setLineDashes(4, 3);
            gc.strokeLine(x, place.area().top(), x, place.area().bottom());
            gc.setLineDashes();
            boolean left = x > place.area().left() + place.area().width() / 2;
            chart.note(
                    vertical.label(),
                    x + (left ? -5 : 5),
                    place.area().top() + 9,
                    left ? TextAlignment.RIGHT : TextAlignment.LEFT);
        }
    }
}
