package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

/** The orientation in which a matrix opens, and the comparison of laws of both. */
class FitOrientationTest {
    private static final double[] SAMPLE =
            DoubleStream.iterate(0.1, x -> x * 1.2).limit(30).toArray();
    private static final OptionalDouble HALF = OptionalDouble.of(0.5);

    private final FakeFitter fitter = new FakeFitter();
    private final ManualExecutor work = new ManualExecutor();
    private final FitModel fit = new FitModel(fitter, task(), new LeagueModel(fitter, task()), DragState.immediate());

    private LatestTask task() {
        return new LatestTask(work, work, new ActivityModel(() -> 0));
    }

    private void settle() {
        work.runAll();
    }

    private void showFitted() {
        fit.show(SAMPLE, HALF);
        settle();
    }

    @Test
    void undoTurnsTheLawBack() {
        showFitted();
        fit.chooseOrientation(Orientation.DIRECT);
        settle();
        fit.undo();
        assertThat(fit.orientationProperty().get()).isEqualTo(Orientation.INVERSE);
    }

    @Test
    void turningTheLawRoundDrawsTheOtherFamilies() {
        showFitted();
        fit.chooseOrientation(Orientation.DIRECT);
        settle();
        assertThat(fit.curvesProperty().get())
                .extracting(LawCurve::family)
                .containsExactly(LawFamily.HTMP, LawFamily.MP, LawFamily.GAMMA_LAW);
    }

    @Test
    void theLeagueComparesHtmpAndItsLimitsBothWaysRoundAndLawsWithoutRepulsion() {
        showFitted();
        assertThat(fit.league().rowsProperty().get())
                .extracting(LeagueRow::family)
                .containsExactlyInAnyOrder(
                        LawFamily.INVERSE_HTMP,
                        LawFamily.INVERSE_MP,
                        LawFamily.INVERSE_GAMMA,
                        LawFamily.HTMP,
                        LawFamily.MP,
                        LawFamily.GAMMA_LAW,
                        LawFamily.LOGNORMAL,
                        LawFamily.POWER,
                        LawFamily.TRUNCATED_POWER);
    }

    @Test
    void aMatrixOpensTheWayRoundOfTheGreaterLikelihood() {
        fitter.wouldFindBest(LawFamily.HTMP);
        showFitted();
        assertThat(fit.orientationProperty().get()).isEqualTo(Orientation.DIRECT);
        assertThat(fit.curvesProperty().get())
                .first()
                .extracting(LawCurve::family)
                .isEqualTo(LawFamily.HTMP);
        assertThat(fit.league().orientationProperty().get()).isEqualTo("direct: 4.00 AIC better than inverse");
    }

    @Test
    void aChoiceByHandStaysUnderOtherConventionsAndIsSaidToBeWorse() {
        fitter.wouldFindBest(LawFamily.HTMP);
        showFitted();
        fit.chooseOrientation(Orientation.INVERSE);
        settle();
        fit.showAgain(new double[] {1, 2, 3, 5, 8, 13, 21}, HALF);
        settle();
        assertThat(fit.orientationProperty().get()).isEqualTo(Orientation.INVERSE);
        assertThat(fit.league().orientationProperty().get()).isEqualTo("inverse as chosen; direct is 4.00 AIC better");
    }

    @Test
    void theNextMatrixIsNotBoundByTheChoiceForTheOneBefore() {
        showFitted();
        fit.chooseOrientation(Orientation.DIRECT);
        settle();
        showFitted();
        assertThat(fit.orientationProperty().get()).isEqualTo(Orientation.INVERSE);
    }

    @Test
    void whatIsLockedOnScreenIsFreeTheOtherWayRoundButForGamma() {
        showFitted();
        fit.parameter(KAPPA).toggleLock();
        settle();
        assertThat(fitter.htmpRequests())
                .filteredOn(request -> request.family() == LawFamily.HTMP)
                .last()
                .satisfies(request -> assertThat(request.fixed().asMap()).containsOnlyKeys(GAMMA));
    }
}
