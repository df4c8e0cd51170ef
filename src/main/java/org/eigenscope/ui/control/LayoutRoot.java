package org.eigenscope.ui.control;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/**
 * Holds a control whose size does not depend on its content. When the content changes, JavaFX would lay out all parents
 * of the control as well, up to the window, in every frame of a drag. With this class the layout stops here.
 */
@DefaultProperty("content")
public final class LayoutRoot extends Region {
    private final ObjectProperty<Region> content = new SimpleObjectProperty<>(this, "content");

    public LayoutRoot() {
        getStyleClass().add("island");
        content.addListener((source, old, now) -> settle(now));
    }

    private void settle(Region now) {
        // a node that is not managed is the root of its own layout
        now.setManaged(false);
        // larger text gives it another size
        now.prefWidthProperty().addListener((source, old, width) -> requestLayout());
        now.minWidthProperty().addListener((source, old, width) -> requestLayout());
        now.minHeightProperty().addListener((source, old, height) -> requestLayout());
        getChildren().setAll(now);
    }

    @Override
    protected void layoutChildren() {
        if (content.get() != null) {
            content.get().resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.get() == null ? 0 : content.get().minWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.get() == null ? 0 : content.get().minHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.get() == null ? 0 : content.get().prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.get() == null ? 0 : content.get().prefHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return content.get() == null ? 0 : content.get().maxWidth(height);
    }

    @Override
    public double getBaselineOffset() {
        return content.get() == null ? super.getBaselineOffset() : content.get().getBaselineOffset();
    }

    /** The control that is held and gets all of the region's space. */
    public ObjectProperty<Region> contentProperty() {
        return content;
    }

    public Region getContent() {
        return content.get();
    }

    public void setContent(Region value) {
        content.set(value);
    }
}
