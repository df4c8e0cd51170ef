package org.eigenscope.ui.plot;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveStyle;
import org.eigenscope.figure.Theme;

/**
 * The laws' curves, one chart-fx data set each, stroked as one polyline per unbroken piece. chart-fx's own line
 * renderer strokes a solid line segment by segment, which leaves notches at the joints, and starts worker threads for
 * every thousand points.
 */
final class CurveLayer extends AbstractRendererXY<CurveLayer> {
    /** Positions beyond the canvas are cut off this many canvas heights outside. */
    private static final double OUTSIDE = 3;

    private double[] px = new double[1024];
    private double[] py = new double[1024];

    CurveLayer() {
        setShowInLegend(false);
    }

    /** Shows the curves; data sets are kept as long as ids stay the same, so that a drag only replaces their points. */
    void setCurves(List<Curve> curves, Theme theme) {
        if (!ids().equals(curves.stream().map(Curve::id).toList())) {
            List<DataSet> fresh = new ArrayList<>();
            for (Curve curve : curves) {
                fresh.add(new DoubleDataSet(curve.id()));
            }
            getDatasets().setAll(fresh);
        }
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            ((DoubleDataSet) getDatasets().get(i)).set(curve.x(), curve.y(), false);
            applyStyle(getDatasetNodes().get(i), curve, theme);
        }
    }

    private List<String> ids() {
        return getDatasets().stream().map(DataSet::getName).toList();
    }

    private static void applyStyle(DataSetNode node, Curve curve, Theme theme) {
        CurveStyle style = curve.role().style();
        node.setVisible(curve.visible());
        node.setLineColor(PlotState.color(style.color(theme)));
        node.setLineWidth(style.width());
        Number[] dashes = style.dashes().toArray(Number[]::new);
        if (!Arrays.equals(dashes, node.getLineDashArray())) {
            node.setLineDashArray(dashes);
        }
        node.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    protected void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
        double height = getChart().getCanvas().getHeight();
        int count = dataSet.getDataCount();
        if (px.length < count) {
            px = new double[2 * count];
            py = new double[2 * count];
        }
        gc.save();
        style.applyLineStrokeStyle(gc);
        int n = 0;
        for (int i = 0; i < count; i++) {
            double x = xAxis.getDisplayPosition(dataSet.get(DataSet.DIM_X, i));
            double density = dataSet.get(DataSet.DIM_Y, i);
            if (Double.isNaN(density) || !Double.isFinite(x)) {
                stroke(gc, n);
                n = 0;
                continue;
            }
            double y = density <= 0 && yAxis.isLogAxis() ? Double.POSITIVE_INFINITY : yAxis.getDisplayPosition(density);
            px[n] = x;
            py[n++] = Math.max(-OUTSIDE * height, Math.min((1 + OUTSIDE) * height, y));
        }
        stroke(gc, n);
        gc.restore();
    }

    private void stroke(GraphicsContext gc, int n) {
        if (n > 1) {
            gc.strokePolyline(px, py, n);
        }
    }

    @Override
    protected CurveLayer getThis() {
        return this;
    }
}
