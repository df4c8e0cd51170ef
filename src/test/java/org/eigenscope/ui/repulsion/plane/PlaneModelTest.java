package org.eigenscope.ui.repulsion.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

class PlaneModelTest {
    private final LabModel lab = new LabModel(
            new LatestTask(new ManualExecutor(), Runnable::run, new ActivityModel(() -> 0)), new MemorySettings());
    private final PlaneModel map = new PlaneModel(lab);

    @Test
    void aPointOfThePlaneMovesTheLab() {
        map.choose(7, 0.3);
        assertThat(lab.kappaProperty().get()).isEqualTo(7);
        assertThat(lab.gammaProperty().get()).isEqualTo(0.3);
    }

    @Test
    void pointsBeyondTheSlidersStopAtTheirEnds() {
        map.choose(1e9, 3);
        assertThat(lab.kappaProperty().get()).isEqualTo(LabModel.GREATEST_KAPPA);
        assertThat(lab.gammaProperty().get()).isEqualTo(1);
    }

    @Test
    void alphaIsTheOtherCoordinate() {
        assertThat(map.chooseAlpha(2, 4)).isTrue();
        assertThat(lab.gammaProperty().get()).isCloseTo(0.5, within(1e-12));
        assertThat(map.point().alpha()).isCloseTo(4, within(1e-12));
    }

    @Test
    void theClosedRegionMovesNothing() {
        assertThat(map.chooseAlpha(2, 2.9)).isFalse();
        assertThat(lab.gammaProperty().get()).isEqualTo(0.5);
    }

    @Test
    void aRatioOfTemperaturesChoosesAlpha() {
        map.outputsProperty().set(10);
        assertThat(map.chooseTemperatureRatio(1.6)).isEmpty();
        assertThat(map.point().alpha()).isCloseTo(8, within(1e-12));
        assertThat(map.chooseTemperatureRatio(0.1)).get().asString().contains("0.600");
    }

    @Test
    void aRatioOfTemperaturesBeyondTheMapIsToldItsUpperEnd() {
        map.outputsProperty().set(10);
        assertThat(map.chooseTemperatureRatio(1e9)).get().asString().contains("stay below");
    }

    @Test
    void aLayerFittedAgainReplacesItsDot() {
        map.place(new PlaneModel.Dot("a", 1, 0.5));
        map.place(new PlaneModel.Dot("b", 2, 0.5));
        map.place(new PlaneModel.Dot("a", 3, 0.5));
        assertThat(map.dots()).containsExactly(new PlaneModel.Dot("b", 2, 0.5), new PlaneModel.Dot("a", 3, 0.5));
    }
}
