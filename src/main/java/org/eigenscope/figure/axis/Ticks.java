package org.eigenscope.figure.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The ticks of one axis.
 *
 * @param major labelled, ascending, at least one wherever the range allows
 * @param minor unlabelled, ascending; copied in and out
 */
public record Ticks(List<Tick> major, double[] minor) {
    private static final int FEWEST_LABELS = 2;
    private static final int MOST_LABELS = 16;
    /** The most labels of a linear axis. Labels that are powers of ten may be more. */
    private static final int MOST_LINEAR_LABELS = 11;

    private static final TickLabel SHORT = TickLabel.plain("10");

    public Ticks {
        major = List.copyOf(major);
        minor = minor.clone();
    }

    /**
     * Ticks for a range.
     *
     * @param mostLabels how many labels have room beside each other, at least 2
     */
    public static Ticks of(AxisScale scale, AxisRange range, int mostLabels) {
        if (mostLabels < 2) {
            throw new IllegalArgumentException("mostLabels " + mostLabels + " is below 2");
        }
        if (scale instanceof SymmetricLogScale symmetric) {
            return SymmetricLogTicks.of(symmetric, range, mostLabels);
        }
        return scale == AxisScale.LOG ? LogTicks.of(range, mostLabels) : LinearTicks.of(range, mostLabels);
    }

    /**
     * As many ticks as fit along an axis without labels running into each other.
     *
     * @param length of the axis, in any unit
     * @param extent the room that a label takes along the axis, in the same unit, the gap to the next included
     */
    public static Ticks fitting(AxisScale scale, AxisRange range, double length, ToDoubleFunction<TickLabel> extent) {
        int limit = scale == AxisScale.LINEAR ? MOST_LINEAR_LABELS : MOST_LABELS;
        int most = (int) Math.max(FEWEST_LABELS, Math.min(limit, length / extent.applyAsDouble(SHORT)));
        for (int labels = most; labels > FEWEST_LABELS; labels--) {
            Ticks ticks = of(scale, range, labels);
            if (ticks.major.size() >= FEWEST_LABELS && ticks.fits(scale, range, length, extent)) {
                return ticks;
            }
        }
        Ticks fewest = of(scale, range, FEWEST_LABELS).thinned(scale, range, length, extent);
        // round numbers may leave one label, where two of a denser row have room
        for (int labels = FEWEST_LABELS + 1; fewest.major.size() < FEWEST_LABELS && labels <= limit; labels++) {
            Ticks denser = of(scale, range, labels).thinned(scale, range, length, extent);
            fewest = denser.major.size() >= FEWEST_LABELS ? denser : fewest;
        }
        return fewest;
    }

    /** The ticks without labels that would overlap the one before. */
    private Ticks thinned(AxisScale scale, AxisRange range, double length, ToDoubleFunction<TickLabel> extent) {
        List<Tick> kept = new ArrayList<>();
        for (Tick tick : major) {
            List<Tick> candidate = new ArrayList<>(kept);
            candidate.add(tick);
            if (new Ticks(candidate, minor).fits(scale, range, length, extent)) {
                kept = candidate;
            }
        }
        return new Ticks(kept, minor);
    }

    private boolean fits(AxisScale scale, AxisRange range, double length, ToDoubleFunction<TickLabel> extent) {
        for (int i = 1; i < major.size(); i++) {
            Tick left = major.get(i - 1);
            Tick right = major.get(i);
            double apart = (range.fraction(scale, right.value()) - range.fraction(scale, left.value())) * length;
            if ((extent.applyAsDouble(left.label()) + extent.applyAsDouble(right.label())) / 2 > apart) {
                return false;
            }
        }
        return true;
    }

    /** The values of the labelled ticks. */
    public double[] majorValues() {
        return major.stream().mapToDouble(Tick::value).toArray();
    }

    @Override
    public double[] minor() {
        return minor.clone();
    }

    /** The values that lie in the range, without those of labelled ticks. */
    static double[] minorWithin(AxisRange range, double[] candidates, List<Tick> major) {
        double[] labelled = major.stream().mapToDouble(Tick::value).toArray();
        return Arrays.stream(candidates)
                .filter(range::contains)
                .filter(v -> Arrays.stream(labelled).noneMatch(m -> Math.abs(m - v) <= 1e-9 * Math.abs(v)))
                .toArray();
    }
}
