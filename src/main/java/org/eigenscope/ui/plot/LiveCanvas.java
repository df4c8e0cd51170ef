package org.eigenscope.ui.plot;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.eigenscope.figure.compose.DrawnParts;

/**
 * A separate canvas above the chart for what moves during a drag, curves and guides, so that a drag paints neither
 * histogram nor grid. However often something changes, it is painted once a pulse, after the layout.
 */
final class LiveCanvas extends Canvas {
    private final PlotState state;
    private final CurveLayer curves;
    private final GuideLayer guides;
    private final Runnable painted;
    private final Runnable afterLayout = this::paintIfStale;
    private boolean stale;

    /**
     * An empty canvas.
     *
     * @param painted is run after every painting
     */
    LiveCanvas(PlotState state, Runnable painted) {
        this.state = state;
        this.painted = painted;
        curves = new CurveLayer(state);
        guides = new GuideLayer(state);
        setManaged(false);
        setMouseTransparent(true);
        sceneProperty().addListener((source, old, scene) -> follow(old, scene));
    }

    private void follow(Scene old, Scene scene) {
        if (old != null) {
            old.removePostLayoutPulseListener(afterLayout);
        }
        if (scene != null) {
            scene.addPostLayoutPulseListener(afterLayout);
        }
    }

    /** Covers the rectangle of the axes and paints at once. */
    void cover(Bounds area) {
        setWidth(Math.ceil(area.getWidth()));
        setHeight(Math.ceil(area.getHeight()) + GuideLayer.above(state));
        relocate(area.getMinX(), area.getMinY() - GuideLayer.above(state));
        paint(area.getWidth(), area.getHeight());
    }

    /** Paints in the next pulse. */
    void repaint() {
        stale = true;
        Platform.requestNextPulse();
    }

    /** Chooses places for the words of guides in axes of a size, and keeps them in {@code parts}. */
    void placeWords(double width, double height, DrawnParts parts) {
        guides.placeWords(new PlotPlaces(state.ranges(), state.xScale(), state.yScale(), width, height), parts);
    }

    private void paintIfStale() {
        if (stale) {
            paint(getWidth(), getHeight() - GuideLayer.above(state));
            painted.run();
        }
    }

    private void paint(double width, double height) {
        stale = false;
        GraphicsContext gc = getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        if (!(width > 0 && height > 0)) {
            return;
        }
        PlotPlaces places = new PlotPlaces(state.ranges(), state.xScale(), state.yScale(), width, height);
        gc.save();
        gc.translate(0, GuideLayer.above(state));
        curves.paint(gc, places);
        gc.restore();
        // curves end with the axes, words need not
        gc.clearRect(0, 0, getWidth(), GuideLayer.above(state));
        gc.save();
        gc.translate(0, GuideLayer.above(state));
        guides.paint(gc, places);
        gc.restore();
    }
}
