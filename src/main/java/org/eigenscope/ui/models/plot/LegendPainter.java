package org.eigenscope.ui.models.plot;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Paints what is written about a panel: the legend over it, and its lines of text in the corner that covers the fewest points. */
final class LegendPainter {
    private static final Font FONT = Font.font("Roboto", 11.5);
    private static final double LINE = 17;
    private static final double SAMPLE = 24;
    private static final double RADIUS = 3.6;
    private static final double LETTER = 6.2;
    private static final double PADDING = 7;

    private final GraphicsContext gc;
    private final Theme theme;
    private final PlotLayout.Place place;

    LegendPainter(GraphicsContext gc, Theme theme, PlotLayout.Place place) {
        this.gc = gc;
        this.theme = theme;
        this.place = place;
    }

    void paint() {
        double start = place.area().left() - 40;
        double top = place.area().top() - place.legend().height() - 6;
        gc.setFont(FONT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        for (PlotLegend.Entry entry : place.legend().entries()) {
            entry(entry.item(), start + entry.left(), top + entry.line() * LINE + LINE / 2);
        }
        if (!place.panel().notes().isEmpty()) {
            notes(place.panel().notes());
        }
    }

    private void entry(PlotLegend.Item item, double left, double middle) {
        gc.setStroke(CanvasChart.color(item.style().color(theme)));
        gc.setFill(CanvasChart.color(item.style().color(theme)));
        if (item.isLine()) {
            gc.setLineWidth(item.style().width());
            gc.setLineDashes(
                    item.style().dashes().stream().mapToDouble(dash -> dash).toArray());
            gc.strokeLine(left, middle, left + SAMPLE, middle);
            gc.setLineDashes();
        }
        double at = item.isLine() ? left + SAMPLE / 2 : left + SAMPLE - RADIUS;
        item.mark().ifPresent(mark -> MarksPainter.paint(gc, mark, at, middle, RADIUS));
        gc.setFill(CanvasChart.color(Palette.of(theme).text()));
        gc.fillText(item.text(), item.isPlain() ? left : left + SAMPLE + 6, middle);
    }

    private void notes(List<String> lines) {
        double width = 2 * PADDING
                + LETTER * lines.stream().mapToInt(String::length).max().orElse(0);
        double height = 2 * PADDING + LINE * (lines.size() - 1) + 10;
        CanvasChart.Area area = place.area();
        double[] lefts = {area.right() - width - 4, area.left() + 4};
        double[] tops = {area.top() + 4, area.bottom() - height - 4};
        double bestLeft = lefts[0];
        double bestTop = tops[0];
        long least = Long.MAX_VALUE;
        for (double top : tops) {
            for (double left : lefts) {
                long covered = covered(left, top, width, height);
                if (covered < least) {
                    least = covered;
                    bestLeft = left;
                    bestTop = top;
                }
            }
        }
        gc.setFill(CanvasChart.color(Palette.of(theme).background()).deriveColor(0, 1, 1, 0.85));
        gc.fillRoundRect(bestLeft, bestTop, width, height, 6, 6);
        gc.setStroke(CanvasChart.color(Palette.of(theme).grid().major()));
        gc.setLineWidth(1);
        gc.strokeRoundRect(bestLeft, bestTop, width, height, 6, 6);
        gc.setFill(CanvasChart.color(Palette.of(theme).text()));
        for (int i = 0; i < lines.size(); i++) {
            gc.fillText(Printable.of(lines.get(i)), bestLeft + PADDING, bestTop + PADDING + 5 + LINE * i);
        }
    }

    private long covered(double left, double top, double width, double height) {
        return place.panel().points().stream()
                .flatMap(series -> series.points().stream())
                .filter(point -> {
                    double x = place.px(point.x());
                    double y = place.py(point.y());
                    return x >= left && x <= left + width && y >= top && y <= top + height;
                })
                .count();
    }
}
