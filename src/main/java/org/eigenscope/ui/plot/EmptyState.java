package org.eigenscope.ui.plot;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/** Shown in place of an empty chart: a small drawing and a hint what to do. */
final class EmptyState extends VBox {
    /** Steps of a histogram under a heavy-tailed curve, 120 × 72. */
    private static final String BARS =
            "M6 66 V50 H18 V34 H30 V20 H42 V28 H54 V40 H66 V48 H78 V55 H90 V60 H102 V63 H114 V66 Z";

    private static final String CURVE = "M4 62 C18 50 24 14 36 14 C50 14 58 52 116 62";

    private static final double DRAWING_SCALE = 1.6;

    private final Label title = new Label("Open a matrix file or drop it here");
    private final Label hint = new Label("Its eigenvalue spectrum appears here, with the laws that describe it.");

    EmptyState() {
        getStyleClass().add("plot-empty");
        setAlignment(Pos.CENTER);
        SVGPath bars = new SVGPath();
        bars.setContent(BARS);
        bars.getStyleClass().add("plot-empty-bars");
        SVGPath curve = new SVGPath();
        curve.setContent(CURVE);
        curve.getStyleClass().add("plot-empty-curve");
        Group drawing = new Group(bars, curve);
        drawing.setScaleX(DRAWING_SCALE);
        drawing.setScaleY(DRAWING_SCALE);
        title.getStyleClass().add("plot-empty-title");
        hint.getStyleClass().add("plot-empty-hint");
        hint.setWrapText(true);
        getChildren().addAll(new Group(drawing), title, hint);
        setMouseTransparent(true);
    }

    void setTexts(String newTitle, String newHint) {
        title.setText(newTitle);
        hint.setText(newHint);
    }
}
