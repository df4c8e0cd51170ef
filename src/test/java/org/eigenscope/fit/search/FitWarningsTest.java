package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.FitWarning.Kind;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings come where the right one is known, and stay away where there is nothing to warn of. */
class FitWarningsTest {
    private static final ParameterSet GAMMA_HELD = ParameterSet.EMPTY.with(GAMMA, 0.5);
    private static final SpectralLaw MP =
            LawFamily.MP.law(GAMMA_HELD.with(SCALE, 1).with(TAU, 0));

    private static double[] drawn(SpectralLaw law, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[n];
        Arrays.setAll(values, i -> law.sample(random));
        return values;
    }

    private static double[] with(double[] values, double more) {
        double[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = more;
        return all;
    }

    private static List<Kind> kinds(FitRequest request) throws Exception {
        return Samples.fit(request).warnings().stream().map(FitWarning::kind).toList();
    }

    /** Seeds of which κ̂ lay at 0.003 with γ on its bound, or anywhere up to 2. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gammaSampleDoesNotExcludeKappaZero(long seed) throws Exception {
        SpectralLaw law = LawFamily.GAMMA_LAW.law(
                ParameterSet.EMPTY.with(SHAPE, 2).with(RATE, 2).with(TAU, 0));

        assertThat(kinds(FitRequest.of(drawn(law, 200, seed), LawFamily.HTMP))).contains(Kind.KAPPA_TO_ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void inverseGammaSampleDoesNotExcludeKappaZero(long seed) throws Exception {
        SpectralLaw law = LawFamily.INVERSE_GAMMA.law(
                ParameterSet.EMPTY.with(SHAPE, 2).with(RATE, 2).with(TAU, 0));
        FitResult fit = Samples.fit(FitRequest.of(drawn(law, 200, seed), LawFamily.INVERSE_HTMP));

        assertThat(fit.warnings()).anySatisfy(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.KAPPA_TO_ZERO);
            assertThat(warning.sentence()).contains("inverse Gamma");
        });
    }

    /** Where κ̂ is finite and far eigenvalues lie beyond the edges that its limit would have. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void marchenkoPasturSampleDoesNotExcludeKappaInfinity(long seed) throws Exception {
        FitRequest request = FitRequest.of(drawn(MP, 150, seed), LawFamily.HTMP).withFixed(GAMMA_HELD);

        assertThat(kinds(request)).contains(Kind.KAPPA_TO_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"14", "15", "17", "33", "50"})
    void finiteEstimateWhoseLimitIsAsLikelySaysSo(long seed) throws Exception {
        FitRequest request =
                FitRequest.of(Samples.htmp(200, 50, 0.5, seed), LawFamily.HTMP).withFixed(GAMMA_HELD);

        assertThat(kinds(request)).contains(Kind.KAPPA_TO_INFINITY);
    }

    @Test
    void kappaOfAThousandEigenvaluesIsKnownToExcludeBothLimits() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            double[] x = Samples.htmp(1000, 2, 0.5, seed);
            assertThat(kinds(FitRequest.of(x, LawFamily.HTMP).withFixed(GAMMA_HELD)))
                    .isSubsetOf(Kind.AT_BOUND);
            assertThat(kinds(FitRequest.of(Samples.inverse(x, 1, 0), LawFamily.INVERSE_HTMP)
                            .withFixed(GAMMA_HELD)))
                    .isSubsetOf(Kind.AT_BOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 13})
    void estimateOnOneEndOfKappaMayLeaveTheOtherOpenToo(long seed) throws Exception {
        assertThat(kinds(FitRequest.of(Samples.htmp(50, 2, 0.5, seed), LawFamily.HTMP)))
                .contains(Kind.KAPPA_TO_ZERO, Kind.KAPPA_TO_INFINITY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Objective.class,
            names = {"KOLMOGOROV_SMIRNOV", "CRAMER_VON_MISES", "LOG_DENSITY", "STIELTJES"})
    void whatTheDataLeaveOpenDoesNotDependOnTheObjective(Objective objective) throws Exception {
        FitRequest request = FitRequest.of(drawn(MP, 150, 2), LawFamily.HTMP)
                .withFixed(GAMMA_HELD)
                .withObjective(objective);

        assertThat(kinds(request)).contains(Kind.KAPPA_TO_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"inverse-htmp, 1e12", "inverse-gamma, 1e12", "htmp, 60"})
    void eigenvalueThatDominatesIsAnOutlier(String id, double dominant) throws Exception {
        LawFamily family = LawFamily.byId(id).orElseThrow();
        double[] values = with(Samples.direct(Samples.htmp(100, 4, 0.5, 7), 1, 0.5), dominant);

        assertThat(kinds(FitRequest.of(values, family))).contains(Kind.OUTLIER);
    }

    @Test
    void trimmedOutlierIsNone() throws Exception {
        double[] values = with(Samples.htmp(100, 4, 0.5, 7), 1e12);
        FitRequest request =
                FitRequest.of(values, LawFamily.HTMP).withFixed(GAMMA_HELD).withTrims(0, 1);

        assertThat(kinds(request)).doesNotContain(Kind.OUTLIER);
    }

    @Test
    void largestOfAHeavyTailedSampleIsNoOutlierOfItsLaw() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            double[] values = Samples.inverse(Samples.htmp(200, 0.1, 0.5, seed), 1, 0);
            FitRequest request = FitRequest.of(values, LawFamily.INVERSE_HTMP).withFixed(GAMMA_HELD);
            assertThat(kinds(request)).doesNotContain(Kind.OUTLIER);
        }
    }

    @Test
    void manyEqualEigenvaluesAreCounted() throws Exception {
        double[] values = new double[120];
        Arrays.setAll(values, i -> 1 + i % 6);
        FitResult fit = Samples.fit(FitRequest.of(values, LawFamily.LOGNORMAL));

        assertThat(fit.warnings()).anySatisfy(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.TIES);
            assertThat(warning.sentence()).startsWith("Only 6 of 120 eigenvalues differ");
        });
    }

    @Test
    void roundingToTwoDigitsIsNoTie() throws Exception {
        double[] values = Arrays.stream(Samples.htmp(200, 1, 0.5, 7))
                .map(v -> new BigDecimal(v).round(new MathContext(2)).doubleValue())
                .toArray();
        assertThat(Arrays.stream(values).distinct().count()).isLessThan(150);

        assertThat(kinds(FitRequest.of(values, LawFamily.HTMP).withFixed(GAMMA_HELD)))
                .doesNotContain(Kind.TIES);
    }

    @Test
    void roundingToTwoDigitsLeavesTheEstimate() throws Exception {
        double[] exact = Samples.htmp(200, 1, 0.5, 7);
        double[] values = Arrays.stream(exact)
                .map(v -> new BigDecimal(v).round(new MathContext(2)).doubleValue())
                .toArray();
        double rounded = Samples.fit(FitRequest.of(values, LawFamily.HTMP).withFixed(GAMMA_HELD.with(TAU, 0)))
                .parameters()
                .get(KAPPA);
        double whole = Samples.fit(FitRequest.of(exact, LawFamily.HTMP).withFixed(GAMMA_HELD.with(TAU, 0)))
                .parameters()
                .get(KAPPA);

        assertThat(rounded / whole).isCloseTo(1, within(0.02));
    }

    @Test
    void eigenvaluesThatWereCountedTwiceAreTies() throws Exception {
        double[] once = Samples.htmp(100, 1, 0.5, 7);
        double[] twice = Arrays.stream(once).flatMap(v -> DoubleStream.of(v, v)).toArray();
        FitResult fit = Samples.fit(FitRequest.of(twice, LawFamily.HTMP).withFixed(GAMMA_HELD));

        assertThat(fit.warnings()).anySatisfy(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.TIES);
            assertThat(warning.sentence()).contains("100 of 200", "surer than it is");
        });
    }

    @Test
    void boundFromBelowKeepsKappaFromZero() throws Exception {
        SpectralLaw law = LawFamily.GAMMA_LAW.law(
                ParameterSet.EMPTY.with(SHAPE, 2).with(RATE, 2).with(TAU, 0));
        FitRequest request = FitRequest.of(drawn(law, 200, 1), LawFamily.HTMP)
                .withConstraints(Constraints.NONE.withBounds(KAPPA, 0.5, 50));

        assertThat(kinds(request)).contains(Kind.AT_BOUND).doesNotContain(Kind.KAPPA_TO_ZERO);
    }
}
