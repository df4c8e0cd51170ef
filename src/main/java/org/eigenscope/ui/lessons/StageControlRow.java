package org.eigenscope.ui.lessons;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A control as the learner sees it: symbol, what it is, typed value, slider. */
final class StageControlRow extends HBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final StageControlModel model;
    private final TextField field = new TextField();
    private final Slider slider = new Slider(0, 1, 0);
    private final Label meaning = new Label();
    private boolean following;

    StageControlRow(StageControlModel model) {
        this.model = model;
        getStyleClass().addAll("parameter-line", "control-row");
        Label symbol = new Label(model.control().symbol());
        symbol.getStyleClass().add("parameter-symbol");
        meaning.setText(model.control().meaning());
        meaning.getStyleClass().addAll("text-muted", "caption", "control-meaning");
        field.getStyleClass().add("parameter-field");
        field.setId("control-" + model.control().id() + "-field");
        slider.setId("control-" + model.control().id());
        field.setAccessibleText(
                "Value of " + model.control().id() + ", " + model.control().meaning());
        slider.setTooltip(new Tooltip("Arrow keys move it, with Shift finely"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(symbol, field, meaning, slider);
        visibleProperty().bind(model.movableProperty());
        managedProperty().bind(visibleProperty());
        bindField();
        bindSlider();
    }

    private void bindField() {
        field.setOnAction(event -> {
            String refusal = model.refusal(field.getText());
            model.type(field.getText());
            show();
            field.pseudoClassStateChanged(INVALID, !refusal.isEmpty());
            meaning.setText(refusal.isEmpty() ? model.control().meaning() : refusal);
            event.consume();
        });
        field.focusedProperty().addListener((source, old, focused) -> {
            if (!focused) {
                show();
            }
        });
    }

    private void bindSlider() {
        slider.valueProperty().addListener((source, old, position) -> {
            if (!following) {
                model.dragTo(position.doubleValue());
            }
        });
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> model.rest());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::nudge);
        model.valueProperty().addListener((source, old, value) -> show());
        model.scaleProperty().addListener((source, old, scale) -> show());
        show();
    }

    private void nudge(KeyEvent event) {
        int direction = switch (event.getCode()) {
            case RIGHT, UP, KP_RIGHT, KP_UP -> 1;
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> -1;
            default -> 0;
        };
        if (direction != 0 && !event.isAltDown()) {
            model.nudge(direction, event.isShiftDown());
            event.consume();
        }
    }

    private void show() {
        field.setText(model.text());
        slider.setAccessibleText(
                "Slider of " + model.control().id() + ", " + model.control().meaning() + ", at " + model.text());
        field.pseudoClassStateChanged(INVALID, false);
        meaning.setText(model.control().meaning());
        following = true;
        slider.setValue(
                model.scaleProperty().get().positionOf(model.valueProperty().get()));
        following = false;
    }
}
