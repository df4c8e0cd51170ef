package org.eigenscope.figure.axis;

/**
 * The label of a tick: a base and an exponent that is set raised and smaller, as in 10⁻³.
 *
 * @param base such as "10", "2×10" or "0.5"
 * @param exponent such as "−3"; empty for a plain number
 */
public record TickLabel(String base, String exponent) {
    private static final String PLAIN = "−0123456789";
    private static final String RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** A label that is a plain number, without an exponent. */
    public static TickLabel plain(String text) {
        return new TickLabel(text, "");
    }

    /** mantissa×10ⁿ, or 10ⁿ for mantissa 1. */
    public static TickLabel power(String mantissa, int exponent) {
        return new TickLabel(
                "1".equals(mantissa) ? "10" : mantissa + "×10",
                Integer.toString(exponent).replace('-', '−'));
    }

    /** One line of Unicode text, the exponent in superscript characters. */
    public String text() {
        StringBuilder text = new StringBuilder(base);
        for (int i = 0; i < exponent.length(); i++) {
            text.append(RAISED.charAt(PLAIN.indexOf(exponent.charAt(i))));
        }
        return text.toString();
    }
}
