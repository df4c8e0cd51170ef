package org.eigenscope.ui.fit.parameter;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.law.Domain;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.text.Numbers;

/** One parameter of the law on screen: its value, its fitted value, and whether it is locked or set by hand. */
public final class ParameterModel {
    /** One press of an arrow key, as a part of the slider's length. */
    static final double STEP = 0.01;

    /** The same with Shift. */
    static final double FINE_STEP = 0.001;

    /** How far a logarithmic slider widens beyond its usual ends, as a factor. */
    private static final int LONGEST_QUOTE = 40;

    private static final double WIDEST = 1e3;

    /** Both HTMP laws take the same values. */
    private static final LawFamily DOMAINS = LawFamily.HTMP;

    private final Parameter parameter;
    private final Editor editor;
    private final ReadOnlyDoubleWrapper value = new ReadOnlyDoubleWrapper(this, "value", Double.NaN);
    private final ReadOnlyDoubleWrapper fitted = new ReadOnlyDoubleWrapper(this, "fitted", Double.NaN);
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(this, "locked");
    private final ReadOnlyBooleanWrapper byHand = new ReadOnlyBooleanWrapper(this, "byHand");
    private final ReadOnlyStringWrapper fact = new ReadOnlyStringWrapper(this, "fact", "");
    private final ReadOnlyStringWrapper brief = new ReadOnlyStringWrapper(this, "brief", "");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper(this, "warning", "");
    private final ReadOnlyObjectWrapper<SliderScale> scale;
    private SliderScale usual;
    private double ceiling = Double.POSITIVE_INFINITY;
    private boolean grabbed;

    /** Receives what the user does to a parameter. */
    public interface Editor {
        void editStarted();

        void valueChosen(ParameterModel parameter, double value);

        void editEnded();

        void lockToggled(ParameterModel parameter);

        void resetChosen(ParameterModel parameter);
    }

    ParameterModel(Parameter parameter, SliderScale scale, Editor editor) {
        this.parameter = parameter;
        this.editor = editor;
        this.usual = scale;
        this.scale = new ReadOnlyObjectWrapper<>(this, "scale", scale);
    }

    /** The parameter that this model is of. */
    public Parameter parameter() {
        return parameter;
    }

    /** Begins an edit with the slider or on the chart; all changes until {@link #release} are one undo step. */
    public void grab() {
        grabbed = true;
        editor.editStarted();
    }

    /** Moves the slider to a position in [0, 1]. */
    public void dragTo(double position) {
        if (isShown()) {
            editor.valueChosen(this, scale.get().valueAt(position));
        }
    }

    /** Moves to a value within the slider's range; used for a drag on the chart. */
    public void dragToValue(double newValue) {
        SliderScale reach = scale.get();
        if (isShown()) {
            editor.valueChosen(this, Math.max(reach.minimum(), Math.min(reach.maximum(), newValue)));
        }
    }

    /** Ends an edit that {@link #grab} began. */
    public void release() {
        grabbed = false;
        editor.editEnded();
        scale.set(reaching(value.get()));
    }

    /** Moves by some arrow-key steps, negative to the left. */
    public void nudge(int steps, boolean fine) {
        if (isShown()) {
            grab();
            editor.valueChosen(this, scale.get().moved(value.get(), steps * (fine ? FINE_STEP : STEP)));
            release();
        }
    }

    /**
     * Takes a typed value.
     *
     * @return empty if it was taken, otherwise what is wrong with it
     */
    public String type(String text) {
        OptionalDouble number = Numbers.parse(text);
        if (number.isEmpty()) {
            return "“" + quoted(text.strip()) + "” is not a number; write it as 0.031 or 3.1e-2.";
        }
        if (!domain().contains(number.getAsDouble())) {
            return domain().refusal(parameter.symbol(), number.getAsDouble());
        }
        if (number.getAsDouble() >= ceiling) {
            return parameter.symbol() + " = " + Numbers.format(number.getAsDouble())
                    + " is not below the smallest eigenvalue used, " + Numbers.format(ceiling)
                    + "; choose a smaller value or trim the bottom.";
        }
        // Leaving the field without a change must not turn a fitted value, shown rounded, into one set by hand.
        if (isShown() && !text.strip().equals(Numbers.format(value.get()))) {
            grab();
            editor.valueChosen(this, number.getAsDouble());
            release();
        }
        return "";
    }

