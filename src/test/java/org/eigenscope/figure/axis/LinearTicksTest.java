package org.eigenscope.figure.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearTicksTest {
    private static List<String> labels(double lower, double upper, int most) {
        return LinearTicks.of(new AxisRange(lower, upper), most).major().stream()
                .map(t -> t.label().text())
                .toList();
    }

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(labels(0, 1, 6)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(0, 160, 5)).containsExactly("0", "50", "100", "150");
    }

    @Test
    void aRangeBetweenCoarseStepsStillHasATick() {
        assertThat(labels(1.21, 1.27, 2)).containsExactly("1.25");
        assertThat(labels(6.1, 6.9, 2)).containsExactly("6.5");
    }

    @Test
    void negativeNumbersHaveARealMinus() {
        assertThat(labels(-2, 2, 5)).containsExactly("−2", "−1", "0", "1", "2");
    }

    @Test
    void hugeNumbersAreWrittenWithPowers() {
        assertThat(labels(0, 3e8, 4)).containsExactly("0", "10⁸", "2×10⁸", "3×10⁸");
    }

    @Test
    void tinyNumbersAreWrittenWithPowers() {
        assertThat(labels(0, 5e-9, 3)).containsExactly("0", "5×10⁻⁹");
    }

    @Test
    void minorTicksDivideTheStep() {
        assertThat(LinearTicks.of(new AxisRange(0, 2), 3).minor())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.2, 0.4, 0.6, 0.8, 1.2, 1.4, 1.6, 1.8);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0000000000000002", "0, 5e-324", "-1e308, 1e308"})
    void rangesWhoseTicksAreNoDoublesHaveNone(double lower, double upper) {
        assertThat(LinearTicks.of(new AxisRange(lower, upper), 5).major()).isEmpty();
    }
}
