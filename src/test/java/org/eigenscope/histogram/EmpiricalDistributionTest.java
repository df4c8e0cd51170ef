package org.eigenscope.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmpiricalDistributionTest {
    private final EmpiricalDistribution distribution = EmpiricalDistribution.of(new double[] {4, 1, 2, 2});

    @Test
    void cumulativeCountsTiesAtTheirValue() {
        assertThat(distribution.cumulative(2)).isEqualTo(0.75);
    }

    @Test
    void cumulativeIsZeroBelowAndOneFromTheLargestOn() {
        assertThat(distribution.cumulative(0.5)).isZero();
        assertThat(distribution.cumulative(4)).isEqualTo(1);
        assertThat(distribution.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void survivalComplementsCumulativeBetweenValues() {
        assertThat(distribution.survival(3)).isEqualTo(0.25);
    }

    @Test
    void stepsRiseToOne() {
        assertThat(distribution.cumulativeAtValues()).containsExactly(0.25, 0.5, 0.75, 1);
    }

    @Test
    void complementStaysPositiveAtTheLargestValue() {
        assertThat(distribution.complementAtValues()).containsExactly(1, 0.75, 0.5, 0.25);
    }

    @Test
    void quantilesInterpolateLikeNumpy() {
        // numpy.quantile([1, 2, 2, 4], [0.1, 0.9]) = 1.3, 3.4
        assertThat(distribution.quantile(0.1)).isCloseTo(1.3, within(1e-14));
        assertThat(distribution.quantile(0.9)).isCloseTo(3.4, within(1e-14));
    }

    @Test
    void extremeQuantilesAreTheExtremes() {
        assertThat(distribution.quantile(0)).isEqualTo(1);
        assertThat(distribution.quantile(1)).isEqualTo(4);
    }

    @Test
    void probabilitiesOutsideTheUnitIntervalAreRefused() {
        assertThatThrownBy(() -> distribution.quantile(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p = 1.5");
    }

    @Test
    void anEmptySampleIsRefused() {
        assertThatThrownBy(() -> EmpiricalDistribution.of(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }
}
