package org.eigenscope.ui.models.plot;

import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.HeatMap;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/** Paints the cells of a heat map, and the bar that says what their colours mean. */
final class CellsPainter {
    private static final Font LABELS = Font.font("Roboto", 11.5);
    private static final Font TITLE = Font.font("Roboto", 12);
    private static final double GAP = 12;
    private static final double WIDTH = 12;
    private static final double LABEL_HEIGHT = 30;

    private final GraphicsContext gc;
    private final Theme theme;
    private final PlotLayout.Place place;

    CellsPainter(GraphicsContext gc, Theme theme, PlotLayout.Place place) {
        this.gc = gc;
        this.theme = theme;
        this.place = place;
    }

    void paint(HeatMap map) {
        for (HeatMap.Cell cell : map.cells()) {
            // whole pixels, so that neighbours have no seam between them
            double left = Math.rint(place.px(cell.left()));
            double top = Math.rint(place.py(cell.top()));
            double width = Math.max(1, Math.rint(place.px(cell.right())) - left);
            double height = Math.max(1, Math.rint(place.py(cell.bottom())) - top);
            OptionalDouble shade = map.shade(cell.value());
            if (shade.isPresent()) {
                gc.setFill(CanvasChart.color(ColorRamp.of(theme).at(shade.getAsDouble())));
                gc.fillRect(left, top, width, height);
            } else {
                gc.setStroke(CanvasChart.color(Palette.of(theme).axis()));
                gc.setLineWidth(0.75);
                gc.strokeRect(left, top, width, height);
                gc.strokeLine(left, top, left + width, top + height);
                gc.strokeLine(left, top + height, left + width, top);
            }
        }
    }

    void bar(HeatMap map) {
        CanvasChart.Area area = place.area();
        double left = area.right() + GAP;
        int rows = Math.max(1, (int) area.height());
        for (int i = 0; i < rows; i++) {
            gc.setFill(CanvasChart.color(ColorRamp.of(theme).at(1 - (i + 0.5) / rows)));
            gc.fillRect(left, area.top() + i, WIDTH, 1.5);
        }
        gc.setFill(CanvasChart.color(Palette.of(theme).text()));
        gc.setFont(LABELS);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        Ticks ticks = Ticks.fitting(map.scale(), map.range(), area.height(), label -> LABEL_HEIGHT);
        for (Tick tick : ticks.major()) {
            double y = area.bottom() - area.height() * map.range().fraction(map.scale(), tick.value());
            gc.fillText(tick.label().text(), left + WIDTH + 5, y);
        }
        gc.save();
        gc.setFont(TITLE);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.translate(left + WIDTH + 50, area.top() + area.height() / 2);
        gc.rotate(-90);
        gc.fillText(PlotLayout.plain(map.label()), 0, 0, area.height());
        gc.restore();
    }
}
