package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

/** What happens to a fit when other eigenvalues, or the same in other units, come under it. */
class FitSampleTest {
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

    private void drag(Parameter parameter, double value) {
        fit.parameter(parameter).grab();
        fit.parameter(parameter).dragToValue(value);
        fit.parameter(parameter).release();
    }

    private double value(Parameter parameter) {
        return fit.parameter(parameter).valueProperty().get();
    }

    @Test
    void aTrimIsFittedAndCompared() {
        showFitted();
        fit.trims().set(TrimModel.End.BOTTOM, 3);
        settle();
        assertThat(fitter.lastHtmpRequest().trimBottom()).isEqualTo(3);
        assertThat(fit.league().rowsProperty().get()).hasSize(9);
    }

    @Test
    void undoTakesATrimBack() {
        showFitted();
        fit.trims().set(TrimModel.End.TOP, 4);
        settle();
        fit.undo();
        settle();
        assertThat(fit.trims().trimsProperty().get().top()).isZero();
        assertThat(fitter.lastHtmpRequest().trimTop()).isZero();
    }

    @Test
    void theFloorReachesUpToTheSmallestEigenvalueUsed() {
        showFitted();
        fit.trims().set(TrimModel.End.BOTTOM, 5);
        assertThat(fit.parameter(TAU).scaleProperty().get().maximum()).isBetween(0.9999 * SAMPLE[5], SAMPLE[5]);
    }

    @Test
    void theLogLikelihoodOfATrimmedSampleIsNormalisedOnItsWindow() {
        showFitted();
        fit.trims().set(TrimModel.End.BOTTOM, 5);
        LawCurve htmp = fit.curvesProperty().get().get(0);
        double mass = htmp.law().survival(SAMPLE[4]);
        double expected = Arrays.stream(SAMPLE, 5, SAMPLE.length)
                .map(x -> htmp.law().logDensity(x) - Math.log(mass))
                .sum();
        assertThat(fit.derivedProperty().get().orElseThrow().logLikelihood()).isCloseTo(expected, within(1e-9));
        assertThat(htmp.weight()).isCloseTo(25 / 30.0 / mass, within(1e-12));
    }

    private static final double[] LATER = Arrays.stream(SAMPLE).map(x -> x * x).toArray();

    @Test
    void aLaterStateOfTheMatrixKeepsWhatIsByHandAndFitsTheRest() {
        showFitted();
        drag(KAPPA, 3.5);
        settle();
        fit.showLater(LATER, HALF);
        assertThat(value(KAPPA)).isEqualTo(3.5);
        settle();
        assertThat(value(KAPPA)).isEqualTo(3.5);
        assertThat(fitter.lastHtmpRequest().eigenvalues()).isEqualTo(LATER);
    }

    @Test
    void aLaterStateKeepsTheTrims() {
        showFitted();
        fit.trims().set(TrimModel.End.BOTTOM, 3);
        settle();
        fit.showLater(LATER, HALF);
        settle();
        assertThat(fit.trims().trimsProperty().get().bottom()).isEqualTo(3);
    }

    @Test
    void aLaterStateOfWhatNobodyTouchedIsFittedAnew() {
        showFitted();
        fit.showLater(LATER, HALF);
        settle();
        assertThat(fit.parameter(KAPPA).byHandProperty().get()).isFalse();
        assertThat(fitter.lastHtmpRequest().start().asMap()).isEmpty();
    }

    @Test
    void aFloorAboveTheLaterEigenvaluesIsNotKept() {
        showFitted();
        drag(TAU, 0.09);
        settle();
        fit.showLater(LATER, HALF);
        settle();
        assertThat(fit.parameter(TAU).byHandProperty().get()).isFalse();
    }

    @Test
    void otherUnitsKeepLocksAndWhatIsByHand() {
        showFitted();
        drag(SCALE, 3);
        fit.parameter(KAPPA).toggleLock();
        settle();
        fit.showAgain(tenfold(), HALF);
        settle();
        assertThat(value(SCALE)).isEqualTo(30);
        assertThat(fit.parameter(SCALE).byHandProperty().get()).isTrue();
        assertThat(fit.parameter(KAPPA).lockedProperty().get()).isTrue();
        assertThat(fitter.htmpRequests()).anyMatch(request -> request.fixed().getOrDefault(SCALE, 0) == 30);
    }

    @Test
    void undoGoesBackThroughAChangeOfUnits() {
        showFitted();
        drag(SCALE, 3);
        settle();
        fit.showAgain(tenfold(), HALF);
        fit.undo();
        assertThat(value(SCALE)).isEqualTo(10);
    }

    @Test
    void theSameMatrixWithOtherEigenvaluesStartsOver() {
        showFitted();
        drag(SCALE, 3);
        settle();
        double[] others = SAMPLE.clone();
        others[0] /= 2;
        fit.showAgain(others, HALF);
        settle();
        assertThat(fit.parameter(SCALE).byHandProperty().get()).isFalse();
    }

    @Test
    void aLawOverATrimmedSpectrumMeetsTheEigenvaluesAtTheEndsOfTheWindow() {
        showFitted();
        fit.trims().set(TrimModel.End.BOTTOM, 5);
        fit.trims().set(TrimModel.End.TOP, 2);
        LawCurve htmp = fit.curvesProperty().get().get(0);
        assertThat(htmp.cumulative(SAMPLE[4])).isCloseTo(5 / 30.0, within(1e-12));
        assertThat(htmp.cumulative(SAMPLE[28])).isCloseTo(28 / 30.0, within(1e-12));
        assertThat(htmp.survival(SAMPLE[28])).isCloseTo(2 / 30.0, within(1e-12));
    }

    private static double[] tenfold() {
        return Arrays.stream(SAMPLE).map(x -> 10 * x).toArray();
    }
}
