package org.eigenscope.fit.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.FitRequest;

/**
 * The eigenvalues that a fit uses, ascending, and the open window between the trimmed neighbours that they lie in.
 *
 * <p>Given the largest value trimmed at the bottom and the smallest trimmed at the top, the eigenvalues between them
 * are draws of the law truncated to that window; this is why the window ends at the trimmed neighbours and not at the
 * kept extremes, which would bias the fit.
 */
public final class Sample {
    /** The fewest distinct eigenvalues that a law with four parameters is fitted to. */
    static final int MINIMUM_DISTINCT = 5;
    /** The largest |λ| of eigenvalues of either sign; beyond it, their sums could overflow. */
    private static final double LARGEST_OF_ANY_SIGN = 1e150;

    private static final int GAPS_AT_FLOOR = 5;
    /** Relative differences below this are mostly rounding. */
    private static final double SMALLEST_SPREAD = 1e-9;

    private final double[] values;
    private final double windowLower;
    private final double windowUpper;
    private final double mean;

    private Sample(double[] values, double windowLower, double windowUpper) {
        this.values = values;
        this.windowLower = windowLower;
        this.windowUpper = windowUpper;
        // divided first, because a sum of draws of inverse laws at γ = 1 may overflow
        this.mean = Arrays.stream(values).map(v -> v / values.length).sum();
    }

    /**
     * The sample of a request, checked.
     *
     * @throws BadInputException if too little is left to fit, or a value is not a usable positive number
     */
    public static Sample of(FitRequest request) throws BadInputException {
        double[] all = request.eigenvalues();
        if (request.family().isOfAnySign()) {
            requireFinite(all);
        } else {
            requireUsable(all);
        }
        int bottom = request.trimBottom();
        int top = request.trimTop();
        // a long sum, because two large trims may overflow an int
        if ((long) bottom + top > all.length - MINIMUM_DISTINCT) {
            throw tooFew(Math.max(0, (long) all.length - bottom - top), bottom, top);
        }
        double[] kept = Arrays.copyOfRange(all, bottom, all.length - top);
        long distinct = distinct(kept);
        if (kept[kept.length - 1] - kept[0] <= SMALLEST_SPREAD * size(kept)) {
            throw new BadInputException("All " + kept.length + " eigenvalues used are equal to " + kept[0]
                    + " to nine digits: the spectrum is degenerate, as that of an orthogonal matrix, and there is no spread to fit "
                    + "a law to.");
        }
        if (distinct < MINIMUM_DISTINCT) {
            throw tooFew(distinct, bottom, top);
        }
        double lower = bottom == 0 ? Double.NEGATIVE_INFINITY : all[bottom - 1];
        double upper = top == 0 ? Double.POSITIVE_INFINITY : all[all.length - top];
        return new Sample(kept, lower, upper);
    }

    private static long distinct(double[] ascending) {
        return 1
                + IntStream.range(1, ascending.length)
                        .filter(i -> ascending[i] != ascending[i - 1])
                        .count();
    }

    private static BadInputException tooFew(long left, int bottom, int top) {
        String trims =
                bottom + top == 0 ? "" : " after trimming " + bottom + " at the bottom and " + top + " at the top";
        return new BadInputException("A fit needs at least " + MINIMUM_DISTINCT + " distinct positive eigenvalues, but "
                + left + (left == 1 ? " is" : " are") + " left" + trims + ".");
    }

    private static void requireUsable(double[] all) throws BadInputException {
        for (double value : all) {
            if (!(value > 0)) {
                throw new BadInputException("The eigenvalue " + value
                        + " is not a positive number; zeros and negatives must be counted apart before a fit.");
            }
            if (value == Double.POSITIVE_INFINITY) {
                throw new BadInputException("An eigenvalue is infinite; rescale the spectrum first.");
            }
        }
    }

    private static BadInputException outside(double value, String range) {
        return new BadInputException(String.format(
                Locale.ROOT,
                "The eigenvalue %.3g lies outside %s, where a fit keeps its accuracy; rescale the spectrum first.",
                value,
                range));
    }

