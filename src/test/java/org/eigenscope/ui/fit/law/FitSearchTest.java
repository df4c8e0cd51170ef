package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

/** What is taken back leaves neither sliders nor searches behind. */
class FitSearchTest {
    private static final double[] SAMPLE =
            DoubleStream.iterate(0.1, x -> x * 1.2).limit(30).toArray();
    private static final OptionalDouble HALF = OptionalDouble.of(0.5);

    private final FakeFitter fitter = new FakeFitter();
    private final ManualExecutor background = new ManualExecutor();
    private final ManualExecutor foreground = new ManualExecutor();
    private final FitModel fit = new FitModel(fitter, task(), new LeagueModel(fitter, task()), DragState.immediate());

    private LatestTask task() {
        return new LatestTask(background, foreground, new ActivityModel(() -> 0));
    }

    private void settle() {
        while (background.waiting() + foreground.waiting() > 0) {
            background.runAll();
            foreground.runAll();
        }
    }

    private void showFitted() {
        fit.show(SAMPLE, HALF);
        settle();
    }

    private double value(Parameter parameter) {
        return fit.parameter(parameter).valueProperty().get();
    }

    @Test
    void theSliderHasItsOrdinaryRangeAfterAnExtremeWasTakenBack() {
        showFitted();
        for (Parameter parameter : List.of(KAPPA, TAU, SCALE, GAMMA)) {
            SliderScale before = fit.parameter(parameter).scaleProperty().get();
            for (String extreme : List.of("1e5", "1e-4", "1e9", "-1", "0", "1e-30", "0.0999999")) {
                double fitted = value(parameter);
                fit.parameter(parameter).type(extreme);
                boolean taken = value(parameter) != fitted;
                settle();
                if (taken) {
                    fit.undo();
                    settle();
                }
                fit.refitAll();
                settle();
                assertThat(fit.parameter(parameter).scaleProperty().get())
                        .as(parameter + " " + extreme)
                        .isEqualTo(before);
            }
        }
    }

    /** What is fitted after a trim was set and taken back must not depend on what was fitted in between. */
    @Test
    void aTrimThatIsSetAndTakenBackSearchesEverywhere() {
        showFitted();
        for (int trimmed : new int[] {2, 0}) {
            fit.trims().set(TrimModel.End.BOTTOM, trimmed);
            settle();
            assertThat(fitter.lastHtmpRequest().start()).isEqualTo(ParameterSet.EMPTY);
        }
    }

    @Test
    void aParameterThatIsLockedAndUnlockedLeavesTheSearchFree() {
        showFitted();
        fit.parameter(KAPPA).toggleLock();
        settle();
        fit.parameter(KAPPA).toggleLock();
        settle();
        assertThat(fitter.lastHtmpRequest().start()).isEqualTo(ParameterSet.EMPTY);
    }
}
