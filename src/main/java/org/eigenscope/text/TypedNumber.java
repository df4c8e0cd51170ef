package org.eigenscope.text;

import java.util.OptionalDouble;

/** Reads numbers as people type or copy them. */
public final class TypedNumber {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final char MINUS = '−';
    private static final String THIN_SPACE = "\u2009";

    private TypedNumber() {}

    /**
     * Reads a number with a minus sign of either kind, a decimal point or comma, blanks between digits, and a power of ten as {@code e-5}
     * or {@code ×10⁻⁵}; empty if it is none or not finite.
     */
    public static OptionalDouble parse(String text) {
        String plain = text.strip()
                .replace(MINUS, '-')
                .replace(',', '.')
                .replace(THIN_SPACE, "")
                .replace(" ", "");
        plain = exponentsInAscii(plain);
        try {
            double value = Double.parseDouble(plain);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    private static String exponentsInAscii(String text) {
        StringBuilder plain = new StringBuilder(text.replace("×10", "e"));
        for (int i = 0; i < plain.length(); i++) {
            int digit = SUPERSCRIPTS.indexOf(plain.charAt(i));
            if (digit >= 0) {
                plain.setCharAt(i, (char) ('0' + digit));
            } else if (plain.charAt(i) == '⁻') {
                plain.setCharAt(i, '-');
            }
        }
        return plain.toString();
    }
}
