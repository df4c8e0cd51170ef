package org.eigenscope.figure.axis;

import java.util.Optional;

/**
 * The part of an axis that is shown.
 *
 * @param lower the value at the axis's start, finite
 * @param upper the value at its end, finite and larger
 */
public record AxisRange(double lower, double upper) {
    /** The least positive end of an axis; with the largest it keeps the arithmetic of axes within normal doubles. */
    private static final double LEAST = 1e-300;

    private static final double GREATEST = 1e300;
    /** The least relative difference between the ends; at a smaller one ticks would have equal numbers. */
    private static final double NARROWEST = 1e-9;

    public AxisRange {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower >= upper) {
            throw new IllegalArgumentException("range " + text(lower, upper) + " is not finite and ascending");
        }
    }

    /** Whether the whole range has a place on the scale. */
    public boolean fits(AxisScale scale) {
        return scale.canShow(lower) && scale.canShow(upper);
    }

    /** Why an axis cannot show the range, in words that go on from nothing; empty if it can. */
    public Optional<String> objection(AxisScale scale) {
        if (!fits(scale)) {
            return Optional.of("range " + this + " has no place on a logarithmic axis, whose ends lie above 0");
        }
        if (!reaches(scale, lower) || !reaches(scale, upper)) {
            boolean log = scale == AxisScale.LOG;
            return Optional.of("range " + this + " leaves what axes can show, from "
                    + NumberText.typed(log ? LEAST : -GREATEST / 2) + " to "
                    + NumberText.typed(log ? GREATEST : GREATEST / 2));
        }
        double size = Math.max(Math.abs(lower), Math.abs(upper));
        boolean visible = scale.forward(upper) - scale.forward(lower) > LEAST;
        return visible && upper - lower > Math.max(LEAST, NARROWEST * size)
                ? Optional.empty()
                : Optional.of("range " + this + " is too narrow for ticks that differ in their numbers");
    }

    /** Whether a value has a place on axes of the scale, near enough for them to have ticks there. */
    public static boolean reaches(AxisScale scale, double value) {
        return scale == AxisScale.LOG
                ? value >= LEAST && value <= GREATEST
                : Math.abs(value) <= GREATEST / 2; // so that the length of the range stays below it as well
    }

    /** The range as it is typed. */
    @Override
    public String toString() {
        return text(lower, upper);
    }

    private static String text(double lower, double upper) {
        return NumberText.typed(lower) + ":" + NumberText.typed(upper);
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
        if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
            return this;
        }
        AxisRange other = new AxisRange(low, high);
        return other.objection(scale).isEmpty() ? other : this;
    }
}
