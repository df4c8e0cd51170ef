package org.eigenscope.ui.fit.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.TrimModel.End;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

/** The law of eigenvalues of any sign beside the laws of positive ones. */
class SemicircleInLeagueTest {
    private static final double[] POSITIVE =
            DoubleStream.iterate(0.1, x -> x * 1.1).limit(30).toArray();
    private static final double[] ALL = DoubleStream.concat(
                    DoubleStream.of(POSITIVE), DoubleStream.of(POSITIVE).map(x -> -x))
            .sorted()
            .toArray();

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

    private void show(double[] positive, double[] all) {
        fit.takeOfAnySign(all);
        fit.show(positive, OptionalDouble.empty());
        settle();
    }

    private FitRequest lastRequest() {
        List<FitRequest> requests = fitter.semicircleRequests();
        return requests.get(requests.size() - 1);
    }

    private List<LawFamily> drawn() {
        return fit.curvesProperty().get().stream().map(LawCurve::family).toList();
    }

    private LeagueRow row() {
        return fit.league().rowsProperty().get().stream()
                .filter(row -> row.family() == LawFamily.SEMICIRCLE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSemicircleIsFittedToAllEigenvaluesWhereSomeAreNegative() {
        show(POSITIVE, ALL);
        assertThat(lastRequest().eigenvalues()).isEqualTo(ALL);
    }

    @Test
    void withoutNegativesThereIsNoSemicircle() {
        show(POSITIVE, new double[0]);
        assertThat(fitter.semicircleRequests()).isEmpty();
    }

    @Test
    void itsAicIsNotComparedWithThatOfOtherSamples() {
        show(POSITIVE, ALL);
        assertThat(row().deltaAic()).isNaN();
        assertThat(LeagueText.isBest(row())).isFalse();
        assertThat(LeagueText.number(row().deltaAic())).isEqualTo("–");
        assertThat(LeagueText.of(row())).contains("cannot be compared");
    }

    @Test
    void trimsCutBothEndsOfTheWholeSpectrum() {
        show(POSITIVE, ALL);
        fit.league().tick(LawFamily.SEMICIRCLE, true);
        fit.trims().set(End.BOTTOM, 3);
        fit.trims().set(End.TOP, 2);
        settle();
        assertThat(lastRequest().trimBottom()).isEqualTo(3);
        assertThat(lastRequest().trimTop()).isEqualTo(2);
        LawCurve marked = LawCurve.marked(fit.curvesProperty().get(), AxisScale.SYMMETRIC_LOG)
                .orElseThrow();
        assertThat(marked.family()).isEqualTo(LawFamily.SEMICIRCLE);
        assertThat(marked.window().lower()).isEqualTo(ALL[2]).isNegative();
        assertThat(marked.window().upper()).isEqualTo(ALL[ALL.length - 2]);
        assertThat(LawCurve.marked(fit.curvesProperty().get(), AxisScale.LOG)
                        .orElseThrow()
                        .window()
                        .lower())
                .isEqualTo(POSITIVE[2]);
    }

    @Test
    void theSemicircleStaysWhileAHandleOverNegativeEigenvaluesIsDragged() {
        show(POSITIVE, ALL);
        fit.league().tick(LawFamily.SEMICIRCLE, true);
        fit.trims().grab();
        for (int passed = 1; passed <= 3; passed++) {
            fit.trims().dragAmongAllTo(End.BOTTOM, Math.nextUp(ALL[passed - 1]));
            assertThat(fit.trims().trimsProperty().get()).isEqualTo(new Trims(passed, 0));
            assertThat(drawn()).endsWith(LawFamily.SEMICIRCLE);
        }
        fit.trims().release();
    }

    @Test
    void allNegativeEigenvaluesHaveTheSemicircleAlone() {
        double[] negative = DoubleStream.of(POSITIVE).map(x -> -x).sorted().toArray();
        show(new double[0], negative);
        fit.league().tick(LawFamily.SEMICIRCLE, true);
        assertThat(drawn()).containsExactly(LawFamily.SEMICIRCLE);
        fit.trims().set(End.BOTTOM, 4);
        settle();
        assertThat(lastRequest().trimBottom()).isEqualTo(4);
        assertThat(fit.curvesProperty().get().get(0).window().lower()).isEqualTo(negative[3]);
        assertThat(fit.failureProperty().get()).contains("no positive eigenvalue");
    }

    @Test
    void anotherMatrixWithoutNegativesLosesIt() {
        show(POSITIVE, ALL);
        fit.league().tick(LawFamily.SEMICIRCLE, true);
        show(POSITIVE, new double[0]);
        assertThat(drawn()).doesNotContain(LawFamily.SEMICIRCLE);
    }
}
