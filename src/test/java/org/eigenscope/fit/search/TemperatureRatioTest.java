package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.eigenscope.fit.EnsembleCoordinates;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;

class TemperatureRatioTest {
    private static final EnsembleCoordinates COORDINATES =
            EnsembleCoordinates.of(Orientation.INVERSE, ParameterSet.ofHtmp(2, 0.5, 1, 0.1));

    @Test
    void theRatioIsTwiceAlphaPerOutput() {
        assertThat(COORDINATES.alpha()).isCloseTo(4, within(1e-12));
        assertThat(COORDINATES.temperatureRatio(10)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void theRatioMovesAlphaAndWithItGamma() {
        EnsembleCoordinates faster = COORDINATES.withTemperatureRatio(1.6, 10);
        assertThat(faster.alpha()).isCloseTo(8, within(1e-12));
        assertThat(faster.parameters(Orientation.INVERSE).get(Parameter.GAMMA)).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(faster.parameters(Orientation.INVERSE).get(Parameter.TAU)).isEqualTo(0.1);
        assertThat(faster.beta()).isEqualTo(COORDINATES.beta());
    }

    @Test
    void aRatioOfTheClosedRegionIsRefused() {
        assertThatThrownBy(() -> COORDINATES.withTemperatureRatio(0.5, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("γ > 1");
        assertThatThrownBy(() -> COORDINATES.temperatureRatio(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
