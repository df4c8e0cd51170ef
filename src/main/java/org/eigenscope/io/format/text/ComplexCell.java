package org.eigenscope.io.format.text;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * A cell with a complex number as Python, numpy, pandas, MATLAB and R write it: {@code 1+2j}, {@code (1-2j)}, {@code 1 + 2i},
 * {@code 2i}, {@code -i}, and numpy's {@code (1+-2j)}.
 */
final class ComplexCell {
    private static final Pattern FORM = Pattern.compile("[(]?[+-]?[0-9.eE+-]+[+-][0-9.eE+-]*[ij][)]?");
    private static final Pattern EXPONENT_MARK = Pattern.compile("[eEdD]");
    private static final int MAX_CHARS = 1000;

    private ComplexCell() {}

    /** Whether a cell is without doubt a complex number: with a real and an imaginary part, both of digits. */
    static boolean isOne(String text) {
        String plain = text.replace(" ", "");
        return text.length() < MAX_CHARS && FORM.matcher(plain).matches();
    }

    /**
     * Reads a cell.
     *
     * @param out receives the real and the imaginary part
     * @param offset where
     * @param real reads a real number
     * @throws NumberFormatException with a sentence fragment if the cell is neither a real nor a complex number
     */
    static void parse(String cell, double[] out, int offset, ToDoubleFunction<String> real) {
        String text = CellParser.stripped(cell).replace('\u2212', '-');
        boolean brackets = text.startsWith("(") && text.endsWith(")");
        String inner = (brackets ? text.substring(1, text.length() - 1) : text).replace(" ", "");
        String lower = inner.toLowerCase(Locale.ROOT);
        boolean imaginary = lower.endsWith("i") || lower.endsWith("j");
        if (!imaginary || lower.length() > MAX_CHARS) {
            double value = real.applyAsDouble(brackets ? inner : cell);
            out[offset] = value;
            out[offset + 1] = Double.isNaN(value) ? Double.NaN : 0;
            return;
        }
        String body = inner.substring(0, inner.length() - 1);
        int split = split(body);
        String first = body.substring(0, split);
        out[offset] = first.isEmpty() ? 0 : real.applyAsDouble(first);
        out[offset + 1] = part(body.substring(split), real);
    }

    /** Where the imaginary part begins: at the last sign that belongs to no exponent, with a sign before it, as numpy writes both. */
    private static int split(String body) {
        for (int at = body.length() - 1; at > 0; at--) {
            char c = body.charAt(at);
            boolean exponent = at > 1
                    && EXPONENT_MARK.matcher(body.substring(at - 1, at)).matches()
                    && (Character.isDigit(body.charAt(at - 2)) || body.charAt(at - 2) == '.');
            if ((c == '+' || c == '-') && !exponent) {
                boolean twice = body.charAt(at - 1) == '+' && at > 1;
                return twice ? at - 1 : at;
            }
        }
        return 0;
    }

    private static double part(String signed, ToDoubleFunction<String> real) {
        String text = signed.startsWith("+-") ? signed.substring(1) : signed;
        return switch (text) {
            case "", "+" -> 1;
            case "-" -> -1;
            default -> real.applyAsDouble(text);
        };
    }
}
