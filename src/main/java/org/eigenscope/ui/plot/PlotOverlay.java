package org.eigenscope.ui.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.compose.DrawnParts;
import org.eigenscope.figure.compose.LegendPlacement;
import org.eigenscope.figure.compose.PlotBox;

/** The nodes above the chart's canvas: mouse surface, zoom rectangle, handles, crosshair, legend. */
final class PlotOverlay extends Pane {
    private static final double LEGEND_MARGIN = 12;
    /** Between a legend above the axes and the words of guides there. */
    private static final double LEGEND_GAP = 6;
    /** The largest part of the axes' height that a legend takes above them. */
    private static final double MOST_ABOVE = 0.5;

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

    /** Whether the keyboard reads values along the chart. */
    boolean isReading() {
        return !Double.isNaN(cursor);
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
        if (resized) {
            crosshair.setVisible(false);
        }
        surface.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        for (GuideHandle handle : handles) {
            handle.place(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        }
        placeLegend(area);
        return resized;
    }

    /** Takes the legend's rows from the figure. */
    void refreshLegend() {
        if (legend.refresh()) {
            legend.applyCss();
        }
        legend.setVisible(legendPosition != LegendPosition.NONE);
    }

    /** The rooms of the handles' pills in axes of a size. */
    List<PlotBox> pills(double width, double height) {
        return handles.stream()
                .flatMap(handle -> handle.pill(width, height).stream())
                .toList();
    }

    /**
     * Chooses where the legend covers nothing.
     *
     * @param parts what is drawn, in axes of full height
     * @param width of the axes
     * @param height that they have without a legend above
     * @param anew whether to choose among all places; otherwise the legend stays where it is free
     * @return the height that it takes above the axes
     */
    double placeLegend(DrawnParts parts, double width, double height, boolean anew) {
        refreshLegend();
        List<PlotBox> pills = pills(width, height);
        Function<LegendPosition, PlotBox> corners =
                corner -> corner(corner, legend.stackedWidth(), legend.stackedHeight(), new Size(width, height), pills);
        boolean automatic = state.figure().legend() == LegendPosition.AUTO;
        boolean stays = automatic
                && !anew
                && (legendPosition == LegendPosition.OUTSIDE
                        || legendPosition.isCorner() && parts.isFree(corners.apply(legendPosition)));
        if (!stays) {
            legendPosition = LegendPlacement.choose(state.figure().legend(), corners, parts);
        }
        legend.setAbove(legendPosition == LegendPosition.OUTSIDE, width);
        double above = legendPosition == LegendPosition.OUTSIDE ? legend.heightAbove(width) : 0;
        if (automatic && above > MOST_ABOVE * height) {
            legendPosition = LegendPlacement.leastCovered(corners, parts);
            legend.setAbove(false, width);
            above = 0;
        }
        legend.setVisible(legendPosition != LegendPosition.NONE);
        return above > 0 ? above + LEGEND_GAP : 0;
    }

    /** The room that the legend takes within axes of a size; empty if it stands elsewhere. */
    Optional<PlotBox> legend(double width, double height) {
        return legendPosition.isCorner()
                ? Optional.of(corner(
                        legendPosition,
                        legend.stackedWidth(),
                        legend.stackedHeight(),
                        new Size(width, height),
                        pills(width, height)))
                : Optional.empty();
    }

    /** The room of the legend in a corner of axes of a size: clear of the handles' pills. */
    private static PlotBox corner(LegendPosition corner, double width, double height, Size axes, List<PlotBox> pills) {
        double x = corner.isLeft() ? LEGEND_MARGIN : axes.width() - LEGEND_MARGIN - width;
        double top = LEGEND_MARGIN;
        double bottom = axes.height() - LEGEND_MARGIN - height;
        PlotBox box = new PlotBox(x, corner.isTop() ? top : bottom, width, height);
        boolean meets = pills.stream().anyMatch(box::meets);
        double aside = meets ? GuideHandle.PILL : 0;
        return new PlotBox(x, corner.isTop() ? top + aside : bottom - aside, width, height);
    }

    private record Size(double width, double height) {}

    private void placeLegend(Bounds area) {
        if (legendPosition == LegendPosition.OUTSIDE) {
            double height = legend.heightAbove(area.getWidth());
            legend.resizeRelocate(
                    Math.rint(area.getMinX()),
                    Math.rint(area.getMinY() - GuideLayer.above(state) - height),
                    Math.ceil(area.getWidth()),
                    height);
            return;
        }
        Size axes = new Size(area.getWidth(), area.getHeight());
        double width = legend.stackedWidth();
        double height = legend.stackedHeight();
        PlotBox box = corner(legendPosition, width, height, axes, pills(axes.width(), axes.height()));
        legend.resizeRelocate(
                Math.rint(area.getMinX() + box.left()), Math.rint(area.getMinY() + box.top()), width, height);
    }
}
