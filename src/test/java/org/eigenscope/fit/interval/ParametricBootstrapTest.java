package org.eigenscope.fit.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParametricBootstrapTest {
    private static final FitRequest REQUEST = FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_HTMP)
            .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0));

    private static BootstrapResult run(FitRequest request, int replicates) throws Exception {
        return new ParametricBootstrap(new SpectralFitter())
                .run(request, Samples.fit(request), replicates, 11, ProgressListener.NONE, CancelToken.NONE);
    }

    private static void assertSame(BootstrapResult one, BootstrapResult other) {
        assertThat(one.draws()).isEqualTo(other.draws());
        assertThat(one.intervals()).isEqualTo(other.intervals());
        assertThat(one.kolmogorovSmirnovP()).isEqualTo(other.kolmogorovSmirnovP());
    }

    @ParameterizedTest
    @EnumSource(
            value = Objective.class,
            names = {"LIKELIHOOD", "CRAMER_VON_MISES"})
    void intervalsOfHigherLevelsHoldThoseOfLowerOnes(Objective objective) throws Exception {
        BootstrapResult result = run(REQUEST.withObjective(objective), 30);
        Interval narrow = result.intervals(0.5).get(KAPPA);
        Interval wide = result.intervals(0.9).get(KAPPA);

        assertThat(wide.lower()).isLessThan(narrow.lower());
        assertThat(wide.upper()).isGreaterThan(narrow.upper());
    }

    @Test
    void intervalHoldsTheTruthThatMadeTheSample() throws Exception {
        BootstrapResult result = run(REQUEST, 40);

        assertThat(result.intervals().get(KAPPA).contains(3)).isTrue();
        assertThat(result.intervals()).containsOnlyKeys(KAPPA, SCALE);
    }

    @Test
    void trueLawIsNotRejected() throws Exception {
        assertThat(run(REQUEST, 40).kolmogorovSmirnovP()).isGreaterThan(0.05);
    }

    @Test
    void wrongLawIsRejected() throws Exception {
        FitRequest wrong = FitRequest.of(Samples.reference("inverse"), LawFamily.GAMMA_LAW)
                .withFixed(ParameterSet.EMPTY.with(TAU, 0));
        assertThat(run(wrong, 60).kolmogorovSmirnovP()).isLessThan(0.05);
    }

    @Test
    void sameSeedGivesTheSameAnswer() throws Exception {
        assertSame(run(REQUEST, 5), run(REQUEST, 5));
    }

    @Test
    void independentLawsDrawFromTheirOwnLaw() throws Exception {
        FitRequest request = FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_GAMMA)
                .withFixed(ParameterSet.EMPTY.with(TAU, 0));
        Interval shape = run(request, 40).intervals().get(SHAPE);

        assertThat(shape.contains(Samples.fit(request).parameters().get(SHAPE))).isTrue();
    }

    @Test
    void drawsThatCannotBeRefittedAreCounted() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        LawFitter failsEverySecond = (request, progress, cancel) -> {
            if (calls.incrementAndGet() % 2 == 0) {
                throw new BadInputException("No.");
            }
            return new SpectralFitter().fit(request, progress, cancel);
        };
        BootstrapResult result = new ParametricBootstrap(failsEverySecond)
                .run(REQUEST, Samples.fit(REQUEST), 6, 1, ProgressListener.NONE, CancelToken.NONE);

        assertThat(result.failures()).isEqualTo(3);
        assertThat(result.replicates()).isEqualTo(3);
    }

    @Test
    void bootstrapWithoutASingleRefitDoesNotConverge() throws Exception {
        LawFitter fails = (request, progress, cancel) -> {
            throw new BadInputException("No.");
        };
        FitResult fit = Samples.fit(REQUEST);
        assertThatThrownBy(() ->
                        new ParametricBootstrap(fails).run(REQUEST, fit, 3, 1, ProgressListener.NONE, CancelToken.NONE))
                .isInstanceOf(NoConvergenceException.class);
    }

    @Test
    void noReplicatesAreRefused() throws Exception {
        assertThatThrownBy(() -> run(REQUEST, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not 0");
    }

    @Test
    void cancelledBootstrapStops() throws Exception {
        FitResult fit = Samples.fit(REQUEST);
        assertThatThrownBy(() -> new ParametricBootstrap(new SpectralFitter())
                        .run(REQUEST, fit, 1000, 1, ProgressListener.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void helpersDoNotChangeTheAnswer() throws Exception {
        FitResult fit = Samples.fit(REQUEST);
        ExecutorService helpers = Executors.newFixedThreadPool(3);
        try {
            BootstrapResult together = new ParametricBootstrap(new SpectralFitter(), helpers)
                    .run(REQUEST, fit, 9, 11, ProgressListener.NONE, CancelToken.NONE);
            assertSame(together, run(REQUEST, 9));
        } finally {
            helpers.shutdownNow();
        }
    }

    @Test
    void repulsionMakesTheProfileIntervalOfKappaTooWide() throws Exception {
        double[] values = Samples.inverse(Samples.htmp(300, 8, 0.5, 4), 1, 0);
        FitRequest request = FitRequest.of(values, LawFamily.INVERSE_HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0));
        BootstrapResult result = run(request, 200);

        assertThat(result.levels().get(KAPPA)).isLessThan(1.96);
        Interval naive = ProfileStrips.of(request, Samples.fit(request).parameters(), KAPPA, CancelToken.NONE)
                .interval();
        assertThat(result.intervals().get(KAPPA).lower()).isGreaterThan(naive.lower());
        assertThat(result.intervals().get(KAPPA).upper()).isLessThan(naive.upper());
    }

    @Test
    void distanceFitsHavePercentileIntervals() throws Exception {
        BootstrapResult result = run(REQUEST.withObjective(Objective.CRAMER_VON_MISES), 5);

        assertThat(result.levels()).isEmpty();
        assertThat(result.intervals().get(KAPPA).method()).isEqualTo(Interval.Method.BOOTSTRAP_PERCENTILE);
    }
}
