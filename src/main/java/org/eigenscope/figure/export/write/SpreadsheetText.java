package org.eigenscope.figure.export.write;

/**
 * Labels in cells that a spreadsheet may read. A cell that begins with one of {@code = + - @}, their wide forms or a tabulator
 * would be run as a formula there; an apostrophe before it makes it text.
 */
public final class SpreadsheetText {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    /** The label, or the label behind an apostrophe. */
    public static String of(String label) {
        boolean runs = !label.isEmpty() && STARTS_OF_FORMULAS.indexOf(label.charAt(0)) >= 0;
        return runs ? "'" + label : label;
    }
}
