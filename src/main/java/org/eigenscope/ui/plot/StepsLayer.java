package org.eigenscope.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.Palette;

/**
 * The histogram as translucent filled steps, gaps left open, with a veil over what is trimmed away. chart-fx's
 * histogram styles draw bars from zero, which has no place on a log axis, and stray lines between distant bins.
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
            gc.setStroke(PlotState.color(bars.line()));
            gc.setLineWidth(1);
            int bin = 0;
            while (bin < steps.binCount()) {
                int end = bin;
                while (end < steps.binCount() && !steps.isGap(end)) {
                    end++;
                }
                if (end > bin) {
                    paintRun(gc, steps, bin, end);
                }
                bin = end + 1;
            }
        });
        paintVeils(gc, width, height);
    }

    /** Paints the bins from, …, to − 1, which have no gap between them. */
    private void paintRun(GraphicsContext gc, HistogramSteps steps, int from, int to) {
        double width = getChart().getCanvas().getWidth();
        double bottom = getChart().getCanvas().getHeight() + OUTSIDE;
        double right = clampX(steps.upperEdge(to - 1), width);
        double left = clampX(steps.lowerEdge(from), width);
        if (right < 0 || left > width) {
            return;
        }
        gc.beginPath();
        gc.moveTo(left, bottom);
        for (int bin = from; bin < to; bin++) {
            double y = Math.max(-OUTSIDE, Math.min(bottom, pixelY(steps.density(bin))));
            gc.lineTo(clampX(steps.lowerEdge(bin), width), y);
            gc.lineTo(clampX(steps.upperEdge(bin), width), y);
        }
        gc.lineTo(right, bottom);
        gc.fill();
        gc.stroke();
    }

    private double clampX(double value, double width) {
        double x = pixelX(value);
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
