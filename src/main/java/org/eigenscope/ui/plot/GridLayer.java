package org.eigenscope.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.style.Palette;

/**
 * Hairlines at the ticks, as rectangles a pixel thin, which cost a fraction of strokes. chart-fx's own grid paints minor lines on log axes even when they are hidden by style, and on
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
        gc.setFill(PlotState.color(lines.minor()));
        if (state().xScale() != AxisScale.LINEAR && x.minor().length * LEAST_SPACING <= width) {
            fillVertical(gc, x.minor(), height);
        }
        if (state().yScale() != AxisScale.LINEAR && y.minor().length * LEAST_SPACING <= height) {
            fillHorizontal(gc, y.minor(), width);
        }
        gc.setFill(PlotState.color(lines.major()));
        fillVertical(gc, x.majorValues(), height);
        fillHorizontal(gc, y.majorValues(), width);
    }

    private void fillVertical(GraphicsContext gc, double[] values, double height) {
        for (double value : values) {
            gc.fillRect(Math.floor(pixelX(value)), 0, 1, height);
        }
    }

    private void fillHorizontal(GraphicsContext gc, double[] values, double width) {
        for (double value : values) {
            gc.fillRect(0, Math.floor(pixelY(value)), width, 1);
        }
    }
}
