package org.eigenscope.text;

import java.util.stream.Collectors;

/**
 * Text that came from a file and goes to a terminal or into a label of the window: characters that steer the one, or reorder or
 * hide what stands in the other, are shown as escapes, such as {@code \u009b}.
 */
public final class Printable {
    private Printable() {}

    /** The text with such characters as escapes. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::steers)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> append(c, shown));
        return shown.toString();
    }

    /** The same for each line of a text that has several. */
    public static String lines(String text) {
        return text.lines().map(Printable::of).collect(Collectors.joining("\n"));
    }

    private static void append(int c, StringBuilder shown) {
        if (!steers(c)) {
            shown.appendCodePoint(c);
            return;
        }
        for (char unit : Character.toChars(c)) {
            shown.append(escape(unit));
        }
    }

    /** How a UTF-16 unit is shown; JSON reads it back. */
    public static String escape(int unit) {
        return String.format("\\u%04x", unit);
    }

    /**
     * Whether a character moves the cursor, changes the terminal's state, reorders the text around it or cannot be seen: control
     * characters (C0, DEL and C1), formats such as U+202E, line and paragraph separators, halves of pairs.
     */
    public static boolean steers(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
