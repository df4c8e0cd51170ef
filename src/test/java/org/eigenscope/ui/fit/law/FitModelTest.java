package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.fit.parameter.WarningPlacement;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

class FitModelTest {
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

    private void drag(Parameter parameter, double... values) {
        fit.parameter(parameter).grab();
        for (double value : values) {
            fit.parameter(parameter).dragToValue(value);
        }
        fit.parameter(parameter).release();
    }

    private double value(Parameter parameter) {
        return fit.parameter(parameter).valueProperty().get();
    }

    private double drawnTau() {
        return fit.curvesProperty().get().get(0).law().supportLower();
    }

    @Test
    void anUnlockedParameterTakesTheFittedValue() {
        showFitted();
        assertThat(value(KAPPA)).isEqualTo(2.0);
    }

    @Test
    void theShapeLocksTheAspectRatio() {
        showFitted();
        assertThat(fit.parameter(GAMMA).lockedProperty().get()).isTrue();
        assertThat(fitter.lastHtmpRequest().fixed().get(GAMMA)).isEqualTo(0.5);
    }

    @Test
    void aSymmetricInputLeavesTheAspectRatioToTheFit() {
        fit.show(SAMPLE, OptionalDouble.empty());
        settle();
        assertThat(value(GAMMA)).isEqualTo(0.4);
        assertThat(fit.parameter(GAMMA).lockedProperty().get()).isFalse();
    }

    @Test
    void theCurveFollowsTheHandBeforeAnyRefit() {
        showFitted();
        fit.parameter(TAU).grab();
        fit.parameter(TAU).dragToValue(0.05);
        assertThat(drawnTau()).isEqualTo(0.05);
    }

    @Test
    void theRefitHoldsWhatTheHandHolds() {
        showFitted();
        drag(KAPPA, 5);
        settle();
        assertThat(fitter.lastHtmpRequest().fixed().get(KAPPA)).isEqualTo(5);
    }

    @Test
    void theRefitStartsFromWhatIsOnScreen() {
        showFitted();
        drag(KAPPA, 5);
        settle();
        assertThat(fitter.lastHtmpRequest().start().get(SCALE)).isEqualTo(1.0);
    }

    @Test
    void theRefitMovesTheOthersAndKeepsTheDraggedValueExactly() {
        showFitted();
        fitter.wouldFind(SCALE, 7.5);
        double dragged = 4.2000000001;
        drag(KAPPA, dragged);
        settle();
        assertThat(value(SCALE)).isEqualTo(7.5);
        assertThat(value(KAPPA)).isEqualTo(dragged);
    }

    @Test
    void aRefitDuringADragWaitsForNoOlderOne() {
        showFitted();
        int before = fitter.htmpRequests().size();
        drag(KAPPA, 3, 4, 5);
        settle();
        assertThat(fitter.htmpRequests().subList(before, fitter.htmpRequests().size()))
                .extracting(request -> request.fixed().get(KAPPA))
                .containsExactly(5.0);
    }

    @Test
    void theDraggedValueStaysByHandAfterTheRelease() {
        showFitted();
        drag(KAPPA, 5);
        settle();
        assertThat(fit.parameter(KAPPA).byHandProperty().get()).isTrue();
    }

    @Test
    void theFittedValueStaysMarkedWhileTheHandIsElsewhere() {
        showFitted();
        drag(KAPPA, 5);
        settle();
        assertThat(fit.parameter(KAPPA).fittedProperty().get()).isEqualTo(2.0);
    }

    @Test
    void refittingEverythingGivesBackWhatWasByHand() {
        showFitted();
        drag(KAPPA, 5);
        settle();
        fit.refitAll();
        settle();
        assertThat(value(KAPPA)).isEqualTo(2.0);
        assertThat(fit.parameter(KAPPA).byHandProperty().get()).isFalse();
    }

    @Test
    void aDoubleClickGivesOneParameterBack() {
        showFitted();
        drag(KAPPA, 5);
        drag(SCALE, 3);
        settle();
        fit.parameter(KAPPA).resetToFitted();
        settle();
        assertThat(value(KAPPA)).isEqualTo(2.0);
        assertThat(value(SCALE)).isEqualTo(3);
    }

    @Test
    void aLockHoldsThroughARefitOfEverything() {
        showFitted();
        fit.parameter(KAPPA).toggleLock();
        fitter.wouldFind(KAPPA, 9);
        fit.refitAll();
        settle();
        assertThat(value(KAPPA)).isEqualTo(2.0);
    }

    @Test
    void unlockingLetsTheFitMoveIt() {
        showFitted();
        fit.parameter(GAMMA).toggleLock();
        settle();
        assertThat(value(GAMMA)).isEqualTo(0.4);
    }

    @Test
    void oneDragIsOneUndoStep() {
        showFitted();
        drag(KAPPA, 3, 4, 5);
        settle();
        fit.undo();
        assertThat(value(KAPPA)).isEqualTo(2.0);
        assertThat(fit.undoableProperty().get()).isFalse();
    }

    @Test
    void undoRestoresWhatTheRefitMoved() {
        showFitted();
        fitter.wouldFind(SCALE, 7.5);
        drag(KAPPA, 5);
        settle();
        fit.undo();
        assertThat(value(SCALE)).isEqualTo(1.0);
    }

