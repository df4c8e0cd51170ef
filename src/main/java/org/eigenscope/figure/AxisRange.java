package org.eigenscope.figure;

/**
 * The part of an axis that is shown.
 *
 * @param lower the value at the axis's start, finite
 * @param upper the value at its end, finite and larger
 */
public record AxisRange(double lower, double upper) {
    /** Logarithmic axes never leave these bounds, so that their arithmetic stays in the normal doubles. */
    private static final double LEAST = 1e-300;

    private static final double GREATEST = 1e300;
    /** Zooming stops when the ends agree to this relative difference. */
    private static final double NARROWEST = 1e-9;

    public AxisRange {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower >= upper) {
            throw new IllegalArgumentException("range [" + lower + ", " + upper + "] is not finite and ascending");
        }
    }

    /** Whether the whole range has a place on the scale. */
    public boolean fits(AxisScale scale) {
        return scale.canShow(lower) && scale.canShow(upper);
    }

    /** Whether the value lies within, ends included. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /** Decades between the ends; NaN unless both are positive. */
    public double decades() {
        return Math.log10(upper) - Math.log10(lower);
    }

    /** Where the value lies: 0 at the lower end, 1 at the upper one, NaN or −∞ where it has no place. */
    public double fraction(AxisScale scale, double value) {
        double start = scale.forward(lower);
        return (scale.forward(value) - start) / (scale.forward(upper) - start);
    }

    /** The value at a fraction of the axis; the inverse of {@link #fraction}. */
    public double at(AxisScale scale, double fraction) {
        double start = scale.forward(lower);
        return scale.backward(start + fraction * (scale.forward(upper) - start));
    }

    /**
     * The range zoomed so that the value at {@code anchor} keeps its place.
     *
     * @param anchor a fraction of the axis
     * @param factor below 1 zooms in, above 1 out
     */
    public AxisRange zoomed(AxisScale scale, double anchor, double factor) {
        return between(scale, anchor * (1 - factor), anchor + (1 - anchor) * factor);
    }

    /** The range moved by a fraction of its own length. */
    public AxisRange panned(AxisScale scale, double fraction) {
        return between(scale, fraction, 1 + fraction);
    }

    /** The range between two fractions of this one; this one itself where that would be too narrow or too far. */
    public AxisRange between(AxisScale scale, double from, double to) {
        if (from == 0 && to == 1) {
            return this;
        }
        double low = at(scale, Math.min(from, to));
        double high = at(scale, Math.max(from, to));
        double size = Math.max(Math.abs(low), Math.abs(high));
        boolean tooFar = !(size <= GREATEST) || (scale == AxisScale.LOG && low < LEAST);
        return tooFar || high - low <= NARROWEST * size ? this : new AxisRange(low, high);
    }
}
