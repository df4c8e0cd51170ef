package org.eigenscope.io.format.text;

import java.util.regex.Pattern;

/**
 * How a file writes the decimal mark and groups of thousands, learnt from its cells: a cell such as {@code 1,5} or
 * {@code 1.234,5} settles the decimal comma, {@code 1.5}, {@code 1,234.5} or {@code 1,234,567} the decimal point. A cell
 * such as {@code 1,234} can be either; it is read as the file's other cells say, otherwise as is usual with the delimiter,
 * and refused where neither tells. Blanks, apostrophes and underscores between groups of three digits are passed over.
 */
final class NumberStyle {
    /** Digits in groups of three, between marks that are no decimal marks anywhere. */
    private static final Pattern PLAIN_GROUPS =
            Pattern.compile("\\d{1,3}(?:[ '’_\\u00A0\\u2009\\u202F]\\d{3})+(?:[.,]\\d*)?");

    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(?:,\\d{3})+\\.\\d*|\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern POINT_GROUPS =
            Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d*|\\d{1,3}(?:\\.\\d{3}){2,}");
    private static final Pattern COMMA_EITHER = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final Pattern POINT_EITHER = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

    /** Which mark stands before the fraction. */
    private enum Decimal {
        UNKNOWN,
        POINT,
        COMMA
    }

    private final Decimal usual;
    private Decimal decimal = Decimal.UNKNOWN;
    private boolean complex;

    private NumberStyle(Decimal usual) {
        this.usual = usual;
    }

    /** For a delimiter: semicolons leave the comma free for fractions, commas are quoted only as thousands. */
    static NumberStyle usualWith(char delimiter) {
        return new NumberStyle(
                switch (delimiter) {
                    case ';' -> Decimal.COMMA;
                    case ',' -> Decimal.POINT;
                    default -> Decimal.UNKNOWN;
                });
    }

    /** The same knowledge, to go on with alone. */
    NumberStyle copy() {
        NumberStyle copy = new NumberStyle(usual);
        copy.decimal = decimal;
        copy.complex = complex;
        return copy;
    }

    /** Whether fractions were seen after commas. */
    boolean hasDecimalCommas() {
        return decimal == Decimal.COMMA;
    }

    /** Learns that there are complex numbers. */
    void learnComplex() {
        complex = true;
    }

    /** Whether cells are complex numbers. */
    boolean isComplex() {
        return complex;
    }

    /** Learns from a cell; a contradiction is left for {@link #plain} to refuse. */
    void learn(String digits) {
        Decimal told = evidence(digits);
        if (decimal == Decimal.UNKNOWN) {
            decimal = told;
        }
    }

    /** Which decimal mark a cell gives away by itself. */
    private static Decimal evidence(String digits) {
        if (COMMA_GROUPS.matcher(digits).matches()) {
            return Decimal.POINT;
        }
        if (POINT_GROUPS.matcher(digits).matches()) {
            return Decimal.COMMA;
        }
        boolean comma = digits.indexOf(',') >= 0;
        boolean point = digits.indexOf('.') >= 0;
        boolean either = COMMA_EITHER.matcher(digits).matches()
                || POINT_EITHER.matcher(digits).matches();
        if (comma == point || either || PLAIN_GROUPS.matcher(digits).matches()) {
            return Decimal.UNKNOWN;
        }
        return comma ? Decimal.COMMA : Decimal.POINT;
    }

    /**
     * The cell with a decimal point and without marks between thousands; itself if it has neither comma nor such marks.
     *
     * @param digits without a sign
     * @throws NumberFormatException with a sentence fragment if it fits neither the file's other cells nor any style
     */
    String plain(String digits) {
        String text =
                PLAIN_GROUPS.matcher(digits).matches() ? digits.replaceAll("[ '’_\\u00A0\\u2009\\u202F]", "") : digits;
        boolean comma = text.indexOf(',') >= 0;
        if (!comma && text.indexOf('.') < 0) {
            return text;
        }
        learn(text);
        if (COMMA_EITHER.matcher(text).matches()) {
            return either(text);
        }
        if (!comma && decimal != Decimal.COMMA) {
            return text;
        }
        boolean grouped = decimal == Decimal.COMMA
                ? POINT_GROUPS.matcher(text).matches()
                        || POINT_EITHER.matcher(text).matches()
                : COMMA_GROUPS.matcher(text).matches();
        boolean mixed = decimal == Decimal.COMMA ? text.indexOf('.') >= 0 : comma;
        if (mixed && !grouped) {
            throw new NumberFormatException("'" + text + "' mixes decimal commas with decimal points");
        }
        return decimal == Decimal.COMMA ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
    }

    private String either(String text) {
        Decimal reading = decimal == Decimal.UNKNOWN ? usual : decimal;
        if (reading == Decimal.UNKNOWN) {
            throw new NumberFormatException("'" + text + "' can be " + text.replace(",", "") + " or "
                    + text.replace(',', '.') + "; write it in one of these ways");
        }
        decimal = reading;
        return reading == Decimal.COMMA ? text.replace(',', '.') : text.replace(",", "");
    }
}
