package org.eigenscope.ui.repulsion.lab;

import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Two toggle buttons, of which one is always on. */
public final class TogglePair {
    private TogglePair() {}

    public static <T> void bind(
            ToggleGroup group, ToggleButton left, ToggleButton right, Property<T> property, T one, T other) {
        property.addListener((source, old, value) -> group.selectToggle(value.equals(one) ? left : right));
        group.selectToggle(property.getValue().equals(one) ? left : right);
        group.selectedToggleProperty().addListener((source, old, selected) -> {
            if (selected == null) {
                group.selectToggle(property.getValue().equals(one) ? left : right);
            } else {
                property.setValue(selected == left ? one : other);
            }
        });
    }
}
