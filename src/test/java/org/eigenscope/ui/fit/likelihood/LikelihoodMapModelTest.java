package org.eigenscope.ui.fit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LikelihoodMapModelTest {
    private static final SpectralLaw LAW = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(2, 0.5, 1, 0));
    private static final double[] SAMPLE = IntStream.range(0, 80)
            .mapToDouble(i -> LAW.quantile((i + 0.5) / 80))
            .toArray();
    /** The step of the map's grid in κ and s. */
    private static final double GRID_PERCENT = 5;

    private final SpectralFitter fitter = new SpectralFitter();
    private final ManualExecutor work = new ManualExecutor();
    private final FitModel fit = new FitModel(fitter, task(), new LeagueModel(fitter, task()), DragState.immediate());
    private final LikelihoodMapModel map = new LikelihoodMapModel(fit, task());

    private LatestTask task() {
        return new LatestTask(work, work, new ActivityModel(() -> 0));
    }

    @BeforeEach
    void showFitted() {
        fit.show(SAMPLE, OptionalDouble.of(0.5));
        work.runAll();
    }

    private LikelihoodMapPicture picture() {
        return map.pictureProperty().get().orElseThrow();
    }

    @Test
    void theTopOfTheMapIsTheFit() {
        assertThat(picture().top().kappa())
                .isCloseTo(fit.parameter(KAPPA).valueProperty().get(), withinPercentage(GRID_PERCENT));
        assertThat(picture().top().scale())
                .isCloseTo(fit.parameter(SCALE).valueProperty().get(), withinPercentage(GRID_PERCENT));
    }

    @Test
    void theMapClosesInOnWhereTheLikelihoodIsHigh() {
        double[] kappas = picture().map().kappas();
        assertThat(kappas[kappas.length - 1] / kappas[0]).isLessThan(30);
    }

    @Test
    void aPlaceOnTheMapSetsBothByHandInOneStep() {
        map.grab();
        map.place(new LikelihoodMapPoint(3, 0.8));
        map.place(new LikelihoodMapPoint(3.5, 0.9));
        map.release();
        work.runAll();
        assertThat(fit.parameter(KAPPA).valueProperty().get()).isEqualTo(3.5);
        assertThat(fit.parameter(SCALE).valueProperty().get()).isEqualTo(0.9);
        assertThat(fit.parameter(SCALE).byHandProperty().get()).isTrue();
        fit.undo();
        assertThat(fit.parameter(KAPPA).byHandProperty().get()).isFalse();
        assertThat(fit.undoableProperty().get()).isFalse();
    }

    @Test
    void thePathRemembersWhereTheHandHasBeen() {
        map.grab();
        map.place(new LikelihoodMapPoint(3, 0.8));
        map.place(new LikelihoodMapPoint(3.5, 0.9));
        map.release();
        assertThat(map.pathProperty().get())
                .hasSize(3)
                .endsWith(new LikelihoodMapPoint(3, 0.8), new LikelihoodMapPoint(3.5, 0.9));
    }

    @Test
    void aFitOfEverythingEndsThePath() {
        map.grab();
        map.place(new LikelihoodMapPoint(3, 0.8));
        map.release();
        work.runAll();
        fit.refitAll();
        work.runAll();
        assertThat(map.pathProperty().get()).hasSize(1);
    }

    @Test
    void theMapIsASliceAtTheValuesOnScreen() {
        fit.parameter(GAMMA).dragToValue(0.7);
        work.runAll();
        assertThat(picture().held().get(GAMMA)).isEqualTo(0.7);
    }

    @Test
    void aPlaceOutsideTheMapBringsTheMapAlong() {
        fit.parameter(KAPPA).dragToValue(60);
        fit.parameter(GAMMA).dragToValue(0.6);
        work.runAll();
        double[] kappas = picture().map().kappas();
        assertThat(kappas[kappas.length - 1]).isGreaterThan(60);
    }

    @Test
    void withoutASampleThereIsNoMap() {
        fit.clear();
        work.runAll();
        assertThat(map.pictureProperty().get()).isEmpty();
        assertThat(map.pathProperty().get()).isEmpty();
    }

    @Test
    void duringADragNoMapIsComputed() {
        LikelihoodMapPicture before = picture();
        fit.parameter(TAU).grab();
        fit.parameter(TAU).dragToValue(fit.parameter(TAU).valueProperty().get() * 0.5);
        work.runAll();
        LikelihoodMapPicture during = picture();

        fit.parameter(TAU).release();
        work.runAll();

        assertThat(during).isSameAs(before);
        assertThat(picture()).isNotSameAs(before);
    }
}
