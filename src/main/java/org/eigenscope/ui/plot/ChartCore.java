package org.eigenscope.ui.plot;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.dataset.events.ChartBits;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;

/** The chart-fx chart with our axes and layers; the parts of chart-fx that it would show itself are switched off. */
final class ChartCore {
    private final PlotState state;
    private final PlotAxis xAxis;
    private final PlotAxis yAxis;
    private final XYChart chart;
    private boolean telling;

    /**
     * Builds the chart.
     *
     * @param painted is run after every painting of the canvas and after every layout that moves it, when the axes have their places
     */
    ChartCore(PlotState state, Runnable painted) {
        this.state = state;
        xAxis = new PlotAxis(state, true);
        yAxis = new PlotAxis(state, false);
        chart = new XYChart(xAxis, yAxis);
        chart.setLegendVisible(false);
        chart.getLegend().getNode().setManaged(false);
        chart.setAnimated(false);
        chart.getMenuPane().setTop(null);
        chart.getMenuPane().setTriggerDistance(0);
        // an image of the canvas would be copied anew in every frame of a drag
        chart.getCanvas().setCache(false);
        chart.setMouseTransparent(true);
        chart.setFocusTraversable(false);
        // panes of the library that show nothing of the focus; the plot itself is the stop
        chart.getMenuPane().setFocusTraversable(false);
        chart.getPlotArea().setFocusTraversable(false);
        chart.getRenderers().setAll(new GridLayer(state), new StepsLayer(state), after(painted));
        chart.getCanvas().layoutBoundsProperty().addListener((source, old, now) -> tellLater(painted));
        chart.getCanvas().localToSceneTransformProperty().addListener((source, old, now) -> tellLater(painted));
    }

    private PlotLayer after(Runnable painted) {
        return new PlotLayer(state) {
            @Override
            void paint(GraphicsContext gc, double width, double height) {
                painted.run();
            }
        };
    }

    Node node() {
        return chart;
    }

    /** The rectangle of the axes in scene coordinates. */
    Bounds areaInScene() {
        return chart.getCanvas().localToScene(chart.getCanvas().getLayoutBounds());
    }

    /** After the layout: the canvas also gets another size or place without being painted anew. */
    private void tellLater(Runnable painted) {
        if (!telling) {
            telling = true;
            Platform.runLater(() -> {
                telling = false;
                painted.run();
            });
        }
    }

    /** Gives both axes the state's scales and ranges. */
    void showRanges() {
        xAxis.show(state.xScale(), state.ranges().x());
        yAxis.show(state.yScale(), state.ranges().y());
        repaint();
    }

    /** Paints the canvas again in the next frame. */
    void repaint() {
        chart.fireInvalidated(ChartBits.ChartCanvas);
    }

    /** Lays the axes out anew, whose thickness follows the size of text. */
    void resize() {
        xAxis.requestLayout();
        yAxis.requestLayout();
        chart.requestLayout();
    }

    /** Paints canvas and axes again, as after a change of theme or titles. */
    void repaintAll() {
        xAxis.forceRedraw();
        yAxis.forceRedraw();
        repaint();
    }
}
