package org.eigenscope.io.format.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Turns the cells of a text table into numbers: decimal points or decimal commas, but never both in one file; marks between
 * thousands; exponents with e or Fortran's d; percentages as hundredths; NaN, missing values and infinity in the spellings
 * of the usual tools.
 */
public final class CellParser {
    /** A double needs 17 digits and a short exponent; anything much longer is not meant as a number. */
    private static final int MAX_CHARS = 1000;

    private final Optional<NumberStyle> style;

    private CellParser(Optional<NumberStyle> style) {
        this.style = style;
    }

    /** A parser of plain numbers: a decimal point, and nothing between thousands. */
    public static CellParser ofPlainNumbers() {
        return new CellParser(Optional.empty());
    }

    /** A parser for the cells of one file, which goes on learning how it writes numbers. */
    static CellParser of(NumberStyle style) {
        return new CellParser(Optional.of(style.copy()));
    }

    /**
     * The cell's value; NaN for an empty cell of a table, which is a missing value.
     *
     * @throws NumberFormatException with a sentence fragment if it has none
     */
    public double parse(String cell) {
        String text = stripped(cell);
        if (text.isEmpty()) {
            if (style.isPresent()) {
                return Double.NaN;
            }
            throw new NumberFormatException("the cell is empty (write nan for a missing value)");
        }
        if (text.length() > MAX_CHARS) {
            throw notANumber(text);
        }
        String ascii = text.replace('\u2212', '-');
        return style.isPresent() ? inTable(ascii, text, style.get()) : number(ascii, text);
    }

    /** Without blanks around it, those that do not break lines included. */
    static String stripped(String cell) {
        String text = cell.strip();
        boolean odd = !text.isEmpty()
                && (Character.isSpaceChar(text.charAt(0)) || Character.isSpaceChar(text.charAt(text.length() - 1)));
        return odd ? text.replaceAll("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$", "") : text;
    }

    private static double inTable(String ascii, String original, NumberStyle style) {
        boolean percent = ascii.endsWith("%");
        String number = percent ? stripped(ascii.substring(0, ascii.length() - 1)) : ascii;
        boolean signed = number.startsWith("-") || number.startsWith("+");
        String digits = signed ? number.substring(1) : number;
        if (!digits.isEmpty() && (isDigit(digits.charAt(0)) || digits.charAt(0) == ',' || digits.charAt(0) == '.')) {
            digits = style.plain(digits);
        }
        String plain = signed ? number.charAt(0) + digits : digits;
        return percent ? decimal(plain, original) / 100 : number(plain, original);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static double number(String ascii, String original) {
        return isDecimal(ascii) ? decimal(ascii, original) : word(ascii, original);
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
            case "<na>", "#n/a", "#na", "#n/a n/a", "null", "none", "nil", "#div/0!", "#num!", "#value!" -> Double.NaN;
            case "inf", "infinity", "∞", "1.#inf" -> negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> throw notANumber(original);
        };
    }

    /**
     * The cell's value as real and imaginary part, in a table of complex numbers.
     *
     * @param out receives them from {@code offset} on
     * @throws NumberFormatException as {@link #parse}
     */
    void parseComplex(String cell, double[] out, int offset) {
        ComplexCell.parse(cell, out, offset, this::parse);
    }

    private static NumberFormatException notANumber(String text) {
        return new NumberFormatException("'" + shortened(text) + "' is "
                + (ComplexCell.isOne(text) ? "a complex number, and the first rows hold none" : "not a number"));
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }
}
