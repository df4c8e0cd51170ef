package org.eigenscope.ui.plot;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.style.CurveStyle;

/**
 * The laws' curves, stroked as one polyline per unbroken piece.
 *
 * <p>chart-fx's own line renderer strokes a solid line segment by segment, which leaves notches at the joints. Its data
 * sets are avoided too: the chart holds their read locks from the moment it gets a scene until the next frame is
 * painted, so that writing new points in between stops the FX thread for ever.
 */
final class CurveLayer {
    /** Positions beyond the canvas are cut off this many canvas heights outside. */
    private static final double OUTSIDE = 3;

    /** Points in a piece of a curve that is stroked at once. */
    private static final int PIECE = 48;

    private final PlotState state;
    private final PieceStroker stroker = new PieceStroker(PIECE);
    private double[] px = new double[1024];
    private double[] py = new double[1024];

    CurveLayer(PlotState state) {
        this.state = state;
    }

    void paint(GraphicsContext gc, PlotPlaces places) {
        gc.setLineJoin(StrokeLineJoin.BEVEL);
        gc.setLineCap(StrokeLineCap.BUTT);
        List<Curve> curves = state.figure().curves();
        // the most important curve comes first and is painted last
        for (int i = curves.size() - 1; i >= 0; i--) {
            if (curves.get(i).visible()) {
                paint(gc, curves.get(i), places);
            }
        }
    }

    private void paint(GraphicsContext gc, Curve curve, PlotPlaces places) {
        CurveStyle style = curve.role().style();
        gc.setStroke(PlotState.color(style.color(state.theme())));
        gc.setLineWidth(style.width() * state.textScale());
        gc.setLineDashes(
                style.dashes().stream().mapToDouble(d -> d * state.textScale()).toArray());
        if (px.length < curve.size()) {
            px = new double[2 * curve.size()];
            py = new double[2 * curve.size()];
        }
        double height = places.height();
        int n = 0;
        for (int i = 0; i < curve.size(); i++) {
            double x = places.x(curve.xAt(i));
            double density = curve.yAt(i);
            if (Double.isNaN(density) || !Double.isFinite(x)) {
                stroker.stroke(gc, px, py, n);
                n = 0;
                continue;
            }
            // a zero has no place on a log axis: it lies infinitely far below
            double y = places.y(density);
            px[n] = x;
            py[n++] = Math.max(-OUTSIDE * height, Math.min((1 + OUTSIDE) * height, Double.isNaN(y) ? height * 9 : y));
        }
        stroker.stroke(gc, px, py, n);
    }
}
