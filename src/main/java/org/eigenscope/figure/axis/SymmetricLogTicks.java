package org.eigenscope.figure.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * Ticks of a symmetric logarithmic axis: 0 and ±10ᵏ, every k-th decade where they would crowd and none too near to 0; ±1, 2 and 5 of
 * each decade where these have room. A range far to one side of 0 has the ticks of a logarithmic axis, one about 0 those of a
 * linear axis.
 */
final class SymmetricLogTicks {
    /** From this multiple of the threshold on, a range is ticked as on a logarithmic axis. */
    private static final double LOGARITHMIC_FROM = 10;
    /** Up to this multiple of the threshold, a range is ticked as on a linear axis. */
    private static final double LINEAR_UP_TO = 3;

    private static final int FEWEST_LABELS = 3;
    /** On an axis of up to this length, even numbers serve better than one or two decades. */
    private static final double SHORT_DECADES = 1.5;

    private static final double PLAIN_DECADES = 3.2;
    private static final double LEAST_PLAIN = 1e-3;
    private static final double GREATEST_PLAIN = 1e4;
    /** Minor ticks stand at every digit of a decade on axes of up to this many decades in all. */
    private static final double FINE_DECADES = 16;
    /** The ruler of the linear part is shown on axes of up to this length. */
    private static final double RULER_DECADES = 5;

    private static final double SLACK = 1e-9;
    private static final int[] ONE = {1};
    private static final int[] ONE_TWO_FIVE = {1, 2, 5};
    private static final int[] ALL_DIGITS = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 400};

    private final SymmetricLogScale scale;
    private final AxisRange range;
    private final double length;
    /** The exponent of the smallest power of ten that is not below half the threshold. */
    private final int firstExponent;

    private final int lastExponent;

    private SymmetricLogTicks(SymmetricLogScale scale, AxisRange range) {
        this.scale = scale;
        this.range = range;
        this.length = scale.forward(range.upper()) - scale.forward(range.lower());
        this.firstExponent = (int) Math.ceil(Math.log10(scale.threshold() / 2) - SLACK);
        this.lastExponent = (int) Math.floor(Math.log10(largest(range)) + SLACK);
    }

    /** Ticks for a range, at most about {@code mostLabels} of them labelled. */
    static Ticks of(SymmetricLogScale scale, AxisRange range, int mostLabels) {
        if (range.lower() >= LOGARITHMIC_FROM * scale.threshold()) {
            return LogTicks.of(range, mostLabels);
        }
        if (range.upper() <= -LOGARITHMIC_FROM * scale.threshold()) {
            return mirrored(LogTicks.of(new AxisRange(-range.upper(), -range.lower()), mostLabels));
        }
        return largest(range) <= LINEAR_UP_TO * scale.threshold()
                ? LinearTicks.of(range, mostLabels)
                : new SymmetricLogTicks(scale, range).across(mostLabels);
    }

    private static double largest(AxisRange range) {
        return Math.max(Math.abs(range.lower()), Math.abs(range.upper()));
    }

    private static Ticks mirrored(Ticks ticks) {
        List<Tick> major = new ArrayList<>();
        for (Tick tick : ticks.major()) {
            major.add(new Tick(-tick.value(), negative(tick.label())));
        }
        Collections.reverse(major);
        double[] minor = Arrays.stream(ticks.minor()).map(v -> -v).sorted().toArray();
        return new Ticks(major, minor);
    }

    private static TickLabel negative(TickLabel label) {
        return new TickLabel("−" + label.base(), label.exponent());
    }

    /** Ticks for a range that reaches from the linear part into a logarithmic one. */
    private Ticks across(int mostLabels) {
        double room = length / mostLabels;
        double[] fine = roomy(values(ONE_TWO_FIVE, firstExponent, 1), room);
        if (isSpaced(fine, room) && fine.length >= FEWEST_LABELS) {
            return ticks(fine, 1);
        }
        for (int stride : STRIDES) {
            double[] decades = roomy(values(ONE, firstExponent, stride), room);
            if (isSpaced(decades, room)) {
                boolean enough = decades.length >= (length > SHORT_DECADES ? 1 : FEWEST_LABELS);
                return enough ? ticks(decades, stride) : LinearTicks.of(range, mostLabels);
            }
        }
        return LinearTicks.of(range, mostLabels);
    }

    /** 0 and ±digit·10ⁿ in the range, for every n that the stride divides, ascending. */
    private double[] values(int[] digits, int fromExponent, int stride) {
        TreeSet<Double> values = new TreeSet<>();
        for (int n = Math.floorDiv(fromExponent + stride - 1, stride) * stride; n <= lastExponent; n += stride) {
            for (int digit : digits) {
                double value = Double.parseDouble(digit + "e" + n);
                values.add(value);
                values.add(-value);
            }
        }
        values.add(0.0);
        double slack = SLACK * largest(range);
        return values.stream()
                .mapToDouble(v -> v)
                .filter(v -> v >= range.lower() - Math.min(slack, SLACK * Math.abs(v))
                        && v <= range.upper() + Math.min(slack, SLACK * Math.abs(v)))
                .toArray();
    }

    /** Without those so near to 0 that their labels would touch its own; 0 itself stays. */
    private double[] roomy(double[] values, double room) {
        return Arrays.stream(values)
                .filter(v -> v == 0 || Math.abs(scale.forward(v)) >= room)
                .toArray();
    }

    private boolean isSpaced(double[] values, double room) {
        for (int i = 1; i < values.length; i++) {
            if (scale.forward(values[i]) - scale.forward(values[i - 1]) < room * (1 - SLACK)) {
                return false;
            }
        }
        return true;
    }

    private Ticks ticks(double[] values, int stride) {
        List<Tick> major = labelled(values);
        double[] minor = stride == 1 && length <= FINE_DECADES
                ? values(ALL_DIGITS, length <= RULER_DECADES ? firstExponent - 1 : firstExponent, 1)
                : values(ONE, firstExponent, stride <= 5 ? 1 : stride / (stride == 25 ? 5 : 2));
        return new Ticks(major, Ticks.minorWithin(range, minor, major));
    }

    private static List<Tick> labelled(double[] values) {
        double[] sizes =
                DoubleStream.of(values).map(Math::abs).filter(v -> v > 0).toArray();
        double smallest = Arrays.stream(sizes).min().orElse(1);
        double largest = Arrays.stream(sizes).max().orElse(1);
        boolean plain =
                smallest >= LEAST_PLAIN && largest <= GREATEST_PLAIN && Math.log10(largest / smallest) <= PLAIN_DECADES;
        List<Tick> ticks = new ArrayList<>();
        for (double value : values) {
            double size = Math.abs(value);
            TickLabel label = plain || value == 0 ? NumberText.plain(size) : NumberText.power(size);
            ticks.add(new Tick(value, value < 0 ? negative(label) : label));
        }
        return ticks;
    }
}
