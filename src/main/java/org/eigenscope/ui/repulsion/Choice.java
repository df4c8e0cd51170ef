package org.eigenscope.ui.repulsion;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Two toggle buttons, of which one is always on. */
final class Choice {
    private Choice() {}

    static <T> void bind(
            ToggleGroup group, ToggleButton left, ToggleButton right, ObjectProperty<T> property, T one, T other) {
        property.addListener((source, old, value) -> group.selectToggle(value == one ? left : right));
        group.selectToggle(property.get() == one ? left : right);
        group.selectedToggleProperty().addListener((source, old, selected) -> {
            if (selected == null) {
                group.selectToggle(property.get() == one ? left : right);
            } else {
                property.set(selected == left ? one : other);
            }
        });
    }
}
