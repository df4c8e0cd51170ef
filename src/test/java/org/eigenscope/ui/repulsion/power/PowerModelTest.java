package org.eigenscope.ui.repulsion.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

class PowerModelTest {
    private final ManualExecutor background = new ManualExecutor();
    private final LabModel lab = new LabModel(task(new ManualExecutor()), new MemorySettings());
    private final PowerModel power = new PowerModel(lab, task(background));

    private static LatestTask task(ManualExecutor executor) {
        return new LatestTask(executor, Runnable::run, new ActivityModel(() -> 0));
    }

    private PowerPicture picture() {
        background.runAll();
        return power.pictureProperty().get().orElseThrow();
    }

    @Test
    void nothingIsComputedWhileNobodyLooks() {
        lab.kappaProperty().set(5);
        assertThat(background.waiting()).isZero();
        power.setOpen(true);
        assertThat(background.waiting()).isEqualTo(1);
    }

    @Test
    void thePopulationsTailComesOut() {
        power.setOpen(true);
        PowerPicture picture = picture();
        assertThat(picture.tails().population()).hasValue(-3);
        assertThat(picture.tails().noise()).isEmpty();
        assertThat(picture.tails().product()).hasValue(-3);
        assertThat(picture.tails().curve()).isCloseTo(-3, within(0.6));
        assertThat(picture.tails().simulated()).isCloseTo(-3, within(1.5));
    }

    @Test
    void theHeavierTailOfAnInverseLawWins() {
        power.exponentProperty().set(6);
        lab.orientationProperty().set(Orientation.INVERSE);
        power.setOpen(true);
        // κ = 2, γ = ½: −1 − δ with δ = 1
        assertThat(picture().tails().product()).hasValue(-2);
    }

    @Test
    void aLoadedSpectrumNearTheLargestDoubleIsAPopulation() {
        power.populationProperty().set(PowerModel.Population.LOADED);
        power.load(new double[] {1, 1e308, 1.7e308});
        power.setOpen(true);
        assertThat(picture().edges())
                .isSorted()
                .satisfies(e -> assertThat(e[e.length - 1]).isFinite());
    }

    /** With so little repulsion, draws lie below the smallest normal double and their reciprocals reach the largest. */
    @Test
    void reciprocalsOfTinyDrawsLeaveThePictureFinite() {
        lab.kappaProperty().set(1e-3);
        lab.gammaProperty().set(1);
        lab.orientationProperty().set(Orientation.INVERSE);
        power.populationProperty().set(PowerModel.Population.IDENTITY);
        power.setOpen(true);
        assertThat(picture().edges())
                .isSorted()
                .satisfies(e -> assertThat(e[e.length - 1]).isFinite());
        assertThat(Arrays.stream(picture().heights())).allMatch(Double::isFinite);
    }

    @Test
    void curveAndSimulationHaveTheSameMass() {
        power.populationProperty().set(PowerModel.Population.TWO_ATOMS);
        power.setOpen(true);
        PowerPicture picture = picture();
        double bars = 0;
        for (int i = 0; i < picture.heights().length; i++) {
            bars += picture.heights()[i] * (picture.edges()[i + 1] - picture.edges()[i]);
        }
        double curve = 0;
        for (int i = 1; i < picture.points().length; i++) {
            curve += 0.5
                    * (picture.densities()[i] + picture.densities()[i - 1])
                    * (picture.points()[i] - picture.points()[i - 1]);
        }
        assertThat(bars).isCloseTo(1, within(1e-9));
        assertThat(curve).isCloseTo(1, within(0.02));
    }

    @Test
    void withoutASpectrumTheLoadedPopulationSaysWhatToDo() {
        power.setOpen(true);
        background.runAll();
        power.populationProperty().set(PowerModel.Population.LOADED);
        assertThat(power.failureProperty().get()).startsWith("Open a matrix first");
        power.load(new double[] {1, 2, 5, 9});
        assertThat(Arrays.stream(picture().heights()).sum()).isPositive();
        assertThat(power.failureProperty().get()).isEmpty();
    }
}
