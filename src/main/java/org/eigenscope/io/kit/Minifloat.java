package org.eigenscope.io.kit;

import org.eigenscope.matrix.ElementType;

/**
 * Floats of eight bits: a sign, an exponent and a fraction, value ±(1 + f)·2^(e − bias), or ±f·2^(1 − bias) for e = 0.
 *
 * <p>Sources: OCP 8-bit Floating Point Specification 1.0, table 1 (E4M3: bias 7, no infinities, NaN where exponent and fraction
 * are all ones; E5M2: bias 15, infinities and NaN as IEEE 754); Noune et al. 2022 for the formats without a negative zero (FNUZ: bias
 * 8 and 16, its pattern is the one NaN); OCP Microscaling Formats 1.0 for E8M0, 2^(e − 127), NaN where all ones.
 */
enum Minifloat {
    E4M3(3, 7),
    E5M2(2, 15),
    E4M3FNUZ(3, 8),
    E5M2FNUZ(2, 16),
    E8M0(0, 127);

    private static final int SIGN = 0x80;
    private static final int ALL_BUT_SIGN = 0x7F;
    private static final int ALL = 0xFF;

    private final double[] values = new double[ALL + 1];

    Minifloat(int fractionBits, int bias) {
        for (int bits = 0; bits <= ALL; bits++) {
            values[bits] = fractionBits == 0 ? ofExponent(bits, bias) : ofBits(bits, fractionBits, bias);
        }
    }

    static Minifloat of(ElementType type) {
        return switch (type) {
            case F8_E4M3 -> E4M3;
            case F8_E5M2 -> E5M2;
            case F8_E4M3FNUZ -> E4M3FNUZ;
            case F8_E5M2FNUZ -> E5M2FNUZ;
            case F8_E8M0 -> E8M0;
            default -> throw new IllegalArgumentException("type = " + type + " has not eight bits");
        };
    }

    /**
     * The number that a pattern stands for.
     *
     * @param bits from 0 to 255
     */
    double value(int bits) {
        return values[bits];
    }

    private double ofExponent(int bits, int bias) {
        return bits == ALL ? Double.NaN : Math.scalb(1.0, bits - bias);
    }

    private double ofBits(int bits, int fractionBits, int bias) {
        if (isNaN(bits, fractionBits)) {
            return Double.NaN;
        }
        int exponent = (bits & ALL_BUT_SIGN) >> fractionBits;
        double fraction = Math.scalb((double) (bits & (1 << fractionBits) - 1), -fractionBits);
        boolean infinite = name().equals("E5M2") && (bits & ALL_BUT_SIGN) == 0x7C;
        double magnitude = exponent == 0 ? Math.scalb(fraction, 1 - bias) : Math.scalb(1 + fraction, exponent - bias);
        double value = infinite ? Double.POSITIVE_INFINITY : magnitude;
        return (bits & SIGN) == 0 ? value : -value;
    }

    private boolean isNaN(int bits, int fractionBits) {
        int magnitude = bits & ALL_BUT_SIGN;
        return switch (name()) {
            case "E4M3" -> magnitude == ALL_BUT_SIGN;
            case "E5M2" -> magnitude > 0x7C;
            default -> fractionBits > 0 && bits == SIGN;
        };
    }
}
