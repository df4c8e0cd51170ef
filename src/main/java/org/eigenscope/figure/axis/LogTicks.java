package org.eigenscope.figure.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Ticks of a logarithmic axis: powers of ten, every k-th where they would crowd; below two decades 1, 2 and 5 of each, or 1 and 3,
 * or 1 and 5 where those would crowd; evenly spaced numbers where the range holds too few of them. There are at least two labels
 * wherever two have room.
 *
 * <p>Labels are plain numbers on axes of up to three decades near 1, powers of ten elsewhere.
 */
public final class LogTicks {
    private static final double FEW_DECADES = 2;
    private static final double PLAIN_DECADES = 3.2;
    private static final double LEAST_PLAIN = 1e-3;
    private static final double GREATEST_PLAIN = 1e4;
    private static final int LEAST_LABELS = 3;
    private static final int MOST_EVEN_LABELS = 10;
    /** With more ticks than this between the labels, only powers of ten remain. */
    private static final int MOST_MINOR_TICKS = 200;

    private static final int[] ONE_TWO_FIVE = {1, 2, 5};
    private static final int[][] LABELLED_DIGITS = {ONE_TWO_FIVE, {1, 3}, {1, 5}, {1}};
    private static final int[] ALL_DIGITS = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    private LogTicks() {}

    /**
     * Ticks for a range.
     *
     * @param range positive
     * @param mostLabels how many labels have room beside each other
     * @throws IllegalArgumentException if the range has no place on a logarithmic axis
     */
    public static Ticks of(AxisRange range, int mostLabels) {
        if (!range.fits(AxisScale.LOG)) {
            throw new IllegalArgumentException("range " + range + " has no place on a logarithmic axis");
        }
        if (range.decades() >= FEW_DECADES) {
            return decadeTicks(range, mostLabels);
        }
        if (within(range, ONE_TWO_FIVE, 1).length >= LEAST_LABELS) {
            for (int[] digits : LABELLED_DIGITS) {
                double[] values = within(range, digits, 1);
                if (values.length <= mostLabels && values.length >= 2) {
                    List<Tick> major = labelled(values, range);
                    return new Ticks(major, Ticks.minorWithin(range, within(range, ALL_DIGITS, 1), major));
                }
            }
        }
        return LinearTicks.of(range, Math.min(mostLabels, MOST_EVEN_LABELS));
    }

    private static Ticks decadeTicks(AxisRange range, int mostLabels) {
        int stride = stride(range, mostLabels);
        double[] labels = within(range, new int[] {1}, stride);
        double[] all = within(range, new int[] {1}, 1);
        if (labels.length < 2 && all.length >= 2) {
            labels = new double[] {all[0], all[all.length - 1]};
        }
        List<Tick> major = labelled(labels, range);
        boolean everyDigit = stride == 1 && 9 * range.decades() <= MOST_MINOR_TICKS;
        double[] minor = everyDigit ? within(range, ALL_DIGITS, 1) : within(range, new int[] {1}, minorStride(stride));
        return new Ticks(major, Ticks.minorWithin(range, minor, major));
    }

    /** The smallest of 1, 2, 3, 5, 10, 20, 50 … decades that leaves at most the given number of labels. */
    private static int stride(AxisRange range, int mostLabels) {
        int[] nice = {1, 2, 3, 5, 10, 20, 25, 50, 100, 200};
        return Arrays.stream(nice)
                .filter(s -> within(range, new int[] {1}, s).length <= mostLabels)
                .findFirst()
                .orElse(nice[nice.length - 1]);
    }

    private static int minorStride(int stride) {
        return stride <= 5 ? 1 : stride / (stride == 25 ? 5 : 2);
    }

    /** digit·10ⁿ in the range, for every n that the stride divides. */
    private static double[] within(AxisRange range, int[] digits, int stride) {
        double slack = 1e-9;
        int first = Math.floorDiv((int) Math.floor(Math.log10(range.lower()) + slack), stride) * stride;
        int last = (int) Math.floor(Math.log10(range.upper()) + slack);
        DoubleStream.Builder values = DoubleStream.builder();
        for (int n = first; n <= last; n += stride) {
            for (int digit : digits) {
                double value = Double.parseDouble(digit + "e" + n);
                if (value >= range.lower() * (1 - slack) && value <= range.upper() * (1 + slack)) {
                    values.add(value);
                }
            }
        }
        return values.build().toArray();
    }

    private static List<Tick> labelled(double[] values, AxisRange range) {
        boolean plain = range.decades() <= PLAIN_DECADES
                && Arrays.stream(values).allMatch(v -> v >= LEAST_PLAIN && v <= GREATEST_PLAIN);
        List<Tick> ticks = new ArrayList<>();
        for (double value : values) {
            ticks.add(new Tick(value, plain ? NumberText.plain(value) : NumberText.power(value)));
        }
        return ticks;
    }
}
