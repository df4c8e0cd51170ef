package org.eigenscope.cli.console;

/**
 * Text that came from a file and goes to a terminal: characters that can steer it are shown as escapes, such as
 * {@code \u009b}.
 */
public final class Printable {
    private Printable() {}

    static String of(String text) {
        if (text.codePoints().noneMatch(Printable::steers)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> append(c, shown));
        return shown.toString();
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
