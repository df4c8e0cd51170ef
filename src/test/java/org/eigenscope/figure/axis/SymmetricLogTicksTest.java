package org.eigenscope.figure.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SymmetricLogTicksTest {
    private static List<String> labels(double c, double lower, double upper, int most) {
        return Ticks.of(SymmetricLogScale.of(c), new AxisRange(lower, upper), most).major().stream()
                .map(tick -> tick.label().text())
                .toList();
    }

    @Test
    void decadesStandToBothSidesOfZero() {
        assertThat(labels(1e-3, -1e2, 1e2, 13))
                .containsExactly("−10²", "−10¹", "−10⁰", "−10⁻¹", "−10⁻²", "0", "10⁻²", "10⁻¹", "10⁰", "10¹", "10²");
    }

    @Test
    void fewLabelsLeaveOutDecadesAndThoseNextToZero() {
        assertThat(labels(1e-6, -10, 10, 5)).containsExactly("−1", "−0.001", "0", "0.001", "1");
    }

    @Test
    void shortRangesHaveOneTwoAndFiveOfADecade() {
        assertThat(labels(0.1, -2, 2, 12)).contains("−2", "−1", "0", "1", "2").doesNotContain("−10⁰");
    }

    @Test
    void aRangeFarBelowZeroHasTheTicksOfALogarithmicAxisMirrored() {
        assertThat(labels(1e-6, -1e2, -1e-3, 8)).containsExactly("−10²", "−10¹", "−10⁰", "−10⁻¹", "−10⁻²", "−10⁻³");
    }

    @Test
    void aRangeAboutZeroHasTheTicksOfALinearAxis() {
        assertThat(labels(1, -1, 1, 5)).containsExactly("−1.0", "−0.5", "0", "0.5", "1.0");
    }

    @Test
    void minorTicksLieInTheRangeAndBesideTheLabels() {
        Ticks ticks = Ticks.of(SymmetricLogScale.of(0.1), new AxisRange(-3, 30), 8);
        assertThat(ticks.minor()).contains(-2, -0.2, 20);
        assertThat(Arrays.stream(ticks.minor())).allMatch(v -> v >= -3 && v <= 30);
        assertThat(ticks.minor()).doesNotContain(ticks.majorValues());
    }

    @Property(seed = "1")
    void labelsNeverOverlapAndThereIsAlwaysOne(
            @ForAll @DoubleRange(min = -4, max = 12) double lowerDecades,
            @ForAll @DoubleRange(min = 0.05, max = 24) double length,
            @ForAll @DoubleRange(min = -20, max = 20) double threshold,
            @ForAll @DoubleRange(min = 60, max = 2000) double pixels) {
        AxisScale scale = SymmetricLogScale.of(Math.pow(10, threshold));
        AxisRange range = new AxisRange(scale.backward(-lowerDecades), scale.backward(length - lowerDecades));
        Ticks ticks = Ticks.fitting(scale, range, pixels, SymmetricLogTicksTest::width);
        assertThat(ticks.major()).isNotEmpty();
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks.major()) {
            double half = width(tick.label()) / 2;
            double place = range.fraction(scale, tick.value()) * pixels;
            assertThat(place - half).isGreaterThanOrEqualTo(end - 1e-6);
            end = place + half;
        }
        assertThat(Arrays.stream(ticks.majorValues()).map(v -> range.fraction(scale, v)))
                .as("%s on %s: %s", range, scale, ticks.major())
                .allMatch(place -> place > -1e-3 && place < 1.001);
    }

    private static double width(TickLabel label) {
        return 7.0 * (label.base().length() + label.exponent().length()) + 6;
    }
}
