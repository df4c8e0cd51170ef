package org.eigenscope.study;

import java.util.regex.Pattern;

/** Attributes are texts; some are numbers. */
public final class AttributeNumber {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");

    private AttributeNumber() {}

    /** The number that a text is, finite; null if it is none. */
    static Double of(String text) {
        return NUMBER.matcher(text.strip()).matches() ? finite(Double.parseDouble(text.strip())) : null;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** The number that a text is; NaN if it is none. */
    public static double orNaN(String text) {
        Double value = of(text);
        return value == null ? Double.NaN : value;
    }
}
