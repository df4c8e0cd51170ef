package org.eigenscope.ui.repulsion.lab;

import java.util.OptionalDouble;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eigenscope.law.Domain;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.text.Numbers;

/** A symbol, a typed value and a slider for one number of the lab. */
public final class LabSlider extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double STEP = 0.01;
    private static final double FINE_STEP = 0.001;

    private final Label symbol = new Label();
    private final TextField field = new TextField();
    private final Slider slider = new Slider(0, 1, 0);
    private final Label problem = new Label();
    private final Label caption = new Label();
    private Property<Number> value;
    private SliderScale scale;
    private boolean whole;
    private String spoken = "";
    private boolean following;

    public LabSlider() {
        getStyleClass().add("parameter-row");
        symbol.getStyleClass().add("parameter-symbol");
        field.getStyleClass().addAll("parameter-field", "lab-field");
        caption.getStyleClass().addAll("caption", "text-muted", "lab-caption");
        HBox line = new HBox(symbol, field, slider);
        line.getStyleClass().add("parameter-line");
        HBox.setHgrow(slider, Priority.ALWAYS);
        problem.getStyleClass().addAll("parameter-warning");
        problem.setWrapText(true);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(line, problem, caption);
        slider.valueProperty().addListener((source, old, position) -> dragged(position.doubleValue()));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::nudge);
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((source, old, focused) -> {
            if (!focused) {
                commit();
            }
        });
    }

    /**
     * Connects the slider to a number.
     *
     * @param id begins the ids of field and slider
     * @param sign the symbol before it
     * @param meaning on hover and for screen readers
     */
    public void bind(String id, String sign, String meaning, Property<Number> number, SliderScale range) {
        value = number;
        scale = range;
        whole = number.getValue() instanceof Integer;
        symbol.setText(sign);
        field.setId(id + "-field");
        slider.setId(id + "-slider");
        field.setAccessibleText("Value of " + meaning);
        spoken = "Slider of " + meaning + ", at ";
        Tooltip.install(symbol, new Tooltip(meaning));
        number.addListener((source, old, now) -> show());
        show();
    }

    /** The words under the slider. */
    public Label caption() {
        return caption;
    }

    private void show() {
        following = true;
        double number = value.getValue().doubleValue();
        slider.setValue(scale.positionOf(number));
        slider.setAccessibleText(spoken + text());
        field.setText(text());
        field.pseudoClassStateChanged(INVALID, false);
        problem.setText("");
        following = false;
    }

    private String text() {
        double number = value.getValue().doubleValue();
        return whole ? Integer.toString((int) number) : Numbers.format(number);
    }

    private void dragged(double position) {
        if (!following && value != null) {
            set(scale.valueAt(position));
        }
    }

    private void set(double number) {
        double inside = Math.max(scale.minimum(), Math.min(scale.maximum(), number));
        if (whole) {
            value.setValue((int) Math.round(inside));
        } else {
            value.setValue(inside);
        }
    }

    private void nudge(KeyEvent event) {
        int direction = switch (event.getCode()) {
            case RIGHT, UP, KP_RIGHT, KP_UP -> 1;
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> -1;
            default -> 0;
        };
        if (direction != 0) {
            double step = direction * (event.isShiftDown() ? FINE_STEP : STEP);
            double moved = scale.moved(value.getValue().doubleValue(), step);
            double least = value.getValue().doubleValue() + direction;
            set(whole ? (direction > 0 ? Math.max(least, moved) : Math.min(least, moved)) : moved);
            event.consume();
        }
    }

    private void commit() {
        // what is shown is rounded: typing nothing new must change nothing
        if (field.getText().equals(text())) {
            return;
        }
        OptionalDouble typed = Numbers.parse(field.getText());
        String refusal = refusal(typed);
        if (refusal.isEmpty()) {
            set(typed.getAsDouble());
        }
        show();
        field.pseudoClassStateChanged(INVALID, !refusal.isEmpty());
        problem.setText(refusal);
    }

    private String refusal(OptionalDouble typed) {
        if (typed.isEmpty()) {
            return "“" + field.getText().strip() + "” is not a number; write it as 0.031 or 3.1e-2.";
        }
        Domain reach = Domain.closed(scale.minimum(), scale.maximum());
        return reach.contains(typed.getAsDouble()) ? "" : reach.refusal(symbol.getText(), typed.getAsDouble());
    }
}
