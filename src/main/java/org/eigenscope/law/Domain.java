package org.eigenscope.law;

import java.math.BigDecimal;

/**
 * The range of a parameter: the values that a law is defined and evaluated for. Code that takes a value from a person
 * or a file checks it here and shows {@link #refusal} for a value outside.
 *
 * @param lower the lower end, finite
 * @param lowerIncluded whether the lower end belongs to the range
 * @param upper the upper end, finite and above the lower one; it always belongs to the range
 */
public record Domain(double lower, boolean lowerIncluded, double upper) {
    /** The least power of ten of a number that {@link #describe} writes in plain digits. */
    private static final int LEAST_PLAIN = -3;

    private static final int GREATEST_PLAIN = 4;

    public Domain {
        if (!(lower < upper) || !Double.isFinite(lower) || !Double.isFinite(upper)) {
            throw new IllegalArgumentException("range from " + lower + " to " + upper + " is empty or not finite");
        }
    }

    /** The range from {@code lower} to {@code upper}, both ends included. */
    public static Domain closed(double lower, double upper) {
        return new Domain(lower, true, upper);
    }

    /** The range above {@code lower}, which is left out, up to {@code upper}. */
    public static Domain above(double lower, double upper) {
        return new Domain(lower, false, upper);
    }

    /** Whether the range has the value; NaN and infinities are in none. */
    public boolean contains(double value) {
        return (lowerIncluded ? value >= lower : value > lower) && value <= upper;
    }

    /**
     * The value of the range that is nearest to a given one.
     *
     * @throws IllegalArgumentException if {@code value} is NaN
     */
    public double clamp(double value) {
        double least = lowerIncluded ? lower : Math.nextUp(lower);
        return Math.max(least, Math.min(upper, Arguments.notNaN("value", value)));
    }

    /** The range in words that follow “must be”: {@code between 1e-4 and 1}. */
    public String describe() {
        return lowerIncluded
                ? "between " + written(lower) + " and " + written(upper)
                : "above " + written(lower) + " and at most " + written(upper);
    }

    /**
     * Says that a value is not in the range.
     *
     * @param name what the parameter is called where the value was given
     */
    public String refusal(String name, double value) {
        return name + " = " + given(value) + " is outside its domain; it must be " + describe() + ".";
    }

    /** A power of ten as the bounds are written: {@code 1e30}, not {@code 1.0E30}. */
    private static String given(double value) {
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : written(value);
    }

    /**
     * The value, if it is in the range.
     *
     * @throws IllegalArgumentException with the {@link #refusal} otherwise
     */
    public double require(String name, double value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(
                    name + " = " + value + " is outside its domain; it must be " + describe());
        }
        return value;
    }

    private static String written(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int power = digits.precision() - digits.scale() - 1;
        if (power >= LEAST_PLAIN && power <= GREATEST_PLAIN) {
            return digits.toPlainString();
        }
        return value == 0
                ? "0"
                : digits.movePointLeft(power).stripTrailingZeros().toPlainString() + "e" + power;
    }
}
