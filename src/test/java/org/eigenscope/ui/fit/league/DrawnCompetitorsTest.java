package org.eigenscope.ui.fit.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.compare.LeagueRow;
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
    void everyRowButTheLawOnScreenIsDrawnWithItsOwnFitWhenTicked() {
        showFitted();
        LawFamily onScreen = drawn().get(0);
        for (LeagueRow row : fit.league().rowsProperty().get()) {
            fit.league().tick(row.family(), true);
            boolean added = fit.curvesProperty().get().stream()
                    .anyMatch(curve -> curve.family() == row.family() && !curve.isLimit());
            assertThat(added).as(row.displayName()).isTrue();
        }
        assertThat(fit.curvesProperty().get().get(0).family()).isEqualTo(onScreen);
    }

    @Test
    void theLimitsOfTheLawOnScreenShareNoRoleWithACompetitor() {
        showFitted();
        fit.league().rowsProperty().get().forEach(row -> fit.league().tick(row.family(), true));
        assertThat(fit.curvesProperty().get()).extracting(LawCurve::role).doesNotHaveDuplicates();
        assertThat(fit.curvesProperty().get().stream().filter(LawCurve::isLimit).map(LawCurve::role))
                .containsExactly(CurveRole.INFINITE_KAPPA, CurveRole.ZERO_KAPPA);
    }

    @Test
    void theHeldCurveIsScoredWhileAParameterIsSetByHandAndNotAfterARefit() {
        showFitted();
        assertThat(fit.league().heldProperty().get()).isEmpty();
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).dragToValue(3);
        fit.parameter(KAPPA).release();
        double shown = fit.derivedProperty().get().orElseThrow().logLikelihood();
        assertThat(fit.league().heldProperty().get())
                .hasValueSatisfying(held -> assertThat(held.logLikelihood()).isEqualTo(shown));

        fit.refitAll();
        settle();
        assertThat(fit.league().heldProperty().get()).isEmpty();
    }

    @Test
    void aHeldCurveWithTheLikelihoodOfTheFitHasItsDeltaAic() {
        showFitted();
        LeagueRow own = fit.league().rowsProperty().get().stream()
                .filter(row -> row.family() == drawn().get(0))
                .findFirst()
                .orElseThrow();
        double likelihood = own.result().orElseThrow().logLikelihood();
        fit.league().showHeld(OptionalDouble.of(likelihood - 5));
        assertThat(fit.league().heldProperty().get().orElseThrow().deltaAic())
                .isCloseTo(own.deltaAic() + 10, within(1e-9));
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
