package org.eigenscope.ui.repulsion.plane;

import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/**
 * The (κ, γ) or (κ, α) plane coloured by the tail exponent −1 − δ of the inverse law, with contours, the lab's point, fitted
 * layers, the limits at the edges, and the region that would need γ &gt; 1 closed. A click or the arrow keys move the point.
 */
final class PlaneView extends PaintedRegion {
    private static final double LEFT = 52;
    private static final double RIGHT = 14;
    private static final double TOP = 44;
    private static final double FOOT = 46;
    private static final int CELL = 4;
    private static final double GREATEST_ALPHA = 1000;
    private static final double[] CONTOURS = {0.2, 0.5, 1, 2, 5, 20, 100};
    private static final double STEP = 0.02;

    private final PlaneModel model;

    PlaneView(PlaneModel model) {
        this.model = model;
        setFocusTraversable(true);
        getStyleClass().add("focus-ring");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Map of the master model; arrow keys move the point");
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::pressed);
        setOnKeyPressed(this::key);
        model.lab().kappaProperty().addListener((source, old, value) -> repaint());
        model.lab().gammaProperty().addListener((source, old, value) -> repaint());
        model.alphaAxisProperty().addListener((source, old, value) -> repaint());
        model.dots().addListener((ListChangeListener<PlaneModel.Dot>) change -> repaint());
    }

    private boolean alpha() {
        return model.alphaAxisProperty().get();
    }

    private CanvasChart sheet(GraphicsContext gc, double width, double height) {
        return new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, TOP, width - LEFT - RIGHT, height - TOP - FOOT),
                CanvasChart.Axis.log(LabModel.LEAST_KAPPA, LabModel.GREATEST_KAPPA, "κ"),
                alpha() ? CanvasChart.Axis.log(1.005, GREATEST_ALPHA, "α") : CanvasChart.Axis.linear(0, 1, "γ"));
    }

    /** δ at a point of the plane; negative where γ would exceed 1. */
    private double delta(double kappa, double ordinate) {
        return alpha() ? ordinate - 1 - kappa : kappa / 2 * (1 / ordinate - 1);
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        CanvasChart sheet = sheet(gc, width, height);
        fill(sheet);
        sheet.frame();
        for (int i = 0; i < CONTOURS.length; i++) {
            contour(sheet, CONTOURS[i], 0.1 + 0.11 * i);
        }
        limits(sheet);
        point(
                sheet,
                model.lab().kappaProperty().get(),
                model.lab().gammaProperty().get(),
                8,
                true);
        for (PlaneModel.Dot dot : model.dots()) {
            point(sheet, dot.kappa(), dot.gamma(), 4, false);
        }
    }

    private void fill(CanvasChart sheet) {
        GraphicsContext gc = sheet.gc();
        CanvasChart.Area area = sheet.area();
        Color cold = CanvasChart.color(CurveRole.MP.style().color(theme()));
        Color hot = CanvasChart.color(CurveRole.HTMP.style().color(theme()));
        for (double px = area.left(); px < area.right(); px += CELL) {
            for (double py = area.top(); py < area.bottom(); py += CELL) {
                double kappa = sheet.x().range().at(AxisScale.LOG, (px + CELL / 2.0 - area.left()) / area.width());
                double fraction = (area.bottom() - py - CELL / 2.0) / area.height();
                double delta = delta(kappa, sheet.y().range().at(sheet.y().scale(), Math.max(1e-6, fraction)));
                double weight = 1 / (1 + delta);
                gc.setFill(
                        delta < 0
                                ? CanvasChart.color(sheet.palette().grid().major())
                                : cold.interpolate(hot, weight).deriveColor(0, 1, 1, 0.42));
                gc.fillRect(px, py, Math.min(CELL, area.right() - px), Math.min(CELL, area.bottom() - py));
            }
        }
    }

    /**
     * κ = 2δ/(1/γ − 1), or α = 1 + κ + δ; each label is a little higher than the one before, so that they do not
     * overlap.
     */
    private void contour(CanvasChart sheet, double delta, double labelled) {
        int points = 120;
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            double t = (i + 0.5) / points;
            xs[i] = alpha() ? sheet.x().range().at(AxisScale.LOG, t) : 2 * delta / (1 / t - 1);
            ys[i] = alpha() ? 1 + xs[i] + delta : t;
            if (!sheet.y().range().contains(ys[i])) {
                ys[i] = Double.NaN;
            }
        }
        sheet.line(xs, ys, CurveRole.EIGENVALUES.style());
        int at = (int) (points * (alpha() ? 0.16 : labelled));
        if (sheet.x().range().contains(xs[at]) && Double.isFinite(ys[at])) {
            sheet.power(NumberText.significant(-1 - delta, 2), sheet.px(xs[at]), sheet.py(ys[at]));
        }
    }

    private void limits(CanvasChart sheet) {
        CanvasChart.Area area = sheet.area();
        double above = area.top() - 12;
        sheet.note("κ → 0: inverse Gamma", area.left(), above, TextAlignment.LEFT);
        sheet.note("κ → ∞: MP", area.right(), above, TextAlignment.RIGHT);
        if (alpha()) {
            sheet.tag("no such γ: α < 1 + κ", area.right() - 70, area.bottom() - 16);
        } else {
            sheet.note("γ = 1: λ⁻¹/ln²λ", area.left() + area.width() * 0.62, above, TextAlignment.CENTER);
        }
    }

    private void point(CanvasChart sheet, double kappa, double gamma, double radius, boolean current) {
        double ordinate = alpha() ? 1 + kappa / 2 * (1 + 1 / gamma) : gamma;
        if (!sheet.x().range().contains(kappa) || !sheet.y().range().contains(ordinate)) {
            return;
        }
        GraphicsContext gc = sheet.gc();
        double x = sheet.px(kappa);
        double y = sheet.py(ordinate);
        gc.setFill(CanvasChart.color(
                current ? sheet.palette().guide() : sheet.palette().text()));
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        gc.setStroke(CanvasChart.color(sheet.palette().background()));
        gc.setLineWidth(1.5);
        gc.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        CanvasChart sheet = sheet(null, paintedWidth(), paintedHeight());
        CanvasChart.Area area = sheet.area();
        choose(sheet, (across(event) - area.left()) / area.width(), (area.bottom() - down(event)) / area.height());
    }

    private void choose(CanvasChart sheet, double across, double up) {
        double kappa = sheet.x().range().at(AxisScale.LOG, Math.max(0, Math.min(1, across)));
        double ordinate = sheet.y().range().at(sheet.y().scale(), Math.max(0, Math.min(1, up)));
        if (alpha()) {
            model.chooseAlpha(kappa, ordinate);
        } else {
            model.choose(kappa, ordinate);
        }
    }

    private void key(KeyEvent event) {
        CanvasChart sheet = sheet(null, paintedWidth(), paintedHeight());
        double kappa = model.lab().kappaProperty().get();
        double gamma = model.lab().gammaProperty().get();
        double ordinate = alpha() ? model.point().alpha() : gamma;
        double across = sheet.x().range().fraction(AxisScale.LOG, kappa);
        double up = sheet.y().range().fraction(sheet.y().scale(), ordinate);
        switch (event.getCode()) {
            case LEFT -> choose(sheet, across - STEP, up);
            case RIGHT -> choose(sheet, across + STEP, up);
            case UP -> choose(sheet, across, up + STEP);
            case DOWN -> choose(sheet, across, up - STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
