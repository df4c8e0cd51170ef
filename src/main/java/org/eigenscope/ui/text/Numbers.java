package org.eigenscope.ui.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.eigenscope.text.TypedNumber;

/** Writes numbers with four significant digits and a true minus sign, and reads what people type. */
public final class Numbers {
    private static final int DIGITS = 4;
    private static final double LEAST_PLAIN = 1e-3;
    private static final double GREATEST_PLAIN = 1e5;
    private static final char MINUS = '−';
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern TRAILING_ZEROS = Pattern.compile("\\.?0+$");
    private static final char THIN_SPACE = ' ';

    private Numbers() {}

    /** Four significant digits: {@code 0.5000}, {@code −12.35}, {@code 1.200×10⁻⁵}; {@code –} for NaN. */
    public static String format(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        String digits = isPlain(rounded.doubleValue()) ? plain(rounded) : scientific(rounded);
        return value < 0 ? MINUS + digits : digits;
    }

    /** Four significant digits in a sentence, without zeros at the end: {@code 200}, {@code −3.5}, {@code 1.2×10⁻⁵}. */
    public static String formatBrief(double value) {
        String text = format(value);
        int power = text.indexOf('×');
        String mantissa = power < 0 ? text : text.substring(0, power);
        return mantissa.indexOf('.') < 0
                ? text
                : TRAILING_ZEROS.matcher(mantissa).replaceFirst("") + text.substring(mantissa.length());
    }

    /** Three significant digits, where there is little room: {@code 3.58}, {@code 6.12×10⁻⁴}. */
    public static String formatShort(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return format(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS - 1, RoundingMode.HALF_EVEN));
        String text = format(rounded.doubleValue());
        int power = text.indexOf('×');
        String mantissa = power < 0 ? text : text.substring(0, power);
        // format writes one digit more, which is a zero here
        if (mantissa.indexOf('.') < 0) {
            return text;
        }
        int kept = mantissa.length() - (mantissa.endsWith(".0") ? 2 : 1);
        return mantissa.substring(0, kept) + text.substring(mantissa.length());
    }

    /** Two decimals, for differences of log-likelihoods and of criteria: {@code 12.30}, {@code −0.05}. */
    public static String formatFixed2(double value) {
        return fixed(value, "%.2f");
    }

    /** Three decimals, for distances between 0 and 1: {@code 0.043}. */
    public static String formatFixed3(double value) {
        return fixed(value, "%.3f");
    }

    private static String fixed(double value, String pattern) {
        if (!Double.isFinite(value)) {
            return format(value);
        }
        String digits = String.format(Locale.ROOT, pattern, Math.abs(value));
        boolean isZero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value < 0 && !isZero ? MINUS + digits : digits;
    }

    /** A count in groups of three: {@code 65 536}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', THIN_SPACE).replace('-', MINUS);
    }

    /** A duration: {@code 0.4 ms}, {@code 12 ms}, {@code 3.1 s}. */
    public static String duration(double millis) {
        if (millis < 1) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        return millis < 1000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    /** Reads a number as written by {@link #format}, by programs, or with a decimal comma; empty if it is none. */
    public static OptionalDouble parse(String text) {
        return TypedNumber.parse(text);
    }

    /** {@code −12} as superscript {@code ⁻¹²}. */
    public static String superscript(int value) {
        StringBuilder text = new StringBuilder(value < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(value)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    private static boolean isPlain(double magnitude) {
        return magnitude >= LEAST_PLAIN && magnitude < GREATEST_PLAIN;
    }

    private static String plain(BigDecimal rounded) {
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.setScale(Math.max(0, DIGITS - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String scientific(BigDecimal rounded) {
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa = rounded.movePointLeft(exponent).setScale(DIGITS - 1, RoundingMode.HALF_EVEN);
        return mantissa.toPlainString() + "×10" + superscript(exponent);
    }
}
