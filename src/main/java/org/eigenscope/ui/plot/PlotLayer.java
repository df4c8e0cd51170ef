package org.eigenscope.ui.plot;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/** A chart-fx renderer that paints one layer of the figure itself, without data sets. */
abstract class PlotLayer extends AbstractRendererXY<PlotLayer> {
    private final PlotState state;

    PlotLayer(PlotState state) {
        this.state = state;
        setShowInLegend(false);
    }

    final PlotState state() {
        return state;
    }

    /** Paints the layer on a canvas of the given size, whose corners are those of the axes. */
    abstract void paint(GraphicsContext gc, double width, double height);

    final double pixelX(double value) {
        return horizontalAxis().place(value);
    }

    final double pixelY(double value) {
        return verticalAxis().place(value);
    }

    final PlotAxis horizontalAxis() {
        return (PlotAxis) xAxis;
    }

    final PlotAxis verticalAxis() {
        return (PlotAxis) yAxis;
    }

    @Override
    public final void render() {
        var canvas = getChart().getCanvas();
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.save();
        paint(gc, canvas.getWidth(), canvas.getHeight());
        gc.restore();
    }

    @Override
    protected final void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
        throw new IllegalStateException("a layer has no data sets");
    }

    @Override
    protected final PlotLayer getThis() {
        return this;
    }
}
