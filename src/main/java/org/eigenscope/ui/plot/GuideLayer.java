package org.eigenscope.ui.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.Guide;

/** The lines of τ, trims and tail slopes; their handles are nodes above the canvas. */
final class GuideLayer {
    /** The number of points of a slope guide, which is a curve unless both axes are logarithmic. */
    private static final int SLOPE_POINTS = 33;

    private static final int SLOPE_PIECE = 3;
    private static final double TAU_WIDTH = 2;
    private static final double FONT_SIZE = 12;
    private static final double DASH = 3;
    /** The length of a mark without a label, in pixels: a short line at the abscissa, of which there may be many. */
    private static final double RUG = 14;

    private final PlotState state;
    private final PieceStroker stroker = new PieceStroker(SLOPE_PIECE);

    GuideLayer(PlotState state) {
        this.state = state;
    }

    void paint(GraphicsContext gc, PlotPlaces places) {
        Color color = PlotState.color(state.palette().guide());
        gc.setStroke(color);
        gc.setFill(color);
        // a canvas does not use the stylesheet, and its default font is another one
        gc.setFont(Font.font("Roboto", FONT_SIZE * state.textScale()));
        for (Guide guide : state.figure().guides()) {
            if (guide instanceof Guide.Vertical vertical) {
                paintVertical(gc, vertical, places);
            } else {
                paintSlope(gc, (Guide.Slope) guide, places);
            }
        }
    }

    private void paintVertical(GraphicsContext gc, Guide.Vertical guide, PlotPlaces places) {
        double width = places.width();
        double height = places.height();
        double x = Math.floor(places.x(guide.position()));
        if (!(x >= 0 && x <= width)) {
            return;
        }
        if (guide.kind() == Guide.Kind.TAU) {
            gc.fillRect(x, 0, TAU_WIDTH * state.textScale(), height);
        } else if (guide.isRug()) {
            gc.fillRect(x, height - RUG, 1, RUG);
        } else {
            for (double y = 0; y < height; y += 2 * DASH) {
                gc.fillRect(x, y, 1, DASH);
            }
        }
        if (guide.kind() == Guide.Kind.MARK) {
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setTextBaseline(VPos.TOP);
            gc.fillText(guide.label(), x + 4, 4);
        }
    }

    private void paintSlope(GraphicsContext gc, Guide.Slope guide, PlotPlaces places) {
        double[] x = new double[SLOPE_POINTS];
        double[] y = new double[SLOPE_POINTS];
        for (int i = 0; i < SLOPE_POINTS; i++) {
            double lambda = guide.from() * Math.pow(guide.to() / guide.from(), i / (SLOPE_POINTS - 1.0));
            x[i] = places.x(lambda);
            y[i] = places.y(Math.max(Double.MIN_NORMAL, guide.densityAt(lambda)));
            if (!Double.isFinite(x[i] + y[i])) {
                return;
            }
        }
        gc.setLineWidth(1.5 * state.textScale());
        gc.setLineDashes(1, 4);
        stroker.stroke(gc, x, y, SLOPE_POINTS);
        double middleX = x[SLOPE_POINTS / 2];
        double middleY = y[SLOPE_POINTS / 2];
        if (middleX > 0 && middleX < places.width() && middleY > 0 && middleY < places.height()) {
            gc.setTextAlign(TextAlignment.LEFT);
            gc.setTextBaseline(VPos.BOTTOM);
            gc.fillText(guide.label(), middleX + 8, middleY - 6);
        }
    }
}
