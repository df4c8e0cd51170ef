package org.eigenscope.ui.control;

/**
 * How a slider's position in [0, 1] maps to a value: linearly, or in the logarithm of the value.
 *
 * @param minimum the value at position 0
 * @param maximum the value at position 1
 * @param logarithmic whether equal steps are equal factors; needs a positive minimum
 */
public record SliderScale(double minimum, double maximum, boolean logarithmic) {
    public SliderScale {
        if (!(maximum > minimum) || !Double.isFinite(maximum - minimum)) {
            throw new IllegalArgumentException("range " + minimum + " … " + maximum + " is empty or not finite");
        }
        if (logarithmic && minimum <= 0) {
            throw new IllegalArgumentException("minimum " + minimum + " of a logarithmic scale must be positive");
        }
    }

    /** A linear scale from {@code minimum} to {@code maximum}. */
    public static SliderScale linear(double minimum, double maximum) {
        return new SliderScale(minimum, maximum, false);
    }

    /** A logarithmic scale from {@code minimum} > 0 to {@code maximum}. */
    public static SliderScale logarithmic(double minimum, double maximum) {
        return new SliderScale(minimum, maximum, true);
    }

    /** The value at a position; positions outside [0, 1] are moved to the nearer end. */
    public double valueAt(double position) {
        double t = Math.max(0, Math.min(1, position));
        if (t == 0) {
            return minimum;
        }
        if (t == 1) {
            return maximum;
        }
        return logarithmic
                ? minimum * Math.exp(t * (Math.log(maximum) - Math.log(minimum)))
                : minimum + t * (maximum - minimum);
    }

    /** The position of a value; values outside the range are at the nearer end. */
    public double positionOf(double value) {
        if (!(value > minimum)) {
            return 0;
        }
        if (value >= maximum) {
            return 1;
        }
        return logarithmic
                ? (Math.log(value) - Math.log(minimum)) / (Math.log(maximum) - Math.log(minimum))
                : (value - minimum) / (maximum - minimum);
    }

    /** The value some steps further along, within the range; it starts from the value itself, not its rounded position. */
    public double moved(double value, double step) {
        return valueAt(positionOf(value) + step);
    }
}
