package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Objective;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

class FitServiceTest {
    private static final FitSample SAMPLE =
            FitSample.ofEigenvalues("list", new double[] {-1, 0, 0, 1, 2, 3, 4, 5, 6, 7});

    private static final LawFitter FAILING = (request, progress, cancel) -> {
        throw new NoConvergenceException(
                "Nothing converged for " + request.family().id() + ".");
    };

    @Test
    void failureOfEveryLawIsThatOfTheFirst() {
        assertThatThrownBy(() -> fit(FAILING, LawFamily.MP, LawFamily.HTMP))
                .isInstanceOf(NoConvergenceException.class)
                .hasMessage("Nothing converged for mp.");
    }

    @Test
    void lawThatCannotBeFittedLeavesTheOthersAndASentence() throws Exception {
        FitService.Outcome outcome = fit(
                (request, progress, cancel) ->
                        request.family() == LawFamily.MP ? FAILING.fit(request, progress, cancel) : someFit(),
                LawFamily.MP,
                LawFamily.GAMMA_LAW);
        assertThat(outcome.reports()).hasSize(1);
        assertThat(outcome.failures()).containsExactly("mp: Nothing converged for mp.");
    }

    @Test
    void reportCountsWhatWasLeftOut() throws Exception {
        FitReport report = fit((request, progress, cancel) -> someFit(), LawFamily.GAMMA_LAW)
                .reports()
                .get(0);
        assertThat(report.excluded()).isEqualTo(new FitReport.Excluded(2, 1, 1, 0));
    }

    @Test
    void aspectRatioOfAShapeIsHeldUnlessAStartSetsItFree() {
        Spectrum.Details shape =
                new Spectrum.Details(10, 40, Spectrum.Source.GRAM, Normalization.RAW, 0, "given as they are");
        FitSample layer = new FitSample("layer", Spectrum.of(new double[] {1, 2, 3, 4, 5}, shape));

        assertThat(plan(ParameterSet.EMPTY).holdingShapeOf(layer).values().fixed())
                .isEqualTo(ParameterSet.EMPTY.with(Parameter.GAMMA, 0.25));
        ParameterSet start = ParameterSet.EMPTY.with(Parameter.GAMMA, 0.5);
        assertThat(plan(start).holdingShapeOf(layer).values().fixed()).isEqualTo(ParameterSet.EMPTY);
    }

    @Test
    void aspectRatioOfASymmetricMatrixIsNotHeld() {
        assertThat(plan(ParameterSet.EMPTY).holdingShapeOf(SAMPLE).values().fixed())
                .isEqualTo(ParameterSet.EMPTY);
    }

    private static FitPlan plan(ParameterSet start) {
        return new FitPlan(
                List.of(LawFamily.HTMP),
                new FitPlan.Values(ParameterSet.EMPTY, start),
                Objective.LIKELIHOOD,
                new FitPlan.Trims(0, 0),
                new FitPlan.Bootstrap(0, 1));
    }

    private static FitService.Outcome fit(LawFitter fitter, LawFamily... families) throws Exception {
        FitPlan plan = new FitPlan(
                List.of(families),
                new FitPlan.Values(ParameterSet.EMPTY, ParameterSet.EMPTY),
                Objective.KOLMOGOROV_SMIRNOV,
                new FitPlan.Trims(1, 0),
                new FitPlan.Bootstrap(0, 1));
        return new FitService(fitter).fit(SAMPLE, plan, ProgressListener.NONE, CancelToken.NONE);
    }

    private static FitResult someFit() {
        ParameterSet parameters = ParameterSet.EMPTY
                .with(Parameter.SHAPE, 2)
                .with(Parameter.RATE, 1)
                .with(Parameter.TAU, 0);
        return new FitResult(
                LawFamily.GAMMA_LAW,
                parameters,
                Set.of(),
                Objective.KOLMOGOROV_SMIRNOV,
                6,
                -12,
                0.2,
                List.of(),
                Set.of());
    }
}
