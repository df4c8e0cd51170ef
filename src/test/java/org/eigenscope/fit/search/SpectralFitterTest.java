package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.List;
import java.util.Random;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.Units;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpectralFitterTest {
    private static final double HALF = 0.5;
    /** Both searches stop within 1e-3 standard errors of the maximum; ln κ has one of about 0.4 at n = 120. */
    private static final double REFERENCE_TOLERANCE = 1e-3;

    private static final double LIKELIHOOD_TOLERANCE = 1e-5;
    /** Three standard errors of ln κ̂ at n = 300: over 40 seeds they were 0.07 to 0.16, with a bias up to 0.1. */
    private static final double KAPPA_TOLERANCE = 0.5;

    private static final ParameterSet GAMMA_HELD = ParameterSet.EMPTY.with(GAMMA, HALF);
    private static final ParameterSet NO_FLOOR = GAMMA_HELD.with(TAU, 0);

    static List<String> referenceFits() {
        return Samples.lines("reference_fits.csv");
    }

    @ParameterizedTest
    @MethodSource("referenceFits")
    void agreesWithTheIndependentReferenceFits(String line) throws Exception {
        String[] cells = line.split(",", -1);
        ParameterSet fixed = Boolean.parseBoolean(cells[5]) ? NO_FLOOR : GAMMA_HELD;
        LawFamily family = LawFamily.byId(cells[1]).orElseThrow();
        FitResult fit = Samples.fit(FitRequest.of(Samples.reference(cells[0]), family)
                .withFixed(fixed)
                .withTrims(Integer.parseInt(cells[3]), Integer.parseInt(cells[4])));

        assertThat(fit.logLikelihood()).isCloseTo(Double.parseDouble(cells[9]), within(LIKELIHOOD_TOLERANCE));
        assertThat(fit.parameters().get(KAPPA) / Double.parseDouble(cells[6]))
                .isCloseTo(1, within(REFERENCE_TOLERANCE));
        assertThat(fit.parameters().get(SCALE) / Double.parseDouble(cells[7]))
                .isCloseTo(1, within(REFERENCE_TOLERANCE));
        assertThat(fit.parameters().get(TAU)).isCloseTo(Double.parseDouble(cells[8]), within(REFERENCE_TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "2, 0.5", "4, 0.3", "10, 0.8", "3, 0.95"})
    void recoversKappaOfDirectFiniteSamples(double kappa, double gamma) throws Exception {
        double[] values = Samples.direct(Samples.htmp(300, kappa, gamma, 17), 2.5, 0);
        FitRequest request = FitRequest.of(values, LawFamily.HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, gamma).with(TAU, 0));

        assertThat(Math.log(Samples.fit(request).parameters().get(KAPPA) / kappa))
                .isBetween(-KAPPA_TOLERANCE, KAPPA_TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "2, 0.5", "4, 0.3", "10, 0.8"})
    void recoversKappaOfInverseFiniteSamples(double kappa, double gamma) throws Exception {
        double[] values = Samples.inverse(Samples.htmp(300, kappa, gamma, 23), 0.7, 0);
        FitRequest request = FitRequest.of(values, LawFamily.INVERSE_HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, gamma).with(TAU, 0));

        assertThat(Math.log(Samples.fit(request).parameters().get(KAPPA) / kappa))
                .isBetween(-KAPPA_TOLERANCE, KAPPA_TOLERANCE);
    }

    @Test
    void recoversTheFloorOfAnInverseSample() throws Exception {
        double[] values = Samples.inverse(Samples.htmp(300, 3, HALF, 5), 1, 2);
        FitResult fit =
                Samples.fit(FitRequest.of(values, LawFamily.INVERSE_HTMP).withFixed(GAMMA_HELD));

        assertThat(fit.parameters().get(TAU)).isCloseTo(2, within(0.15));
    }

    @Test
    void recoversGammaLawShapeAndRate() throws Exception {
        FitResult fit = Samples.fit(
                FitRequest.of(gammaQuantiles(3, 2), LawFamily.GAMMA_LAW).withFixed(ParameterSet.EMPTY.with(TAU, 0)));

        assertThat(fit.parameters().get(SHAPE)).isCloseTo(3, within(0.05));
        assertThat(fit.parameters().get(RATE)).isCloseTo(2, within(0.05));
    }

    /** 2000 equally spaced quantiles of Gamma(shape, rate): a sample without noise. */
    private static double[] gammaQuantiles(double shape, double rate) {
        double[] values = new double[2000];
        for (int i = 0; i < values.length; i++) {
            values[i] = LawFamily.GAMMA_LAW
                    .law(ParameterSet.EMPTY.with(SHAPE, shape).with(RATE, rate))
                    .quantile((i + 0.5) / values.length);
        }
        return values;
    }

    @Test
    void heldParametersAreKeptToTheLastBit() throws Exception {
        ParameterSet held = GAMMA_HELD.with(KAPPA, 2.0 / 3).with(SCALE, 1e5 / 3).with(TAU, 1.0 / 3);
        double[] values = Samples.direct(Samples.htmp(60, 1, HALF, 3), 3e4, 10);

        assertThat(Samples.fit(FitRequest.of(values, LawFamily.HTMP).withFixed(held))
                        .parameters())
                .isEqualTo(held);
    }

    @ParameterizedTest
    @EnumSource(LawFamily.class)
    void multiplyingEigenvaluesByFourMultipliesScaleAndFloorExactly(LawFamily family) throws Exception {
        double[] values = Samples.inverse(Samples.htmp(80, 2, HALF, 9), 1.7, 0.4);
        FitResult one = Samples.fit(FitRequest.of(values, family).withFixed(ownGamma(family)));
        FitResult four =
                Samples.fit(FitRequest.of(Samples.direct(values, 4, 0), family).withFixed(ownGamma(family)));

        assertThat(four.parameters()).isEqualTo(Units.scaled(one.parameters(), family, 4));
        assertThat(four.logLikelihood()).isCloseTo(one.logLikelihood() - 80 * Math.log(4), within(1e-9));
    }

    private static ParameterSet ownGamma(LawFamily family) {
        return family.parameters().contains(GAMMA) ? GAMMA_HELD : ParameterSet.EMPTY;
    }

    @Test
    void kappaDoesNotDependOnTheUnit() throws Exception {
        double[] values = Samples.reference("inverse");
        FitRequest request = FitRequest.of(values, LawFamily.INVERSE_HTMP).withFixed(GAMMA_HELD);
        FitRequest scaled = FitRequest.of(Samples.direct(values, 3.7e-9, 0), LawFamily.INVERSE_HTMP)
                .withFixed(GAMMA_HELD);
        double kappa = Samples.fit(request).parameters().get(KAPPA);

        assertThat(Samples.fit(scaled).parameters().get(KAPPA) / kappa).isCloseTo(1, within(REFERENCE_TOLERANCE));
    }

    @Test
    void orderOfEigenvaluesDoesNotMatter() throws Exception {
        double[] values = Samples.reference("direct");

        assertThat(Samples.fit(FitRequest.of(Samples.shuffled(values, 4), LawFamily.HTMP)))
                .isEqualTo(Samples.fit(FitRequest.of(values, LawFamily.HTMP)));
    }

    @Test
    void trimmedSampleStillTellsKappa() throws Exception {
        double[] values = inverseHtmpQuantiles(600);
        FitRequest trimmed = FitRequest.of(values, LawFamily.INVERSE_HTMP)
                .withFixed(NO_FLOOR)
                .withTrims(30, 60);

        FitResult fit = Samples.fit(trimmed);

        assertThat(fit.sampleSize()).isEqualTo(510);
        assertThat(Math.log(fit.parameters().get(KAPPA) / 2)).isBetween(-0.2, 0.2);
    }

    /** Equally spaced quantiles of inverse HTMP at κ = 2, γ = 0.5, s = 1.5. */
    private static double[] inverseHtmpQuantiles(int n) {
        SpectralLaw law = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(2, HALF, 1.5, 0));
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = law.quantile((i + 0.5) / n);
        }
        return values;
    }

    @Test
    void trimmingWithoutRenormalisingWouldBeSeen() throws Exception {
        double[] values = gammaQuantiles(3, 2);
        FitRequest trimmed = FitRequest.of(values, LawFamily.GAMMA_LAW)
                .withFixed(ParameterSet.EMPTY.with(TAU, 0))
                .withTrims(100, 400);

        assertThat(Samples.fit(trimmed).parameters().get(SHAPE)).isCloseTo(3, within(0.1));
    }

    @Test
    void warmRefitFindsTheSameMaximum() throws Exception {
        FitRequest request = FitRequest.of(Samples.reference("inverse"), LawFamily.INVERSE_HTMP)
                .withFixed(GAMMA_HELD);
        FitResult cold = Samples.fit(request);
        FitResult warm = Samples.fit(request.withStart(ParameterSet.ofHtmp(1, HALF, 2, 0)));

        assertThat(warm.logLikelihood()).isCloseTo(cold.logLikelihood(), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(value = Objective.class, names = "LIKELIHOOD", mode = EnumSource.Mode.EXCLUDE)
    void everyOtherObjectiveFindsKappaOfAPureSample(Objective objective) throws Exception {
        double[] values = inverseHtmpQuantiles(400);
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.INVERSE_HTMP)
                .withFixed(NO_FLOOR)
                .withObjective(objective));

        assertThat(Math.log(fit.parameters().get(KAPPA) / 2)).isBetween(-0.15, 0.15);
        assertThat(Math.log(fit.parameters().get(SCALE) / 1.5)).isBetween(-0.05, 0.05);
    }

    @Test
    void marchenkoPasturStaysFiniteWhenNoMemberCoversTheSample() throws Exception {
        double[] values = Samples.inverse(Samples.htmp(200, 1, HALF, 2), 1, 0);
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.MP).withFixed(GAMMA_HELD));

        assertThat(fit.logLikelihood()).isFinite();
        assertThat(fit.warnings()).extracting(FitWarning::kind).contains(FitWarning.Kind.OUTSIDE_SUPPORT);
    }

    @Test
    void marchenkoPasturFindsTheScaleOfAWishartSpectrum() throws Exception {
        double[] values = Samples.direct(Samples.htmp(200, 200, HALF, 2), 3, 0);
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.MP).withFixed(NO_FLOOR));

        assertThat(fit.parameters().get(SCALE)).isCloseTo(3, within(0.05));
    }

    @Test
    void unboundedLikelihoodAtTheFloorStaysFinite() throws Exception {
        double[] values = new double[200];
        Random random = new Random(8);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + Math.pow(random.nextDouble(), 4);
        }
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.GAMMA_LAW));

        assertThat(fit.logLikelihood()).isFinite();
        assertThat(fit.parameters().get(TAU)).isLessThan(values[0] + 1).isCloseTo(1, within(0.01));
    }
}
