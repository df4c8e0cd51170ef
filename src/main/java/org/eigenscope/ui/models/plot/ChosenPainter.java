package org.eigenscope.ui.models.plot;

import java.util.List;
import java.util.function.LongPredicate;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.plot.RowPlace;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Paints which bars, cells and curves hold chosen rows, and which rows of a band they are. */
record ChosenPainter(GraphicsContext gc, Theme theme, PlotLayout layout, LongPredicate chosen) {
    private static final double RADIUS = 4;
    private static final double SHARE = 0.55;

    void paint(PlotKind kind, List<RowPlace> places) {
        for (RowPlace place : places) {
            long count = place.rows().stream().filter(chosen::test).count();
            if (count > 0 && place.panel() < layout.panels().size()) {
                paint(kind, place, count, layout.panels().get(place.panel()));
            }
        }
    }

    private void paint(PlotKind kind, RowPlace rows, long count, PlotLayout.Place on) {
        Color accent = CanvasChart.color(Palette.of(theme).guide());
        double left = on.px(rows.left());
        double right = on.px(rows.right());
        double bottom = on.py(rows.bottom());
        gc.setLineWidth(2);
        gc.setStroke(accent);
        if (kind == PlotKind.HISTOGRAM) {
            gc.setFill(accent.deriveColor(0, 1, 1, SHARE));
            double top = Math.max(on.area().top(), on.py(count));
            gc.fillRect(left, top, right - left, on.area().bottom() - top);
        } else if (kind == PlotKind.WATERFALL) {
            gc.strokeLine(left, bottom, right, bottom);
        } else if (!rows.isPoint()) {
            double top = on.py(rows.top());
            gc.strokeRect(left + 1, top + 1, right - left - 2, bottom - top - 2);
        } else if (kind == PlotKind.SERIES || kind == PlotKind.ENERGY) {
            // bands and lines have no mark for each row
            gc.strokeOval(left - RADIUS, bottom - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
    }
}
