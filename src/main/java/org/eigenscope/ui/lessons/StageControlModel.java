package org.eigenscope.ui.lessons;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.law.Domain;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.lessons.script.StageControl;
import org.eigenscope.ui.text.Numbers;

/** One control of the stage: its value, its range, and whether the learner may move it. */
public final class StageControlModel {
    private static final double STEP = 0.01;
    private static final double FINE_STEP = 0.001;

    private final StageControl control;
    private final ReadOnlyDoubleWrapper value;
    private final ReadOnlyObjectWrapper<SliderScale> scale;
    private final ReadOnlyBooleanWrapper movable = new ReadOnlyBooleanWrapper(this, "movable");
    private Runnable onRested = () -> {};

    StageControlModel(StageControl control, double value) {
        this.control = control;
        this.value = new ReadOnlyDoubleWrapper(this, "value", value);
        this.scale = new ReadOnlyObjectWrapper<>(
                this, "scale", new SliderScale(control.minimum(), control.maximum(), control.isLogarithmic()));
    }

    public StageControl control() {
        return control;
    }

    /** Moves to a position of the slider in [0, 1]; {@link #rest} ends the drag. */
    public void dragTo(double position) {
        set(scale.get().valueAt(position));
    }

    /** Moves to a value, or to the nearer end of the slider. */
    public void dragToValue(double wanted) {
        set(Math.max(scale.get().minimum(), Math.min(scale.get().maximum(), wanted)));
    }

    /** The drag has ended. */
    public void rest() {
        onRested.run();
    }

    /** Moves by some arrow-key steps, negative to the left. */
    public void nudge(int steps, boolean fine) {
        double moved = scale.get().moved(value.get(), steps * (fine ? FINE_STEP : STEP));
        boolean stuck = control == StageControl.N && Math.round(moved) == Math.round(value.get());
        set(stuck ? value.get() + Math.signum(steps) : moved);
        rest();
    }

    /** What is wrong with a typed value; empty if it is a number within the range of the slider. */
    String refusal(String text) {
        OptionalDouble number = Numbers.parse(text);
        if (number.isEmpty()) {
            return "“" + text.strip() + "” is not a number; write it as 0.031 or 3.1e-2.";
        }
        Domain range = Domain.closed(scale.get().minimum(), scale.get().maximum());
        return range.contains(number.getAsDouble()) ? "" : range.refusal(control.symbol(), number.getAsDouble());
    }

    /** Takes a typed value within the range of the slider; anything else is refused. */
    public boolean type(String text) {
        OptionalDouble number = Numbers.parse(text);
        if (number.isEmpty() || !refusal(text).isEmpty()) {
            return false;
        }
        set(number.getAsDouble());
        rest();
        return true;
    }

    /** How the value is written. */
    public String text() {
        return control == StageControl.N ? Numbers.count(Math.round(value.get())) : Numbers.format(value.get());
    }

    /** The value in a sentence. */
    String briefText() {
        return control == StageControl.N ? text() : Numbers.formatBrief(value.get());
    }

    private void set(double newValue) {
        value.set(control == StageControl.N ? Math.rint(newValue) : newValue);
    }

    void put(double newValue) {
        set(newValue);
    }

    void setScale(SliderScale newScale) {
        scale.set(newScale);
    }

    void setMovable(boolean isMovable) {
        movable.set(isMovable);
    }

    void setOnRested(Runnable action) {
        onRested = action;
    }

    public ReadOnlyDoubleProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SliderScale> scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty movableProperty() {
        return movable.getReadOnlyProperty();
    }
}
