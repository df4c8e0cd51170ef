package org.eigenscope.figure.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LogTicksTest {
    private static List<String> labels(double lower, double upper, int most) {
        return LogTicks.of(new AxisRange(lower, upper), most).major().stream()
                .map(t -> t.label().text())
                .toList();
    }

    @Test
    void fiveDecadesAreLabelledByPowersOfTen() {
        assertThat(labels(1e-4, 10, 10)).containsExactly("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹");
    }

    @Test
    void threeDecadesNearOneAreLabelledByPlainNumbers() {
        assertThat(labels(0.08, 40, 10)).containsExactly("0.1", "1", "10");
    }

    @Test
    void threeDecadesFarFromOneAreLabelledByPowersOfTen() {
        assertThat(labels(1e6, 1e9, 10)).containsExactly("10⁶", "10⁷", "10⁸", "10⁹");
    }

    @Test
    void underTwoDecadesOneTwoAndFiveAreLabelled() {
        assertThat(labels(0.9, 60, 10)).containsExactly("1", "2", "5", "10", "20", "50");
    }

    @Test
    void oneTwoFiveFarFromOneIsWrittenWithPowers() {
        assertThat(labels(1e-8, 1.2e-7, 10)).containsExactly("10⁻⁸", "2×10⁻⁸", "5×10⁻⁸", "10⁻⁷");
    }

    @Test
    void aNarrowRangeHasEvenlySpacedNumbers() {
        assertThat(labels(2.1, 2.55, 6)).containsExactly("2.1", "2.2", "2.3", "2.4", "2.5");
    }

    @Test
    void manyDecadesSkipLabelsEvenly() {
        assertThat(labels(1e-100, 1e100, 11))
                .containsExactly(
                        "10⁻¹⁰⁰", "10⁻⁸⁰", "10⁻⁶⁰", "10⁻⁴⁰", "10⁻²⁰", "10⁰", "10²⁰", "10⁴⁰", "10⁶⁰", "10⁸⁰", "10¹⁰⁰");
    }

    @Test
    void minorTicksStandAtTwoToNine() {
        assertThat(LogTicks.of(new AxisRange(1, 100), 10).minor())
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90);
    }

    @Test
    void skippedDecadesStayAsMinorTicks() {
        assertThat(LogTicks.of(new AxisRange(1, 1e30), 7).minor())
                .contains(10, 100, 1e3)
                .doesNotContain(1e5, 2);
    }

    @Test
    void rangesThatReachZeroAreRefused() {
        assertThatThrownBy(() -> LogTicks.of(new AxisRange(0, 1), 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logarithmic");
    }

    @Property(seed = "1")
    void labelledTicksAscendWithinTheRangeAndAreNotTooMany(
            @ForAll @DoubleRange(min = -290, max = 290) double exponent,
            @ForAll @DoubleRange(min = 0.01, max = 9) double decades,
            @ForAll @IntRange(min = 3, max = 20) int most) {
        AxisRange range = new AxisRange(Math.pow(10, exponent), Math.pow(10, exponent + decades));
        double[] values = LogTicks.of(range, most).majorValues();
        assertThat(values).hasSizeBetween(1, most).isSorted().doesNotHaveDuplicates();
        assertThat(values[0]).isGreaterThanOrEqualTo(range.lower() * (1 - 1e-8));
        assertThat(values[values.length - 1]).isLessThanOrEqualTo(range.upper() * (1 + 1e-8));
    }

    @Test
    void crowdedTicksUnderTwoDecadesAreOneAndThree() {
        assertThat(labels(0.15, 9, 4)).containsExactly("0.3", "1", "3");
    }

    /** Labels as wide as the widest that the window's chart writes, on axes as short as its shortest. */
    @Property(seed = "2")
    void anAxisWithRoomForTwoLabelsHasTwo(
            @ForAll @DoubleRange(min = -30, max = 30) double exponent,
            @ForAll @DoubleRange(min = 0.02, max = 40) double decades,
            @ForAll @DoubleRange(min = 240, max = 900) double length) {
        AxisRange range = new AxisRange(Math.pow(10, exponent), Math.pow(10, exponent + decades));
        assertThat(Ticks.fitting(AxisScale.LOG, range, length, l -> 68).major()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aShortAxisKeepsOneOfTwoLongLabels() {
        AxisRange range = new AxisRange(1.21e-150, 1.27e-150);
        assertThat(Ticks.fitting(AxisScale.LOG, range, 60, l -> 90).major()).hasSize(1);
    }

    @Property(seed = "1")
    void fittingLabelsNeverOverlap(
            @ForAll @DoubleRange(min = -200, max = 200) double exponent,
            @ForAll @DoubleRange(min = 0.01, max = 60) double decades,
            @ForAll @DoubleRange(min = 50, max = 2000) double length) {
        AxisRange range = new AxisRange(Math.pow(10, exponent), Math.pow(10, exponent + decades));
        Ticks ticks = Ticks.fitting(
                AxisScale.LOG,
                range,
                length,
                l -> 8.0 * (l.base().length() + l.exponent().length()));
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks.major()) {
            double half = 4.0
                    * (tick.label().base().length() + tick.label().exponent().length());
            double place = range.fraction(AxisScale.LOG, tick.value()) * length;
            assertThat(place - half).isGreaterThanOrEqualTo(end - 1e-6);
            end = place + half;
        }
    }
}
