package org.eigenscope.figure.axis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Ticks at multiples of 1, 2 or 5 times a power of ten, with four (five) minor intervals. */
public final class LinearTicks {
    /** A decimal with more digits after or zeros before the point than this is written as a power of ten. */
    private static final int MOST_PLAIN_DIGITS = 5;

    /**
     * The shortest range with ticks, as a fraction of its larger end; on a shorter one ticks would be equal as doubles.
     */
    private static final double SHORTEST = 1e-12;

    /** The longest range, and inversely the shortest, whose steps stay in the normal doubles. */
    private static final double LONGEST = 1e300;

    private LinearTicks() {}

    /** Ticks for the range, at most {@code mostLabels} of them labelled; none where doubles cannot tell them apart. */
    public static Ticks of(AxisRange range, int mostLabels) {
        double length = range.upper() - range.lower();
        double size = Math.max(Math.abs(range.lower()), Math.abs(range.upper()));
        if (!(length >= Math.max(1 / LONGEST, SHORTEST * size) && length <= LONGEST)) {
            return new Ticks(List.of(), new double[0]);
        }
        Step step = Step.atLeast((range.upper() - range.lower()) / (mostLabels - 1));
        List<Tick> major = labelled(range, step);
        // a coarse step may jump over the range; between two of its multiples lie at most two of the next finer one
        while (major.isEmpty()) {
            step = step.finer();
            major = labelled(range, step);
        }
        return new Ticks(major, minor(range, step, major));
    }

    private static List<Tick> labelled(AxisRange range, Step step) {
        List<Tick> major = new ArrayList<>();
        for (double k = Math.ceil(range.lower() / step.size() - 1e-9); k * step.size() <= range.upper(); k++) {
            double value = k == 0 ? 0 : k * step.size();
            major.add(new Tick(value, label(BigDecimal.valueOf((long) k).multiply(step.exact()), step)));
        }
        return major;
    }

    private static double[] minor(AxisRange range, Step step, List<Tick> major) {
        int parts = step.mantissa() == 2 ? 4 : 5;
        double size = step.size() / parts;
        double first = Math.ceil(range.lower() / size);
        int count = (int) Math.min(1000, Math.floor(range.upper() / size) - first + 1);
        return Ticks.minorWithin(
                range,
                IntStream.range(0, count).mapToDouble(i -> (first + i) * size).toArray(),
                major);
    }

    private static TickLabel label(BigDecimal value, Step step) {
        if (value.signum() == 0) {
            return TickLabel.plain("0");
        }
        BigDecimal plain = value.setScale(Math.max(0, -step.exponent()), RoundingMode.HALF_UP);
        int magnitude = value.precision() - value.scale() - 1;
        if (-step.exponent() <= MOST_PLAIN_DIGITS && magnitude < MOST_PLAIN_DIGITS) {
            return TickLabel.plain(plain.toPlainString().replace('-', '−'));
        }
        BigDecimal mantissa = value.movePointLeft(magnitude).stripTrailingZeros();
        return TickLabel.power(mantissa.toPlainString().replace('-', '−'), magnitude);
    }

    /** mantissa·10^exponent with mantissa 1, 2 or 5. */
    private record Step(int mantissa, int exponent) {
        static Step atLeast(double rough) {
            int exponent = (int) Math.floor(Math.log10(rough));
            double relative = rough / Math.pow(10, exponent);
            if (relative <= 1 + 1e-9) {
                return new Step(1, exponent);
            }
            if (relative <= 2) {
                return new Step(2, exponent);
            }
            return relative <= 5 ? new Step(5, exponent) : new Step(1, exponent + 1);
        }

        Step finer() {
            return switch (mantissa) {
                case 1 -> new Step(5, exponent - 1);
                case 2 -> new Step(1, exponent);
                default -> new Step(2, exponent);
            };
        }

        BigDecimal exact() {
            return BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
        }

        double size() {
            return exact().doubleValue();
        }
    }
}
