package org.eigenscope.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.figure.Palette;
import org.eigenscope.figure.Ticks;

/**
 * Hairlines at the ticks. chart-fx's own grid paints minor lines on log axes even when they are hidden by style, and on
 * top of the data.
 */
final class GridLayer extends PlotLayer {
    /** Minor lines that would stand closer than this on average are left out. */
    private static final double LEAST_SPACING = 11;

    GridLayer(PlotState state) {
        super(state);
    }

    @Override
    void paint(GraphicsContext gc, double width, double height) {
        Palette.Lines lines = state().palette().grid();
        Ticks x = horizontalAxis().ticks();
        Ticks y = verticalAxis().ticks();
        gc.setLineWidth(1);
        gc.setStroke(PlotState.color(lines.minor()));
        if (state().xScale() == AxisScale.LOG && x.minor().length * LEAST_SPACING <= width) {
            strokeVertical(gc, x.minor(), height);
        }
        if (state().yScale() == AxisScale.LOG && y.minor().length * LEAST_SPACING <= height) {
            strokeHorizontal(gc, y.minor(), width);
        }
        gc.setStroke(PlotState.color(lines.major()));
        strokeVertical(gc, x.majorValues(), height);
        strokeHorizontal(gc, y.majorValues(), width);
    }

    private void strokeVertical(GraphicsContext gc, double[] values, double height) {
        for (double value : values) {
            double x = Math.floor(pixelX(value)) + 0.5;
            gc.strokeLine(x, 0, x, height);
        }
    }

    private void strokeHorizontal(GraphicsContext gc, double[] values, double width) {
        for (double value : values) {
            double y = Math.floor(pixelY(value)) + 0.5;
            gc.strokeLine(0, y, width, y);
        }
    }
}
