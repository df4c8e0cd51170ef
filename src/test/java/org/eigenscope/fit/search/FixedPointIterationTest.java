package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.FixedPointTrace.Remainder;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.search.FixedPointIteration.Settings;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FixedPointIterationTest {
    private static final Remainder NOTHING_LEFT = new Remainder(0, 0, 0);

    private static FixedPointTrace run(FitRequest request, int seeds, long seed) throws Exception {
        return FixedPointIteration.run(request, new Settings(seeds, seed), ProgressListener.NONE, CancelToken.NONE);
    }

    private static FitRequest holding(double[] values, LawFamily family, double gamma) {
        return FitRequest.of(values, family).withFixed(ParameterSet.EMPTY.with(GAMMA, gamma));
    }

    /** A trained layer; an infinite density at the floor, where τ̂ sits; a floor of the inverse law; τ̂ between 0 and its bound. */
    static Stream<Arguments> spectra() {
        return Stream.of(
                Arguments.of("trained", holding(Samples.reference("digits"), LawFamily.INVERSE_HTMP, 0.5)),
                Arguments.of("sharp floor", holding(direct(0.3, 0.5, 3, 0.1), LawFamily.HTMP, 0.5)),
                Arguments.of("inverse", holding(Samples.reference("inverse"), LawFamily.INVERSE_HTMP, 0.5)),
                Arguments.of("soft floor", holding(direct(2, 0.3, 5, 0), LawFamily.HTMP, 0.3)));
    }

    private static double[] direct(double kappa, double gamma, long seed, double tau) {
        return Samples.direct(Samples.drawn(150, kappa, gamma, seed), 1, tau);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spectra")
    void iterationWithFreeFloorEndsWhereTheLikelihoodIsHighest(String name, FitRequest request) throws Exception {
        FitResult likely = Samples.fit(request);
        double kappa = likely.parameters().get(KAPPA);
        FixedPointTrace trace = run(request, 3, 7);

        assertThat(trace.settled()).isTrue();
        assertThat(trace.kappa()).isCloseTo(kappa, within(Math.max(3 * trace.standardError(), 0.02 * kappa)));
    }

    /** One of these eight paths meets the bound of τ and stays there at κ = 2.9 unless it begins again. */
    @Test
    void pathThatStaysAtTheFloorsBoundBeginsAgain() throws Exception {
        FitRequest request = holding(Samples.reference("floor"), LawFamily.INVERSE_HTMP, 0.5);
        double kappa = Samples.fit(request).parameters().get(KAPPA);
        FixedPointTrace trace = run(request, 8, 1);

        assertThat(trace.settled()).isTrue();
        assertThat(trace.kappa()).isCloseTo(kappa, within(0.02 * kappa));
    }

    @Test
    void numberOfPathsAndTheirRandomNumbersAreSettings() throws Exception {
        FitRequest request = holding(Samples.reference("inverse"), LawFamily.INVERSE_HTMP, 0.5);
        FixedPointTrace trace = run(request, 2, 7);

        assertThat(trace.kappaPaths()).hasSize(2);
        assertThat(run(request, 2, 7).estimates()).isEqualTo(trace.estimates());
        assertThat(run(request, 2, 8).estimates()).isNotEqualTo(trace.estimates());
    }

    @Test
    void singlePathIsRefusedBecauseItHasNothingToAgreeWith() {
        assertThatThrownBy(() -> new Settings(1, 1)).hasMessageContaining("seeds = 1");
    }

    private static FixedPointTrace trace(Remainder remainder, double... kappas) {
        return FixedPointTrace.of(
                List.of(), DoubleStream.of(kappas).map(Math::log).toArray(), remainder);
    }

    @Test
    void agreeingSeedsAtAStationaryPointHaveSettled() {
        assertThat(trace(NOTHING_LEFT, 1.8, 1.81, 1.79).settled()).isTrue();
    }

    @Test
    void oneSeedFarFromTheOthersHasNotSettled() {
        assertThat(trace(NOTHING_LEFT, 1.8, 1.8, 1.8, 1.8, 1.8, 1.8, 1.8, 772).settled())
                .isFalse();
    }

    @Test
    void scoreThatPromisesMoreHasNotSettled() {
        assertThat(trace(new Remainder(0.2, 0.5, 0), 1.8, 1.81, 1.79).settled()).isFalse();
    }

    @Test
    void lowerLikelihoodThanAClimbReachesHasNotSettled() {
        assertThat(trace(new Remainder(0, 0, 35), 4.2, 4.2, 4.2).settled()).isFalse();
    }

    @Test
    void errorCoversTheStepThatTheScoreStillAsksFor() {
        assertThat(trace(new Remainder(0.05, 0, 0), 2, 2, 2).standardError()).isCloseTo(0.1, within(1e-9));
    }
}
