package org.eigenscope.ui.models.step;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/** Paints the spectrum of a layer at a step, with the fitted law over it. */
final class EsdView extends PaintedRegion {
    private static final double LEFT = 56;
    private static final double TOP = 24;
    private static final double RIGHT = 12;
    private static final double BOTTOM = 42;

    private EsdSeries series = EsdSeries.EMPTY;
    private Optional<EsdSeries.Frame> frame = Optional.empty();
    private long painted;

    EsdView() {
        getStyleClass().add("esd-view");
    }

    void show(EsdSeries of, Optional<EsdSeries.Frame> now) {
        series = of;
        frame = now;
        repaint();
    }

    /** How often it was painted, for programs that measure. */
    long painted() {
        return painted;
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        painted++;
        if (frame.isEmpty() || series.isEmpty() || width < LEFT + RIGHT + 40 || height < TOP + BOTTOM + 40) {
            return;
        }
        double[] edges = series.edges();
        CanvasChart chart = new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM),
                new CanvasChart.Axis(AxisScale.LOG, new AxisRange(edges[0], edges[edges.length - 1]), "eigenvalue λ"),
                new CanvasChart.Axis(AxisScale.LOG, series.heights(), "density ρ(λ)"));
        chart.frame();
        chart.bars(frame.get().densities());
        double[] curve = frame.get().curve();
        if (curve.length > 1) {
            double[] xs = places(chart, curve.length);
            CurveRole role = CurveRole.HTMP;
            chart.line(xs, above(curve, series.heights().lower()), role.style());
        }
        chart.note(frame.get().text(), width - RIGHT, TOP - 12, TextAlignment.RIGHT);
    }

    /** A curve without its parts below the axis, but the ends where it goes there. */
    private static double[] above(double[] curve, double floor) {
        double[] shown = curve.clone();
        for (int i = 0; i < curve.length; i++) {
            boolean left = i > 0 && curve[i - 1] >= floor;
            boolean right = i + 1 < curve.length && curve[i + 1] >= floor;
            if (!(curve[i] >= floor) && !left && !right) {
                shown[i] = Double.NaN;
            }
        }
        return shown;
    }

    private static double[] places(CanvasChart chart, int count) {
        double[] xs = new double[count];
        for (int i = 0; i < count; i++) {
            // the ends of the axis, to the last digit
            xs[i] = i == 0
                    ? chart.x().range().lower()
                    : i == count - 1
                            ? chart.x().range().upper()
                            : chart.x().range().at(AxisScale.LOG, i / (count - 1.0));
        }
        return xs;
    }
}
