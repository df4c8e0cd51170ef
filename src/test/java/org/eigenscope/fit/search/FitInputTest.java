package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitInputTest {
    private static final double[] FEW = {1, 2, 3, 4, 5, 6, 7, 9};

    private static void assertRefused(FitRequest request, String sentence) {
        assertThatThrownBy(() -> Samples.fit(request))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void fourEigenvaluesAreTooFew() {
        assertRefused(FitRequest.of(new double[] {1, 2, 3, 4}, LawFamily.HTMP), "at least 5 distinct");
    }

    @Test
    void noEigenvaluesAreTooFew() {
        assertRefused(FitRequest.of(new double[0], LawFamily.HTMP), "0 are left");
    }

    @Test
    void equalEigenvaluesHaveNoSpread() {
        double[] equal = new double[50];
        Arrays.fill(equal, 2.5);
        assertRefused(FitRequest.of(equal, LawFamily.GAMMA_LAW), "are equal to 2.5");
    }

    @Test
    void trimsThatLeaveTooFewAreNamed() {
        assertRefused(
                FitRequest.of(FEW, LawFamily.HTMP).withTrims(2, 2), "after trimming 2 at the bottom and 2 at the top");
    }

    @Test
    void hugeTrimsDoNotOverflow() {
        FitRequest request = FitRequest.of(FEW, LawFamily.HTMP).withTrims(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertRefused(request, "0 are left");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void eigenvaluesThatAreNotPositiveAreRefused(double bad) {
        assertRefused(FitRequest.of(new double[] {1, 2, 3, 4, 5, bad}, LawFamily.HTMP), "is not a positive number");
    }

    @Test
    void infiniteEigenvalueIsRefused() {
        double[] values = {1, 2, 3, 4, 5, Double.POSITIVE_INFINITY};
        assertRefused(FitRequest.of(values, LawFamily.HTMP), "is infinite");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1e300, Double.MAX_VALUE})
    void anyPositiveNumberIsAnEigenvalueOfAPositiveLaw(double extreme) throws Exception {
        for (LawFamily family : List.of(LawFamily.HTMP, LawFamily.INVERSE_HTMP, LawFamily.LOGNORMAL)) {
            FitResult fit = Samples.fit(FitRequest.of(new double[] {1, 2, 3, 4, 5, extreme}, family));
            assertThat(fit.logLikelihood()).isFinite();
        }
    }

    /** At γ = 1 the law has mass 1/|ln x| below x, so that draws of 1e-300 are not rare. */
    @ParameterizedTest
    @EnumSource(
            value = LawFamily.class,
            names = {"HTMP", "INVERSE_HTMP"})
    void drawsOfGammaOneAreFitted(LawFamily family) throws Exception {
        ParameterSet truth = ParameterSet.ofHtmp(1, 1, 1, 0);
        double sum = 0;
        double extreme = 1;
        for (int seed = 0; seed < 6; seed++) {
            double[] values = BetaLaguerreSampler.of(family, truth, 200).sample(new SplittableRandom(900 + seed));
            FitRequest request = FitRequest.of(values, family)
                    .withFixed(ParameterSet.EMPTY.with(GAMMA, 1).with(TAU, 0));
            sum += Math.log(Samples.fit(request).parameters().get(KAPPA));
            extreme = Math.min(extreme, Math.min(values[0], 1 / values[199]));
        }
        assertThat(extreme).isLessThan(1e-150);
        // the standard deviation of ln κ̂ is 0.2
        assertThat(sum / 6).isCloseTo(0, within(3 * 0.2 / Math.sqrt(6)));
    }

    @Test
    void heldFloorAboveTheSmallestEigenvalueIsRefused() {
        FitRequest request = FitRequest.of(FEW, LawFamily.HTMP).withFixed(ParameterSet.EMPTY.with(TAU, 1));
        assertRefused(request, "τ is held at 1.0, but the smallest eigenvalue used is 1.0");
    }

    @Test
    void heldParameterOfAnotherLawIsRefused() {
        FitRequest request = FitRequest.of(FEW, LawFamily.GAMMA_LAW).withFixed(ParameterSet.EMPTY.with(KAPPA, 1));
        assertRefused(request, "has no parameter κ");
    }

    @Test
    void heldGammaBelowTheLawsRangeIsRefused() {
        FitRequest request = FitRequest.of(FEW, LawFamily.HTMP).withFixed(ParameterSet.EMPTY.with(GAMMA, 1e-9));
        assertRefused(request, "γ is held at 1.0E-9, but the HTMP law can be computed for values between 1e-4 and 1");
    }

    @Test
    void heldScaleThatAChangeOfUnitWouldLoseIsRefused() {
        double[] large = Arrays.stream(FEW).map(v -> 1e3 * v).toArray();
        FitRequest request = FitRequest.of(large, LawFamily.HTMP).withFixed(ParameterSet.EMPTY.with(SCALE, 1e-300));
        assertRefused(request, "s = 1.0E-300 is too far from the eigenvalues");
    }

    @ParameterizedTest
    @EnumSource(LawFamily.class)
    void startBeyondTheRangeOfASearchIsBroughtBack(LawFamily family) throws Exception {
        ParameterSet start = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            start = parameter == TAU || parameter == KAPPA ? start.with(parameter, 1e5) : start;
        }
        FitRequest request = FitRequest.of(Samples.reference("direct"), family).withStart(start);

        assertThat(Samples.fit(request).logLikelihood()).isFinite();
    }

    @Test
    void fixedPointObjectiveNeedsAFreeKappa() {
        FitRequest request =
                FitRequest.of(Samples.reference("direct"), LawFamily.MP).withObjective(Objective.FIXED_POINT);
        assertRefused(request, "fixed-point iteration estimates κ");
    }

    @ParameterizedTest
    @EnumSource(LawFamily.class)
    void absurdButPositiveSamplesAreFittedOrRefusedWithASentence(LawFamily family) {
        double[] wide = {1e-100, 1e-60, 1e-20, 1, 1e20, 1e60, 1e100};
        double[] tied = {1, 1, 1, 1, 1, 1, 2, 3, 4, 5};
        double[] close = {1, Math.nextUp(1.0), 1 + 1e-15, 1 + 2e-15, 1 + 4e-15, 1 + 1e-14};
        for (double[] values : new double[][] {wide, tied, close}) {
            assertEndsWell(FitRequest.of(values, family));
        }
    }

    private static void assertEndsWell(FitRequest request) {
        try {
            FitResult fit = Samples.fit(request);
            assertThat(fit.parameters().asMap()).hasSameSizeAs(request.family().parameters());
        } catch (Exception e) {
            assertThat(e).isInstanceOf(EigenscopeException.class).message().endsWith(".");
        }
    }

    @Test
    void cancelledFitStopsAtTheNextEvaluation() {
        AtomicInteger polls = new AtomicInteger();
        CancelToken cancelsAtTheTenthPoll = () -> polls.incrementAndGet() >= 10;
        FitRequest request = FitRequest.of(Samples.reference("direct"), LawFamily.HTMP);

        assertThatThrownBy(() -> new SpectralFitter().fit(request, ProgressListener.NONE, cancelsAtTheTenthPoll))
                .isInstanceOf(CancelledException.class);
        assertThat(polls).hasValue(10);
    }

    @ParameterizedTest
    @EnumSource(Objective.class)
    void everyObjectivePollsTheToken(Objective objective) {
        AtomicInteger polls = new AtomicInteger();
        CancelToken late = () -> polls.incrementAndGet() >= 25;
        FitRequest request =
                FitRequest.of(Samples.reference("direct"), LawFamily.HTMP).withObjective(objective);

        assertThatThrownBy(() -> new SpectralFitter().fit(request, ProgressListener.NONE, late))
                .isInstanceOf(CancelledException.class);
        assertThat(polls).hasValue(25);
    }

    @Test
    void smallSamplesWarn() throws Exception {
        FitResult fit = Samples.fit(FitRequest.of(FEW, LawFamily.GAMMA_LAW));
        assertThat(fit.warnings()).extracting(FitWarning::kind).contains(FitWarning.Kind.SMALL_SAMPLE);
    }

    @Test
    void wishartSpectraWarnThatKappaIsUnboundedAbove() throws Exception {
        double[] values = Samples.htmp(150, 1500, 0.5, 12);
        FitRequest request = FitRequest.of(values, LawFamily.HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0));
        assertThat(Samples.fit(request).warnings())
                .extracting(FitWarning::kind)
                .contains(FitWarning.Kind.KAPPA_TO_INFINITY);
    }

    @Test
    void gammaSamplesWarnThatKappaMayBeZero() throws Exception {
        double[] values = new double[300];
        for (int i = 0; i < values.length; i++) {
            values[i] = LawFamily.GAMMA_LAW
                    .law(ParameterSet.EMPTY.with(Parameter.SHAPE, 2).with(Parameter.RATE, 2))
                    .quantile((i + 0.5) / values.length);
        }
        FitRequest request = FitRequest.of(values, LawFamily.HTMP).withFixed(ParameterSet.EMPTY.with(TAU, 0));
        assertThat(Samples.fit(request).warnings())
                .extracting(FitWarning::kind)
                .contains(FitWarning.Kind.KAPPA_TO_ZERO);
    }

    @Test
    void freeKappaAndGammaOfASmallSampleAreNotIdentifiable() throws Exception {
        FitResult fit = Samples.fit(FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_HTMP));
        assertThat(fit.warnings())
                .filteredOn(warning -> warning.about().contains(KAPPA))
                .isNotEmpty();
    }

    @Test
    void floorAtZeroIsReportedBesideTau() throws Exception {
        double[] values = Samples.htmp(150, 3, 0.5, 12);
        FitRequest request = FitRequest.of(values, LawFamily.INVERSE_GAMMA);
        assertThat(Samples.fit(request).warnings())
                .anyMatch(warning -> warning.kind() == FitWarning.Kind.AT_BOUND
                        && warning.about().equals(Set.of(TAU)));
    }

    @Test
    void heldScaleIsNotCountedAsFree() throws Exception {
        FitRequest request = FitRequest.of(FEW, LawFamily.HTMP)
                .withFixed(ParameterSet.EMPTY.with(SCALE, 2).with(TAU, 0));
        assertThat(Samples.fit(request).freeParameters()).isEqualTo(2);
    }
}
