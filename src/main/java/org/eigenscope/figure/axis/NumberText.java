package org.eigenscope.figure.axis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are written in and beside figures. */
public final class NumberText {
    private static final int LEAST_PLAIN_EXPONENT = -3;
    private static final int GREATEST_PLAIN_EXPONENT = 4;
    private static final int GREATEST_TYPED_EXPONENT = 6;

    private NumberText() {}

    /**
     * A value to a number of significant digits, plain near 1 and as m×10ⁿ elsewhere: 0.0312, 3.12×10⁻⁷, "–" for NaN.
     *
     * @param digits significant digits, at least 1
     */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value) || value == 0) {
            return value == 0 ? "0" : value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        boolean plain = exponent >= LEAST_PLAIN_EXPONENT && exponent <= GREATEST_PLAIN_EXPONENT;
        BigDecimal shown = (plain ? rounded : rounded.movePointLeft(exponent))
                .setScale(Math.max(0, digits - 1 - (plain ? exponent : 0)), RoundingMode.HALF_EVEN);
        String mantissa = shown.toPlainString().replace('-', '−');
        return plain
                ? mantissa
                : new TickLabel(mantissa + "×10", Integer.toString(exponent).replace('-', '−')).text();
    }

    /** A value to a number of decimals, with a true minus sign; for exponents and distances, whose size is known. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString()
                        .replace('-', '−')
                : significant(value, 1);
    }

    /** The shortest text that is typed for a value, for sentences about what was typed: 0.8, 40, 1e-320. */
    public static String typed(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
        }
        BigDecimal exact = exact(value);
        int exponent = exact.precision() - exact.scale() - 1;
        boolean plain = value == 0 || (exponent >= LEAST_PLAIN_EXPONENT && exponent <= GREATEST_TYPED_EXPONENT);
        return plain ? exact.toPlainString() : exact.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** The shortest decimal that is the value. */
    static TickLabel plain(double value) {
        return TickLabel.plain(exact(value).toPlainString().replace('-', '−'));
    }

    /** The shortest m×10ⁿ that is the value. */
    static TickLabel power(double value) {
        BigDecimal exact = exact(value);
        int exponent = exact.precision() - exact.scale() - 1;
        return TickLabel.power(
                exact.movePointLeft(exponent).stripTrailingZeros().toPlainString(), exponent);
    }

    private static BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
