package org.eigenscope.ui.control;

import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** A whole number from 1 on, or nothing where the program chooses it, which is kept as 0. */
public final class CountField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Tooltip tooltip = new Tooltip();

    public CountField() {
        getStyleClass().addAll("small", "number");
        setPrefColumnCount(9);
        setPromptText("automatic");
        setTooltip(tooltip);
    }

    /**
     * Shows and changes a count.
     *
     * @param count the number; 0 where the program chooses it
     * @param most the largest that is taken
     * @param meaning what is counted, in the tooltip
     */
    public void follow(IntegerProperty count, int most, String meaning) {
        setOnAction(event -> commit(count, most, meaning));
        focusedProperty().addListener((source, old, focused) -> {
            if (!focused) {
                commit(count, most, meaning);
            }
        });
        count.addListener(source -> show(count.get(), meaning));
        show(count.get(), meaning);
    }

    private void commit(IntegerProperty count, int most, String meaning) {
        String typed = getText().strip();
        int number = typed.isEmpty() ? 0 : typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
        boolean valid = typed.isEmpty() || number >= 1 && number <= most;
        pseudoClassStateChanged(INVALID, !valid);
        tooltip.setText(valid ? meaning : "“" + typed + "” is no whole number from 1 to " + most + ".");
        if (valid) {
            count.set(number);
        }
    }

    private void show(int count, String meaning) {
        setText(count == 0 ? "" : Integer.toString(count));
        pseudoClassStateChanged(INVALID, false);
        tooltip.setText(meaning);
    }
}
