package org.eigenscope.figure.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricLogScaleTest {
    private static final double PERCENT_1E_12 = 1e-10;

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }

    /** symmetric_log.py made the file with mpmath. */
    @ParameterizedTest
    @CsvFileSource(resources = "/figure/symmetric_log.csv", numLinesToSkip = 1)
    void coordinateIsThatOfMpmath(double c, double x, double t) {
        assertThat(SymmetricLogScale.of(c).forward(x)).isCloseTo(t, withinPercentage(PERCENT_1E_12));
    }

    @Property(seed = "1")
    void backwardUndoesForwardToTwelveDigits(
            @ForAll @DoubleRange(min = -300, max = 300) double size,
            @ForAll @DoubleRange(min = -290, max = 290) double threshold) {
        AxisScale scale = SymmetricLogScale.of(power(threshold));
        double x = power(size);
        double t = scale.forward(x);
        if (t >= Double.MIN_NORMAL) {
            assertThat(scale.backward(t)).isCloseTo(x, withinPercentage(PERCENT_1E_12));
        }
    }

    @Property(seed = "2")
    void scaleIsOdd(@ForAll @DoubleRange(min = -300, max = 300) double size) {
        AxisScale scale = SymmetricLogScale.of(1e-3);
        double x = power(size);
        assertThat(scale.forward(-x)).isEqualTo(-scale.forward(x));
        assertThat(scale.backward(-scale.forward(x))).isEqualTo(-scale.backward(scale.forward(x)));
    }

    @Property(seed = "3")
    void scaleAscends(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double x,
            @ForAll @DoubleRange(min = -8, max = 8) double threshold) {
        AxisScale scale = SymmetricLogScale.of(power(threshold));
        double further = x + 1e-9 * Math.max(Math.abs(x), 1e-9);
        assertThat(scale.forward(further)).isGreaterThan(scale.forward(x));
    }

    @Test
    void zeroStaysAtZero() {
        AxisScale scale = SymmetricLogScale.of(0.1);
        assertThat(scale.forward(0)).isZero();
        assertThat(scale.backward(0)).isZero();
    }

    @Test
    void farFromZeroADecadeHasTheLengthOne() {
        AxisScale scale = SymmetricLogScale.of(1e-3);
        assertThat(scale.forward(1e4) - scale.forward(1e3)).isCloseTo(1, within(1e-12));
        assertThat(scale.forward(1e3)).isCloseTo(6, within(1e-12));
        assertThat(scale.forward(1e-2)).isCloseTo(1, within(0.0044));
        assertThat(scale.forward(1e-2)).isNotCloseTo(1, within(0.0042));
    }

    @Test
    void nearZeroTheScaleIsLinear() {
        AxisScale scale = SymmetricLogScale.of(1);
        assertThat(scale.forward(1e-7)).isCloseTo(1e-7 / (2 * Math.log(10)), withinPercentage(1e-12));
    }

    @Test
    void slopeHasNoStepAtTheThresholdOrAtZero() {
        AxisScale scale = SymmetricLogScale.of(1);
        double h = 1e-4;
        for (double x : new double[] {-1, 0, 1}) {
            double before = scale.forward(x) - scale.forward(x - h);
            double after = scale.forward(x + h) - scale.forward(x);
            assertThat(after / before).isCloseTo(1, within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-291, 1e291, Double.NaN, Double.POSITIVE_INFINITY})
    void thresholdOutsideItsDomainIsRefused(double threshold) {
        assertThatThrownBy(() -> SymmetricLogScale.of(threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is outside [1e-290, 1e290]");
    }

    @Test
    void zoomKeepsTheAnchorAcrossZero() {
        AxisScale scale = SymmetricLogScale.of(1e-3);
        AxisRange range = new AxisRange(-5, 20);
        double anchor = range.at(scale, 0.4);
        AxisRange zoomed = range.zoomed(scale, 0.4, 0.25);
        assertThat(zoomed.fraction(scale, anchor)).isCloseTo(0.4, within(1e-12));
        AxisRange moved = range.panned(scale, -0.1);
        assertThat(moved.fraction(scale, -5)).isCloseTo(0.1, within(1e-12));
    }
}
