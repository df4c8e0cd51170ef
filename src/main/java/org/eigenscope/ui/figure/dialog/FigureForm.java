package org.eigenscope.ui.figure.dialog;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import org.eigenscope.ui.figure.FigureEdits;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.text.Numbers;

/** A part of the dialog that shows edits and makes them; what it shows is no edit of the user's. */
abstract class FigureForm {
    private final FigureModel model;
    private final Map<TextField, String> shownTexts = new HashMap<>();
    private boolean showing;

    FigureForm(FigureModel model) {
        this.model = model;
    }

    /** Shows the figure's edits from now on. */
    final void follow() {
        model.editsProperty().addListener((source, old, now) -> showEdits());
        model.sheetProperty().addListener((source, old, now) -> showEdits());
        showEdits();
    }

    final void showEdits() {
        showing = true;
        show(model.editsProperty().get());
        showing = false;
    }

    abstract void show(FigureEdits edits);

    final FigureModel model() {
        return model;
    }

    final void change(UnaryOperator<FigureEdits> change) {
        if (!showing) {
            model.edit(change);
        }
    }

    /** Writes a text that is no edit. */
    final void write(TextField field, String text) {
        shownTexts.put(field, text);
        field.setText(text);
    }

    /** Edits when the user confirms or leaves a text that was changed. */
    final void onCommit(TextField field, UnaryOperator<FigureEdits> change) {
        field.setOnAction(event -> commit(field, change));
        field.focusedProperty().addListener((source, was, focused) -> {
            if (!focused) {
                commit(field, change);
            }
        });
    }

    private void commit(TextField field, UnaryOperator<FigureEdits> change) {
        String text = field.getText();
        if (isChanged(field)) {
            change(change);
            if (field.getText().equals(text)) {
                shownTexts.put(field, text);
            }
        }
    }

    /** Whether the user wrote something else than is shown. */
    private boolean isChanged(TextField field) {
        return !field.getText().equals(shownTexts.get(field));
    }

    /** The number that the user wrote, or else the exact one of which the field shows a few digits. */
    final OptionalDouble number(TextField field, OptionalDouble exact) {
        return exact.isPresent() && !isChanged(field) ? exact : number(field);
    }

    /**
     * The number in a field, empty for none.
     *
     * @throws IllegalArgumentException if it holds something else
     */
    static OptionalDouble number(TextField field) {
        OptionalDouble value = Numbers.parse(field.getText());
        if (value.isEmpty() && !field.getText().isBlank()) {
            throw new IllegalArgumentException("“" + field.getText().strip() + "” is no number");
        }
        return value;
    }

    /**
     * The number in a field.
     *
     * @throws IllegalArgumentException if it holds none
     */
    static double requiredNumber(TextField field) {
        return number(field)
                .orElseThrow(
                        () -> new IllegalArgumentException("the field “" + field.getAccessibleText() + "” is empty"));
    }
}
