package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FitDuringDragTest {
    private final FakeFitter fitter = new FakeFitter();
    private final ManualExecutor work = new ManualExecutor();
    private final ManualExecutor later = new ManualExecutor();
    private final FitModel fit = new FitModel(fitter, task(), new LeagueModel(fitter, task()), new DragState(later));

    private LatestTask task() {
        return new LatestTask(work, work, new ActivityModel(() -> 0));
    }

    @BeforeEach
    void showFitted() {
        fit.show(DoubleStream.iterate(0.1, x -> x * 1.2).limit(30).toArray(), OptionalDouble.of(0.5));
        settle();
    }

    private void settle() {
        work.runAll();
    }

    @Test
    void duringADragARefitIsDrawnWithTheNextMove() {
        fitter.wouldFind(SCALE, 7);
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).dragToValue(3);
        settle();
        double beforeTheMove = fit.parameter(SCALE).valueProperty().get();

        fit.parameter(KAPPA).dragToValue(3.1);

        assertThat(beforeTheMove).isNotEqualTo(7.0);
        assertThat(fit.parameter(SCALE).valueProperty().get()).isEqualTo(7.0);
        assertThat(fit.parameter(KAPPA).valueProperty().get()).isEqualTo(3.1);
    }

    @Test
    void aRefitIsDrawnByItselfWhenTheHandPauses() {
        fitter.wouldFind(SCALE, 7);
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).dragToValue(3);
        settle();

        later.runAll();

        assertThat(fit.parameter(SCALE).valueProperty().get()).isEqualTo(7.0);
    }

    @Test
    void lettingGoSaysWhatTheLastRefitFound() {
        drag(3, 3.1);
        settle();
        later.runAll();

        assertThat(fit.lastFitProperty().get().orElseThrow().parameters().get(KAPPA))
                .isEqualTo(3.1);
        assertThat(fit.derivedProperty().get()).isPresent();
    }

    private void drag(double... values) {
        fit.parameter(KAPPA).grab();
        for (double value : values) {
            fit.parameter(KAPPA).dragToValue(value);
        }
        fit.parameter(KAPPA).release();
    }
}