    @Test
    void redoBringsTheDragBack() {
        showFitted();
        drag(KAPPA, 5);
        settle();
        fit.undo();
        fit.redo();
        assertThat(value(KAPPA)).isEqualTo(5);
        assertThat(fit.parameter(KAPPA).byHandProperty().get()).isTrue();
    }

    @Test
    void aRefitThatIsStillOnItsWayDoesNotOverwriteAnUndo() {
        showFitted();
        fitter.wouldFind(SCALE, 7.5);
        drag(KAPPA, 5);
        fit.undo();
        settle();
        assertThat(value(SCALE)).isEqualTo(1.0);
    }

    @Test
    void aClickThatMovesNothingIsNoUndoStep() {
        showFitted();
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).release();
        assertThat(fit.undoableProperty().get()).isFalse();
    }

    @Test
    void aFailedRefitSaysWhyAndLeavesTheLastGoodCurve() {
        showFitted();
        fitter.willFail(new NoConvergenceException("Nothing converged."));
        drag(TAU, 0.05);
        settle();
        assertThat(fit.failureProperty().get()).isEqualTo("Nothing converged.");
        assertThat(drawnTau()).isEqualTo(0.05);
    }

    @Test
    void theNextGoodRefitTakesTheMessageAway() {
        fit.show(new double[0], HALF);
        showFitted();
        assertThat(fit.failureProperty().get()).isEmpty();
    }

    @Test
    void aSpectrumWithoutPositiveEigenvaluesSaysSo() {
        fit.show(new double[0], HALF);
        assertThat(fit.failureProperty().get()).isEqualTo("There is no positive eigenvalue to fit a law to.");
    }

    @Test
    void aWarningStandsBesideTheParameterItIsAbout() {
        fitter.willWarn(new FitWarning(FitWarning.Kind.AT_BOUND, "τ is at its bound.", Set.of(TAU)));
        showFitted();
        assertThat(fit.parameter(TAU).warningProperty().get()).isEqualTo("τ is at its bound.");
        assertThat(fit.parameter(KAPPA).warningProperty().get()).isEmpty();
    }

    @Test
    void theLeagueDoesNotFitTheLawOnScreenASecondTime() {
        showFitted();
        assertThat(fitter.htmpRequests())
                .filteredOn(request -> request.family() == LawFamily.INVERSE_HTMP)
                .hasSize(1);
    }

    @Test
    void theLeagueComparesWithoutWhatIsByHand() {
        showFitted();
        drag(KAPPA, 5);
        settle();
        assertThat(fit.league().htmpProperty().get().orElseThrow().parameters().get(KAPPA))
                .isEqualTo(2.0);
    }

    @Test
    void anArrowKeyMovesAHundredthOfTheSlider() {
        showFitted();
        fit.parameter(KAPPA).nudge(1, false);
        assertThat(value(KAPPA))
                .isEqualTo(fit.parameter(KAPPA).scaleProperty().get().moved(2.0, 0.01));
    }

    @Test
    void shiftMovesTenTimesFiner() {
        showFitted();
        fit.parameter(KAPPA).nudge(-1, true);
        assertThat(value(KAPPA))
                .isEqualTo(fit.parameter(KAPPA).scaleProperty().get().moved(2.0, -0.001));
    }

    @Test
    void aTypedValueBeyondTheSliderWidensIt() {
        showFitted();
        fit.parameter(KAPPA).type("5000");
        assertThat(fit.parameter(KAPPA).scaleProperty().get().maximum()).isEqualTo(5000);
    }

    @Test
    void aTypedValueOutsideTheDomainIsRefusedWithASentence() {
        showFitted();
        assertThat(fit.parameter(GAMMA).type("1.5"))
                .isEqualTo("γ = 1.5 is outside its domain; it must be between 1e-4 and 1.");
        assertThat(value(GAMMA)).isEqualTo(0.5);
    }

    @Test
    void whatIsNoNumberIsRefusedWithASentence() {
        showFitted();
        assertThat(fit.parameter(KAPPA).type("two")).contains("“two” is not a number");
    }

    @Test
    void typingWhatIsShownAlreadyDoesNotMakeItByHand() {
        showFitted();
        fit.parameter(KAPPA).type("2.000");
        assertThat(fit.parameter(KAPPA).byHandProperty().get()).isFalse();
    }

    @Test
    void nothingMovesBeforeThereIsASample() {
        fit.parameter(KAPPA).dragTo(0.7);
        fit.refitAll();
        settle();
        assertThat(fit.curvesProperty().get()).isEmpty();
        assertThat(fitter.htmpRequests()).isEmpty();
    }

    @Test
    void anUndoBeforeTheFirstFitHasNothingToRestore() {
        fit.show(SAMPLE, HALF);
        fit.chooseOrientation(Orientation.DIRECT);
        settle();
        fit.undo();
        assertThat(fit.orientationProperty().get()).isEqualTo(Orientation.DIRECT);
    }

    @Test
    void aWarningAboutSeveralParametersStandsBelowThemOnce() {
        FitWarning shared =
                new FitWarning(FitWarning.Kind.NOT_IDENTIFIABLE, "κ and s trade off.", Set.of(KAPPA, SCALE));
        fitter.willWarn(shared);
        showFitted();
        assertThat(fit.parameter(KAPPA).warningProperty().get()).isEmpty();
        assertThat(fit.parameter(SCALE).warningProperty().get()).isEmpty();
        assertThat(WarningPlacement.general(fit.lastFitProperty().get().orElseThrow()))
                .isEqualTo("κ and s trade off.");
    }
}
