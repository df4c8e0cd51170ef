package org.eigenscope.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/** A slider over [0, 1] with a tick on its track where the fit stands. */
public final class MarkedSlider extends Region {
    private static final double DEFAULT_THUMB = 16;

    private final Slider slider = new Slider(0, 1, 0);
    private final Region mark = new Region();
    private final DoubleProperty markPosition = new SimpleDoubleProperty(this, "markPosition", Double.NaN);

    public MarkedSlider() {
        getStyleClass().add("marked-slider");
        mark.getStyleClass().add("mark");
        mark.setMouseTransparent(true);
        mark.setManaged(false);
        // the root of its own layout, so that moving the thumb lays out nothing else
        slider.setManaged(false);
        getChildren().addAll(mark, slider);
        markPosition.addListener((source, old, position) -> requestLayout());
    }

    public Slider slider() {
        return slider;
    }

    /** The position of the tick, in [0, 1]; NaN hides it. */
    public DoubleProperty markPositionProperty() {
        return markPosition;
    }

    @Override
    protected void layoutChildren() {
        slider.resizeRelocate(0, 0, getWidth(), getHeight());
        double position = markPosition.get();
        mark.setVisible(!Double.isNaN(position));
        if (mark.isVisible()) {
            double thumb = thumbWidth();
            double width = mark.prefWidth(-1);
            double height = mark.prefHeight(-1);
            double x = thumb / 2 + position * (getWidth() - thumb) - width / 2;
            mark.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
        }
    }

    private double thumbWidth() {
        Node thumb = slider.lookup(".thumb");
        return thumb == null ? DEFAULT_THUMB : thumb.getLayoutBounds().getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return slider.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return slider.prefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return slider.minWidth(height);
    }
}
