package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.ui.repulsion.paint.CanvasChart;

/**
 * Where the panels of a plot are on screen, side by side, each under its legend.
 *
 * @param panels the places of the panels
 */
record PlotLayout(List<Place> panels) {
    private static final double LEFT = 70;
    private static final double TOP = 8;
    private static final double RIGHT = 14;
    private static final double BOTTOM = 42;
    private static final double BAR = 84;
    private static final double LEAST = 60;

    PlotLayout {
        panels = List.copyOf(panels);
    }

    /**
     * A panel on screen.
     *
     * @param panel what it shows
     * @param area of its axes, in pixels
     * @param legend over it
     */
    record Place(Panel panel, CanvasChart.Area area, PlotLegend legend) {
        AxisRange x() {
            return range(panel.chart().xAxis());
        }

        AxisRange y() {
            return range(panel.chart().yAxis());
        }

        double px(double value) {
            return area.left()
                    + area.width() * x().fraction(panel.chart().xAxis().scale(), value);
        }

        double py(double value) {
            return area.bottom()
                    - area.height() * y().fraction(panel.chart().yAxis().scale(), value);
        }

        /** The abscissa at a pixel. */
        double valueX(double pixel) {
            return x().at(panel.chart().xAxis().scale(), (pixel - area.left()) / area.width());
        }

        /** The ordinate at a pixel. */
        double valueY(double pixel) {
            return y().at(panel.chart().yAxis().scale(), (area.bottom() - pixel) / area.height());
        }

        private static AxisRange range(AxisSpec axis) {
            return axis.range()
                    .orElseThrow(() -> new IllegalArgumentException("axis " + axis.label() + " has no range"));
        }
    }

    /** The places in a canvas; none where there is no room. */
    static PlotLayout of(Sheet sheet, double width, double height) {
        double cell = width / sheet.panels().size();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sheet.panels().size(); i++) {
            Panel panel = sheet.panels().get(i);
            double right = RIGHT + (panel.marks().heatMap().isPresent() ? BAR : 0);
            double across = cell - LEFT - right;
            PlotLegend legend = PlotLegend.of(panel, across + LEFT);
            double top = TOP + legend.height();
            if (across < LEAST || height - top - BOTTOM < LEAST) {
                return new PlotLayout(List.of());
            }
            places.add(new Place(
                    panel, new CanvasChart.Area(i * cell + LEFT, top, across, height - top - BOTTOM), legend));
        }
        return new PlotLayout(places);
    }

    /** Which panel a pixel is in, by its abscissa. */
    Optional<Integer> panelAt(double x) {
        for (int i = 0; i < panels.size(); i++) {
            CanvasChart.Area area = panels.get(i).area();
            if (x >= area.left() - LEFT && x <= area.right() + RIGHT) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** What an axis is called on screen, where formulas are not set and the letters have no hat. */
    static String title(AxisSpec axis) {
        return plain(axis.label());
    }

    static String plain(String label) {
        return label.replace("$\\hat{\\kappa}$", "κ");
    }
}
