package org.eigenscope.ui.plot;

import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;

/**
 * Zoom and pan: drag a rectangle to zoom, a flat one to zoom one axis; drag with the right or middle button, or with
 * Shift, to pan; wheel to zoom about the pointer (with Ctrl the abscissa, with Shift the ordinate only); double-click
 * to reset. chart-fx's own zoomer works on values, not on the scale, so its wheel drifts on log axes.
 */
final class PlotNavigation {
    private static final double WHEEL_STEP = 1.003;
    private static final double MOST_WHEEL = 120;
    /** A rectangle thinner than this selects the whole of that axis. */
    private static final double THIN = 10;

    private final Region surface;
    private final Rectangle selection;
    private final PlotState state;
    private final Consumer<FigureRanges> show;
    private double startX;
    private double startY;
    private FigureRanges startRanges;
    private boolean panning;

    PlotNavigation(Region surface, Rectangle selection, PlotState state, Consumer<FigureRanges> show) {
        this.surface = surface;
        this.selection = selection;
        this.state = state;
        this.show = show;
        surface.setOnMousePressed(this::press);
        surface.setOnMouseDragged(this::drag);
        surface.setOnMouseReleased(this::release);
        surface.setOnScroll(this::scroll);
        surface.setOnZoom(this::pinch);
    }

    /** Zooms both axes about the centre. */
    void zoomAboutCentre(double factor) {
        zoom(0.5, 0.5, factor, factor);
    }

    private void press(MouseEvent event) {
        startX = event.getX();
        startY = event.getY();
        startRanges = state.ranges();
        panning = event.getButton() != MouseButton.PRIMARY || event.isShiftDown();
        surface.requestFocus();
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (panning) {
            surface.setCursor(Cursor.CLOSED_HAND);
            double across = (startX - event.getX()) / surface.getWidth();
            double along = (event.getY() - startY) / surface.getHeight();
            show.accept(new FigureRanges(
                    startRanges.x().panned(state.xScale(), across),
                    startRanges.y().panned(state.yScale(), along)));
        } else {
            selectTo(event.getX(), event.getY());
        }
        event.consume();
    }

    private void selectTo(double mouseX, double mouseY) {
        double x = Math.max(0, Math.min(surface.getWidth(), mouseX));
        double y = Math.max(0, Math.min(surface.getHeight(), mouseY));
        boolean wide = Math.abs(x - startX) >= THIN;
        boolean high = Math.abs(y - startY) >= THIN;
        selection.setVisible(wide || high);
        selection.setX(surface.getLayoutX() + (wide ? Math.min(x, startX) : 0));
        selection.setWidth(wide ? Math.abs(x - startX) : surface.getWidth());
        selection.setY(surface.getLayoutY() + (high ? Math.min(y, startY) : 0));
        selection.setHeight(high ? Math.abs(y - startY) : surface.getHeight());
    }

    private void release(MouseEvent event) {
        surface.setCursor(Cursor.CROSSHAIR);
        if (selection.isVisible()) {
            selection.setVisible(false);
            double left = selection.getX() - surface.getLayoutX();
            double top = selection.getY() - surface.getLayoutY();
            show.accept(new FigureRanges(
                    part(state.ranges().x(), state.xScale(), left, selection.getWidth(), surface.getWidth()),
                    part(
                            state.ranges().y(),
                            state.yScale(),
                            surface.getHeight() - top - selection.getHeight(),
                            selection.getHeight(),
                            surface.getHeight())));
        }
        event.consume();
    }

    private static AxisRange part(AxisRange range, AxisScale scale, double start, double size, double whole) {
        return size >= whole ? range : range.between(scale, start / whole, (start + size) / whole);
    }

    private void scroll(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        double factor = Math.pow(WHEEL_STEP, -Math.max(-MOST_WHEEL, Math.min(MOST_WHEEL, delta)));
        double u = event.getX() / surface.getWidth();
        double v = 1 - event.getY() / surface.getHeight();
        zoom(u, v, event.isShiftDown() ? 1 : factor, event.isControlDown() ? 1 : factor);
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        double factor = 1 / event.getZoomFactor();
        zoom(event.getX() / surface.getWidth(), 1 - event.getY() / surface.getHeight(), factor, factor);
        event.consume();
    }

    private void zoom(double u, double v, double factorX, double factorY) {
        FigureRanges ranges = state.ranges();
        show.accept(new FigureRanges(
                ranges.x().zoomed(state.xScale(), u, factorX), ranges.y().zoomed(state.yScale(), v, factorY)));
    }
}
