package org.eigenscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SliderScaleTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
    private static final Percentage RELATIVE_ROUNDING = Percentage.withPercentage(1e-9);

    private final SliderScale kappa = SliderScale.logarithmic(0.01, 100);

    @Test
    void theMiddleOfALogarithmicScaleIsTheGeometricMean() {
        assertThat(kappa.valueAt(0.5)).isCloseTo(1, RELATIVE_ROUNDING);
    }

    @Test
    void theEndsAreExact() {
        assertThat(kappa.valueAt(0)).isEqualTo(0.01);
        assertThat(kappa.valueAt(1)).isEqualTo(100);
    }

    @Property(seed = "1")
    void positionAndValueAreInverse(@ForAll @DoubleRange(min = 0, max = 1) double position) {
        assertThat(kappa.positionOf(kappa.valueAt(position))).isCloseTo(position, ROUNDING);
    }

    @Property(seed = "1")
    void aLinearScaleIsLinear(@ForAll @DoubleRange(min = 0, max = 1) double position) {
        assertThat(SliderScale.linear(-1, 3).valueAt(position)).isCloseTo(4 * position - 1, ROUNDING);
    }

    @Test
    void valuesOutsideSitAtTheEnds() {
        assertThat(kappa.positionOf(1e9)).isEqualTo(1);
        assertThat(kappa.positionOf(0)).isZero();
    }

    @Test
    void anUnknownValueSitsAtTheLowerEnd() {
        assertThat(kappa.positionOf(Double.NaN)).isZero();
    }

    @Test
    void aStepMultipliesOnALogarithmicScale() {
        assertThat(kappa.moved(1, 0.25)).isCloseTo(10, RELATIVE_ROUNDING);
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SliderScale.linear(1, 1))
                .withMessageContaining("1.0");
    }

    @Test
    void refusesALogarithmicScaleFromZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SliderScale.logarithmic(0, 1))
                .withMessageContaining("0.0");
    }
}
