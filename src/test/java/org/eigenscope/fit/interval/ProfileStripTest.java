package org.eigenscope.fit.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Map;
import java.util.SplittableRandom;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileStripTest {
    private static final FitRequest REQUEST = FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_HTMP)
            .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5));

    /** Searches stop at a predicted gain of 0.005, and the interpolant adds as much. */
    private static final double DROP_TOLERANCE = 0.03;

    private static Map<Parameter, ProfileStrip> strips() throws Exception {
        return ProfileStrips.of(REQUEST, Samples.fit(REQUEST).parameters(), CancelToken.NONE);
    }

    @Test
    void stripAgreesWithTheProfileSearchedPointByPoint() throws Exception {
        FitResult fit = Samples.fit(REQUEST);
        ProfileLikelihood profile = new ProfileLikelihood(REQUEST, fit, CancelToken.NONE);
        ProfileStrip strip = strips().get(KAPPA);
        double[] kappas = {0.8, 1.2, 1.7, 2.6, 3.9, 6, 10};
        double[] exact = profile.along(KAPPA, kappas);
        for (int i = 0; i < kappas.length; i++) {
            double drop = fit.logLikelihood() - exact[i];
            assertThat(strip.drop(kappas[i]))
                    .as("κ = %s", kappas[i])
                    .isCloseTo(drop, within(DROP_TOLERANCE * (1 + drop)));
        }
    }

    @Test
    void intervalIsThatOfTheProfileLikelihood() throws Exception {
        FitResult fit = Samples.fit(REQUEST);
        Map<Parameter, Interval> exact =
                new ProfileLikelihood(REQUEST, fit, CancelToken.NONE).intervals(ProgressListener.NONE);
        for (Parameter parameter : new Parameter[] {KAPPA, SCALE}) {
            Interval interval = strips().get(parameter).interval();
            assertThat(interval.lower() / exact.get(parameter).lower()).isCloseTo(1, within(0.01));
            assertThat(interval.upper() / exact.get(parameter).upper()).isCloseTo(1, within(0.01));
        }
    }

    @Test
    void heldParameterHasAStripOfItsOwn() throws Exception {
        ProfileStrip strip = strips().get(GAMMA);
        FitResult free = Samples.fit(REQUEST.withFixed(ParameterSet.EMPTY));

        assertThat(strip.maximum()).isCloseTo(free.logLikelihood(), within(DROP_TOLERANCE));
        assertThat(strip.drop(0.5))
                .isCloseTo(free.logLikelihood() - Samples.fit(REQUEST).logLikelihood(), within(DROP_TOLERANCE));
    }

    @Test
    void dropIsZeroAtTheEstimateAndInfiniteWhereTheSampleIsImpossible() throws Exception {
        ProfileStrip strip = strips().get(TAU);

        assertThat(strip.drop(strip.estimate())).isCloseTo(0, within(1e-9));
        assertThat(strip.drop(Samples.reference("inverse")[0] * 1.01)).isInfinite();
        assertThat(strip.drop(-1)).isInfinite();
    }

    @Test
    void stripFollowsTheUnit() throws Exception {
        FitRequest million = REQUEST.withEigenvalues(Samples.direct(Samples.reference("inverse"), 1e6, 0));
        ProfileStrip strip = ProfileStrips.of(million, Samples.fit(million).parameters(), SCALE, CancelToken.NONE);

        assertThat(strip.estimate() / (1e6 * strips().get(SCALE).estimate())).isCloseTo(1, within(1e-3));
        assertThat(strip.interval().upper()
                        / (1e6 * strips().get(SCALE).interval().upper()))
                .isCloseTo(1, within(1e-2));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.95, 10, 0", "0.05, 0.02, 5, 0.02", "200, 0.95, 0.1, 0", "1000, 0.9, 3, 0"})
    void aDistantStartFindsTheSameProfile(double kappa, double gamma, double scale, double tau) throws Exception {
        SpectralLaw law = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(2, 0.17, 1.1, 0.03));
        double[] sample =
                new SplittableRandom(7).doubles(400).map(law::quantile).sorted().toArray();
        FitRequest request = FitRequest.of(sample, LawFamily.INVERSE_HTMP);
        ProfileStrip near = ProfileStrips.of(request, Samples.fit(request).parameters(), GAMMA, CancelToken.NONE);

        ProfileStrip far =
                ProfileStrips.of(request, ParameterSet.ofHtmp(kappa, gamma, scale, tau), GAMMA, CancelToken.NONE);

        assertThat(far.maximum()).isCloseTo(near.maximum(), within(DROP_TOLERANCE));
        assertThat(far.interval().upper() / near.interval().upper()).isCloseTo(1, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0.5, INVERSE_HTMP", "2, HTMP", "50, INVERSE_HTMP"})
    void tenThousandEigenvaluesHaveTheProfileThatIsSearchedWithAllOfThem(double kappa, LawFamily family)
            throws Exception {
        SpectralLaw law = family.law(ParameterSet.ofHtmp(kappa, 0.5, 1.1, 0.03));
        double[] sample = new SplittableRandom(11)
                .doubles(10_000)
                .map(law::quantile)
                .sorted()
                .toArray();
        FitRequest request = FitRequest.of(sample, family).withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5));
        FitResult fit = Samples.fit(request);
        ProfileLikelihood exact = new ProfileLikelihood(request, fit, CancelToken.NONE);

        ProfileStrip strip = ProfileStrips.of(request, fit.parameters(), KAPPA, CancelToken.NONE);

        double[] kappas = {
            strip.interval().lower(), strip.interval().upper(), 0.9 * strip.estimate(), 1.1 * strip.estimate()
        };
        double[] along = exact.along(KAPPA, kappas);
        for (int i = 0; i < kappas.length; i++) {
            double drop = fit.logLikelihood() - along[i];
            assertThat(strip.drop(kappas[i]))
                    .as("κ = %s", kappas[i])
                    .isCloseTo(drop, within(DROP_TOLERANCE * (1 + drop)));
        }
    }
}
