package org.eigenscope.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.style.Palette;

/**
 * The histogram as translucent filled steps, with open gaps, and shading over the trimmed part. chart-fx's histogram
 * styles draw bars from zero, which has no place on a log axis, and stray lines between distant bins. Edges are whole
 * pixels: rectangles are much cheaper than one large antialiased path, and crisper.
 */
final class StepsLayer extends PlotLayer {
    /** Steps that leave the canvas are cut off this far outside, so that no coordinate becomes huge. */
    private static final double OUTSIDE = 20;

    StepsLayer(PlotState state) {
        super(state);
    }

    @Override
    void paint(GraphicsContext gc, double width, double height) {
        state().figure().histogram().ifPresent(steps -> {
            Palette.Bars bars = state().palette().bars();
            gc.setFill(PlotState.color(bars.fill()));
            for (int bin = 0; bin < steps.binCount(); bin++) {
                double left = leftOf(steps, bin, width);
                double right = rightOf(steps, bin, width);
                double top = topOf(steps, bin, height);
                gc.fillRect(left, top, right - left, height - top);
            }
            gc.setFill(PlotState.color(bars.line()));
            for (int bin = 0; bin <= steps.binCount(); bin++) {
                paintOutline(gc, steps, bin, width, height);
            }
            paintErrors(gc, steps, width, height);
        });
        paintVeils(gc, width, height);
    }

    private void paintErrors(GraphicsContext gc, HistogramSteps steps, double width, double height) {
        gc.setFill(PlotState.color(state().palette().text()));
        for (int bin = 0; bin < steps.binCount(); bin++) {
            double room = rightOf(steps, bin, width) - leftOf(steps, bin, width);
            double x = clampX(steps.center(bin, state().xScale()), width);
            steps.errorBar(bin)
                    .ifPresent(error ->
                            ErrorBars.paint(gc, x, rowOf(error.upper(), height), rowOf(error.lower(), height), room));
        }
    }

    /** The rise or fall at the bin's lower edge and the top of the bin, as rectangles a pixel thin. */
    private void paintOutline(GraphicsContext gc, HistogramSteps steps, int bin, double width, double height) {
        boolean last = bin == steps.binCount();
        double before = bin == 0 ? height : topOf(steps, bin - 1, height);
        double here = last ? height : topOf(steps, bin, height);
        double x = last ? rightOf(steps, bin - 1, width) : leftOf(steps, bin, width);
        gc.fillRect(x, Math.min(before, here), 1, Math.abs(before - here) + 1);
        if (!last && here < height) {
            gc.fillRect(x + 1, here, Math.max(0, rightOf(steps, bin, width) - x - 1), 1);
        }
    }

    private double leftOf(HistogramSteps steps, int bin, double width) {
        return clampX(steps.lowerEdge(bin), width);
    }

    private double rightOf(HistogramSteps steps, int bin, double width) {
        return clampX(steps.upperEdge(bin), width);
    }

    /** The pixel row at which the bar starts; the canvas's height for a gap. */
    private double topOf(HistogramSteps steps, int bin, double height) {
        if (steps.isGap(bin)) {
            return height;
        }
        return rowOf(steps.density(bin), height);
    }

    private double rowOf(double density, double height) {
        double y = Math.floor(pixelY(density));
        return Double.isNaN(y) ? height : Math.max(-OUTSIDE, Math.min(height, y));
    }

    private double clampX(double value, double width) {
        double x = Math.floor(pixelX(value));
        return Double.isNaN(x) ? -OUTSIDE : Math.max(-OUTSIDE, Math.min(width + OUTSIDE, x));
    }

    private void paintVeils(GraphicsContext gc, double width, double height) {
        gc.setFill(PlotState.color(state().palette().veil()));
        state().figure().vertical(Guide.Kind.TRIM_LOWER).ifPresent(guide -> {
            double x = clampX(guide.position(), width);
            gc.fillRect(0, 0, Math.max(0, x), height);
        });
        state().figure().vertical(Guide.Kind.TRIM_UPPER).ifPresent(guide -> {
            double x = Math.max(0, clampX(guide.position(), width));
            gc.fillRect(x, 0, Math.max(0, width - x), height);
        });
    }
}
