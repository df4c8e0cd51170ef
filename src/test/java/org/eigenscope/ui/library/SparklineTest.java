package org.eigenscope.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void theTallestBarIsOne() {
        assertThat(Sparkline.ofLogarithms(new double[] {1, 1, 100}, 3).heights())
                .containsExactly(1, 0, 0.5);
    }

    @Test
    void equalStepsAreEqualFactors() {
        assertThat(Sparkline.ofLogarithms(new double[] {1, 15, 150, 1000}, 3).heights())
                .containsExactly(0.5, 0.5, 1);
    }

    @Test
    void aSingleValueStandsInTheMiddle() {
        assertThat(Sparkline.ofLogarithms(new double[] {5}, 3).heights()).containsExactly(0, 1, 0);
    }

    @Test
    void noValuesMakeNoBars() {
        assertThat(Sparkline.ofLogarithms(new double[0], 3).heights()).isEmpty();
    }
}
