package org.eigenscope.ui.control;

import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/**
 * The whole numbers of a range, for a spinner that can be typed into. What is typed beyond the range becomes its end, and what is no
 * whole number leaves the value as it is; the toolkit's own factory throws for the one and shows the other to listeners.
 */
public final class WholeNumbers extends IntegerSpinnerValueFactory {
    /** @param initial where it starts */
    public WholeNumbers(int least, int most, int initial) {
        super(least, most, initial);
        setConverter(new Typed());
    }

    private final class Typed extends StringConverter<Integer> {
        @Override
        public String toString(Integer value) {
            return value == null ? "" : value.toString();
        }

        @Override
        public Integer fromString(String text) {
            String typed = text == null ? "" : text.strip();
            if (!typed.matches("[+-]?[0-9]{1,18}")) {
                return getValue() == null ? getMin() : getValue();
            }
            return (int) Math.max(getMin(), Math.min(getMax(), Long.parseLong(typed)));
        }
    }
}
