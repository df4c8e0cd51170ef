package org.eigenscope.ui.plot;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.compose.LegendPlacement;

/** The nodes above the chart's canvas: mouse surface, zoom rectangle, handles, crosshair, legend. */
final class PlotOverlay extends Pane {
    private static final double LEGEND_MARGIN = 12;

    private static final double CENTRE = 0.5;

    private final PlotState state;
    private final Region surface = new Region();
    private final Rectangle selection = new Rectangle();
    private final Crosshair crosshair;
    private final PlotLegend legend;
    private final List<GuideHandle> handles;
    private double cursor = Double.NaN;
    private LegendPosition legendPosition = LegendPosition.TOP_RIGHT;

    PlotOverlay(PlotState state, GuideListener guides, CurveListener curves) {
        this.state = state;
        crosshair = new Crosshair(state);
        legend = new PlotLegend(state, curves);
        handles = List.of(
                new GuideHandle(Guide.Kind.TAU, state, guides),
                new GuideHandle(Guide.Kind.TRIM_LOWER, state, guides),
                new GuideHandle(Guide.Kind.TRIM_UPPER, state, guides),
                new GuideHandle(Guide.Kind.MARKER, state, guides));
        setPickOnBounds(false);
        surface.setManaged(false);
        surface.setId("plot-surface");
        surface.setCursor(Cursor.CROSSHAIR);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, event -> crosshair.show(surface, event.getX(), event.getY()));
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> crosshair.setVisible(false));
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> crosshair.setVisible(false));
        selection.getStyleClass().add("plot-selection");
        selection.setManaged(false);
        selection.setMouseTransparent(true);
        selection.setVisible(false);
        getChildren().addAll(surface, selection);
        getChildren().addAll(handles);
        getChildren().addAll(legend, crosshair);
    }

    /** Moves the crosshair along the abscissa, on the most important visible curve, and describes the point in words. */
    String moveCrosshair(double step) {
        cursor = Math.max(0, Math.min(1, (Double.isNaN(cursor) ? CENTRE : cursor) + step));
        double lambda = state.ranges().x().at(state.xScale(), cursor);
        double height = state.figure().curves().stream()
                .filter(Curve::visible)
                .mapToDouble(curve -> curve.densityAt(lambda))
                .filter(y -> y > 0)
                .findFirst()
                .orElse(Double.NaN);
        double v = state.ranges().y().fraction(state.yScale(), height);
        double along = Double.isNaN(v) ? CENTRE : Math.max(0, Math.min(1, v));
        crosshair.show(surface, cursor * surface.getWidth(), (1 - along) * surface.getHeight());
        return crosshair.words();
    }

    /** Hides the crosshair that the keyboard moves. */
    void hideCrosshair() {
        crosshair.setVisible(false);
        cursor = Double.NaN;
    }

    Region surface() {
        return surface;
    }

    Rectangle selection() {
        return selection;
    }

    /** Takes the rectangle of the axes after the canvas was painted; returns whether its size has changed. */
    boolean follow(Bounds area) {
        boolean resized = area.getWidth() != surface.getWidth() || area.getHeight() != surface.getHeight();
        surface.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        for (GuideHandle handle : handles) {
            handle.place(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        }
        placeLegend(area);
        return resized;
    }

    /** Takes the legend's rows from the figure and chooses its corner. */
    void refreshLegend(boolean mayMove) {
        if (legend.refresh()) {
            legend.applyCss();
        }
        if (mayMove && surface.getWidth() > 0) {
            legendPosition = LegendPlacement.choose(
                    state.figure(),
                    state.ranges(),
                    (legend.prefWidth(-1) + LEGEND_MARGIN) / surface.getWidth(),
                    (legend.prefHeight(-1) + LEGEND_MARGIN) / surface.getHeight());
        }
        legend.setVisible(legendPosition != LegendPosition.NONE);
    }

    private void placeLegend(Bounds area) {
        double width = Math.ceil(legend.prefWidth(-1));
        double height = Math.ceil(legend.prefHeight(-1));
        double x = legendPosition.isLeft() ? area.getMinX() + LEGEND_MARGIN : area.getMaxX() - LEGEND_MARGIN - width;
        double margin = LEGEND_MARGIN + roomForPills(x, x + width);
        double y = legendPosition.isTop() ? area.getMinY() + margin : area.getMaxY() - margin - height;
        legend.resizeRelocate(Math.rint(x), Math.rint(y), width, height);
    }

    /** The height that keeps the legend off the handles at the top or the bottom of the axes. */
    private double roomForPills(double from, double to) {
        boolean top = legendPosition.isTop();
        return handles.stream().anyMatch(handle -> handle.hasPillBetween(from, to, top)) ? GuideHandle.PILL : 0;
    }
}
