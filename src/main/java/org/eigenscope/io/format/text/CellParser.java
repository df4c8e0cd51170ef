package org.eigenscope.io.format.text;

import java.util.Locale;

/**
 * Turns the cells of a text table into numbers: decimal points or, where the delimiter leaves the comma free, decimal
 * commas, but never both in one file; exponents with e or Fortran's d; NaN and infinity in the spellings of the usual
 * tools.
 */
public final class CellParser {
    /** A double needs 17 digits and a short exponent; anything much longer is not meant as a number. */
    private static final int MAX_CHARS = 1000;

    private final boolean commaAllowed;
    private boolean sawPoint;
    private boolean sawComma;

    /** A parser for one file. */
    public CellParser(boolean commaAllowed) {
        this.commaAllowed = commaAllowed;
    }

    /** Whether the cell holds a number or one of the words for NaN and infinity. */
    static boolean isNumber(String cell, boolean commaAllowed) {
        try {
            new CellParser(commaAllowed).parse(cell);
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /**
     * The cell's value.
     *
     * @throws NumberFormatException with a sentence fragment if it has none
     */
    public double parse(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            throw new NumberFormatException("the cell is empty (write nan for a missing value)");
        }
        if (text.length() > MAX_CHARS) {
            throw notANumber(text);
        }
        String ascii = withPoint(text.replace('\u2212', '-'));
        if (isDecimal(ascii)) {
            return decimal(ascii, text);
        }
        return word(ascii, text);
    }

    private String withPoint(String text) {
        if (!commaAllowed) {
            return text;
        }
        boolean comma = text.indexOf(',') >= 0;
        sawComma |= comma;
        sawPoint |= text.indexOf('.') >= 0;
        if (sawComma && sawPoint) {
            throw new NumberFormatException("'" + shortened(text) + "' mixes decimal commas with decimal points");
        }
        return comma ? text.replace(',', '.') : text;
    }

    /**
     * Whether there are only characters of decimal numbers: the hexadecimal digits, type suffixes and words that Java's
     * own parser takes as well are kept from it.
     */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean exponent = i > 0 && (c == 'e' || c == 'E' || c == 'd' || c == 'D');
            if (!digit && c != '.' && c != '-' && c != '+' && !exponent) {
                return false;
            }
        }
        return true;
    }

    private static double decimal(String ascii, String original) {
        try {
            return Double.parseDouble(ascii.replace('d', 'e').replace('D', 'e'));
        } catch (NumberFormatException malformed) {
            throw notANumber(original);
        }
    }

    private static double word(String ascii, String original) {
        boolean negative = ascii.startsWith("-");
        String word = (negative || ascii.startsWith("+") ? ascii.substring(1) : ascii).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "nan", "na", "n/a", "nan(ind)", "nan(snan)", "1.#qnan", "1.#ind", "1.#snan" -> Double.NaN;
            case "inf", "infinity", "∞", "1.#inf" -> negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> throw notANumber(original);
        };
    }

    private static NumberFormatException notANumber(String text) {
        boolean complex = text.length() < MAX_CHARS && text.matches("[(]?[+-]?[0-9.eE+-]+[+-][0-9.eE+-]*[ij][)]?");
        return new NumberFormatException(
                "'" + shortened(text) + "' is " + (complex ? "a complex number" : "not a number"));
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }
}
