package org.eigenscope.ui.fit.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

/** The laws of the league that are drawn only when they are ticked. */
class DrawnCompetitorsTest {
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

    private List<LawFamily> drawn() {
        return fit.curvesProperty().get().stream().map(LawCurve::family).toList();
    }

    @Test
    void aTickDrawsALawOfTheLeagueAfterTheOthersUntilItIsTakenBack() {
        showFitted();
        assertThat(drawn()).doesNotContain(LawFamily.LOGNORMAL);

        fit.league().tick(LawFamily.LOGNORMAL, true);
        assertThat(drawn()).hasSize(4).endsWith(LawFamily.LOGNORMAL);

        fit.league().tick(LawFamily.LOGNORMAL, false);
        assertThat(drawn()).hasSize(3);
    }

    @Test
    void aTickedLawStaysWhileAParameterIsDraggedAndComesBackOnANewSample() {
        showFitted();
        fit.league().tick(LawFamily.POWER, true);
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).dragToValue(3);
        fit.parameter(KAPPA).release();
        assertThat(drawn()).contains(LawFamily.POWER);

        fit.show(SAMPLE, HALF);
        settle();
        assertThat(drawn()).contains(LawFamily.POWER);
    }
}