    /** The text, shortened where somebody pasted a page into the field. */
    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Locks or unlocks; without a value there is nothing to lock. */
    public void toggleLock() {
        if (isShown()) {
            editor.lockToggled(this);
        }
    }

    /** Lets the fit move the parameter again. */
    public void resetToFitted() {
        if (isShown() && !locked.get()) {
            editor.resetChosen(this);
        }
    }

    /** Shows a value, in the parameter's units; NaN shows none. */
    public void setValue(double newValue) {
        SliderScale reach = reaching(newValue);
        // the slider's range must not shrink while it is dragged
        if (!grabbed
                || reach.minimum() < scale.get().minimum()
                || reach.maximum() > scale.get().maximum()) {
            scale.set(reach);
        }
        value.set(newValue);
    }

    /** The usual range, widened to include a value; a value far outside is shown at the slider's end. */
    private SliderScale reaching(double newValue) {
        double least = usual.logarithmic() ? usual.minimum() / WIDEST : 0;
        double most = usual.logarithmic() ? usual.maximum() * WIDEST : usual.maximum();
        double lower = newValue > 0 && newValue < usual.minimum() ? Math.max(least, newValue) : usual.minimum();
        double upper = newValue > usual.maximum() ? Math.min(most, newValue) : usual.maximum();
        return new SliderScale(
                Math.max(domain().lower(), lower), Math.min(domain().upper(), upper), usual.logarithmic());
    }

    void clearValue() {
        value.set(Double.NaN);
        fitted.set(Double.NaN);
        byHand.set(false);
        warning.set("");
        fact.set("");
        brief.set("");
    }

    void setFitted(double newValue) {
        fitted.set(newValue);
    }

    /** Shows whether the parameter is locked. */
    public void setLocked(boolean isLocked) {
        locked.set(isLocked);
    }

    /** Shows whether the user set the value by hand. */
    public void setByHand(boolean isByHand) {
        byHand.set(isByHand);
    }

    void setWarning(String sentence) {
        warning.set(sentence);
    }

    void setFact(String sentence) {
        fact.set(sentence);
    }

    /** Sets the words for what the fit says of the parameter, where there is no room for the sentence. */
    void setBrief(String words) {
        brief.set(words);
    }

    /** Takes another usual range. */
    void setScale(SliderScale newScale) {
        usual = newScale;
        scale.set(isShown() ? reaching(value.get()) : newScale);
    }

    /** The sample allows only values below this one. */
    void setCeiling(double bound) {
        ceiling = bound;
    }

    private boolean isShown() {
        return !Double.isNaN(value.get());
    }

    /** The value, NaN while there is none. */
    public ReadOnlyDoubleProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** The value of the unconditional fit, NaN while unknown. */
    public ReadOnlyDoubleProperty fittedProperty() {
        return fitted.getReadOnlyProperty();
    }

    /** Whether the parameter is locked. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** The values that it may have. */
    public Domain domain() {
        return DOMAINS.domain(parameter);
    }

    /** Whether the user set the value by hand. */
    public ReadOnlyBooleanProperty byHandProperty() {
        return byHand.getReadOnlyProperty();
    }

    /** The warning or the fact in a word or two, empty when there is none. */
    public ReadOnlyStringProperty briefProperty() {
        return brief.getReadOnlyProperty();
    }

    /** What the last fit says about this parameter that needs no action, empty when nothing. */
    public ReadOnlyStringProperty factProperty() {
        return fact.getReadOnlyProperty();
    }

    /** What the last fit warns of about this parameter, empty when of nothing. */
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** The range of the slider at present, and whether it is logarithmic. */
    public ReadOnlyObjectProperty<SliderScale> scaleProperty() {
        return scale.getReadOnlyProperty();
    }
}