    private static void requireFinite(double[] all) throws BadInputException {
        for (double value : all) {
            if (!(Math.abs(value) <= LARGEST_OF_ANY_SIGN)) {
                throw outside(value, "−10¹⁵⁰ to 10¹⁵⁰");
            }
        }
    }

    /** The largest |λ| of the sample. */
    private static double size(double[] ascending) {
        return Math.max(Math.abs(ascending[0]), Math.abs(ascending[ascending.length - 1]));
    }

    /**
     * A power of two near the median, or near the largest distance from zero where signs differ. Dividing by it is exact, and puts
     * every sample near 1.
     */
    public double unit() {
        double typical = values[0] > 0 ? values[values.length / 2] : size(values);
        return Math.scalb(1.0, Math.getExponent(typical));
    }

    /** The sample in units of {@code unit}. */
    public Sample dividedBy(double unit) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            // an extreme draw of a law at γ = 1 stays a positive number
            scaled[i] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, scaled[i] / unit));
            scaled[i] = values[i] > 0 ? Math.max(Double.MIN_NORMAL, scaled[i]) : scaled[i];
        }
        return new Sample(scaled, windowLower / unit, windowUpper / unit);
    }

    /** At most {@code limit} of the values at even ranks, the smallest included; a cheap sample to rank starts on. */
    public Sample thinned(int limit) {
        if (values.length <= limit) {
            return this;
        }
        double[] some = new double[limit];
        for (int i = 0; i < limit; i++) {
            some[i] = values[(int) ((long) i * (values.length - 1) / (limit - 1))];
        }
        return new Sample(some, windowLower, windowUpper);
    }

    /** As many values drawn with replacement, in the same window. */
    public Sample drawn(SplittableRandom random, int count) {
        double[] some = new double[count];
        for (int i = 0; i < count; i++) {
            some[i] = values[random.nextInt(values.length)];
        }
        Arrays.sort(some);
        return new Sample(some, windowLower, windowUpper);
    }

    /** The values themselves, ascending; not to be written. */
    public double[] values() {
        return values;
    }

    /** How many eigenvalues are kept. */
    public int size() {
        return values.length;
    }

    /** The smallest eigenvalue that is kept. */
    public double smallest() {
        return values[0];
    }

    /** The largest eigenvalue that is kept. */
    public double largest() {
        return values[values.length - 1];
    }

    /** The mean of the eigenvalues that are kept. */
    public double mean() {
        return mean;
    }

    /** The value at rank p·n. */
    public double quantile(double p) {
        return values[(int) Math.min(values.length - 1L, (long) (p * values.length))];
    }

    /** The lower end of the window; −∞ where nothing was trimmed. */
    public double windowLower() {
        return windowLower;
    }

    /** The upper end of the window; +∞ where nothing was trimmed. */
    public double windowUpper() {
        return windowUpper;
    }

    /** Whether eigenvalues were left out at either end. */
    public boolean isTrimmed() {
        return windowLower != Double.NEGATIVE_INFINITY || windowUpper != Double.POSITIVE_INFINITY;
    }

    /**
     * The largest floor τ that a fit may choose: one mean gap of the smallest values (the first five gaps, or as many as it takes
     * to leave ties) below the smallest.
     *
     * <p>Laws whose density is infinite at the floor have an unbounded likelihood as τ → λmin (R. L. Smith, Biometrika 72,
     * 1985); keeping one spacing away makes it bounded and costs the regular laws nothing, whose floor is further away.
     */
    double largestShift() {
        int gaps = Math.min(GAPS_AT_FLOOR, values.length - 1);
        while (gaps < values.length - 1 && values[gaps] == values[0]) {
            gaps++;
        }
        double gap = (values[gaps] - values[0]) / gaps;
        return Math.max(0, values[0] - Math.max(gap, SMALLEST_SPREAD * values[0]));
    }
}
