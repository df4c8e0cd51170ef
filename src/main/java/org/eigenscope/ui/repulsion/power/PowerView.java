package org.eigenscope.ui.repulsion.power;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/** The convolution over its finite simulation, on logarithmic axes. */
final class PowerView extends PaintedRegion {
    private static final double LEFT = 48;
    private static final double RIGHT = 12;
    private static final double TOP = 26;
    private static final double FOOT = 42;

    private Optional<PowerPicture> picture = Optional.empty();

    void show(Optional<PowerPicture> value) {
        picture = value;
        repaint();
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        if (picture.isEmpty()) {
            return;
        }
        PowerPicture shown = picture.get();
        double top = Math.max(
                Arrays.stream(shown.heights()).max().orElse(1),
                Math.min(Arrays.stream(shown.densities()).max().orElse(1), 1e3));
        double least = Arrays.stream(shown.heights()).filter(h -> h > 0).min().orElse(1e-6);
        CanvasChart sheet = new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, TOP, width - LEFT - RIGHT, height - TOP - FOOT),
                CanvasChart.Axis.log(shown.edges()[0], shown.edges()[shown.edges().length - 1], "eigenvalue λ"),
                CanvasChart.Axis.log(Math.min(least, top / 10) / 5, top * 2, "density ρ(λ)"));
        sheet.frame();
        sheet.bars(shown.heights());
        sheet.line(shown.points(), above(shown.densities(), sheet.y().range().lower()), CurveRole.HTMP.style());
        sheet.legend(sheet.area().top(), "Σ ⊠ X", CurveRole.HTMP.style(), false);
    }

    /** What lies below the axis is left out. */
    private static double[] above(double[] values, double floor) {
        return Arrays.stream(values).map(v -> v >= floor ? v : Double.NaN).toArray();
    }
}
