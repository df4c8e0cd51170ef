package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning.Kind;
import org.eigenscope.fit.Samples;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MisfitTest {
    private static final ParameterSet HELD = ParameterSet.EMPTY.with(GAMMA, 0.5);

    private static FitRequest request(double[] values, LawFamily family) {
        return FitRequest.of(values, family).withFixed(HELD);
    }

    private static boolean warns(FitResult fit) {
        return fit.warnings().stream().anyMatch(warning -> warning.kind() == Kind.MISFIT);
    }

    private static double[] with(double[] values, double... more) {
        return DoubleStream.concat(Arrays.stream(values), Arrays.stream(more)).toArray();
    }

    private static double[] uniform(int n, double from, double to) {
        SplittableRandom random = new SplittableRandom(3);
        return random.doubles(n, from, to).toArray();
    }

    /** What HTMP and its inverse are not. */
    static Stream<Arguments> others() {
        double[] bulk = Samples.drawn(200, 2, 0.5, 1);
        double[] second = Samples.direct(Samples.drawn(150, 20, 0.5, 2), 30, 0);
        return Stream.of(
                Arguments.of(LawFamily.HTMP, "5 % far above", with(bulk, uniform(10, 60, 90))),
                Arguments.of(LawFamily.HTMP, "two bulks", with(Samples.drawn(150, 2, 0.5, 4), second)),
                Arguments.of(LawFamily.HTMP, "uniform", uniform(200, 1, 2)),
                Arguments.of(LawFamily.INVERSE_HTMP, "Marchenko–Pastur", Samples.drawn(150, 150, 0.5, 5)),
                Arguments.of(LawFamily.MP, "uniform", uniform(200, 1, 2)),
                Arguments.of(LawFamily.LOGNORMAL, "two bulks", with(Samples.drawn(150, 2, 0.5, 4), second)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("others")
    void spectrumThatIsNotTheLawsIsAMisfit(LawFamily family, String what, double[] values) throws Exception {
        FitRequest request = family == LawFamily.LOGNORMAL ? FitRequest.of(values, family) : request(values, family);
        FitResult fit = Samples.fit(request);

        assertThat(warns(fit)).isTrue();
        assertThat(Misfit.of(request, fit).isPresent()).isTrue();
    }

    /** 0.14 % of such spectra pass the threshold: of these 48 all stay below with a probability of 93 %. */
    @ParameterizedTest
    @CsvSource({"0.2", "2", "8", "20", "80", "160"})
    void spectrumOfTheLawIsNone(double kappa) throws Exception {
        for (long seed = 0; seed < 4; seed++) {
            double[] x = Samples.htmp(80, kappa, 0.5, seed);
            assertThat(warns(Samples.fit(request(x, LawFamily.HTMP)))).isFalse();
            assertThat(warns(Samples.fit(request(Samples.inverse(x, 1, 0.02), LawFamily.INVERSE_HTMP))))
                    .isFalse();
        }
    }

    @Test
    void eigenvaluesOutsideABoundedSupportAreNotCountedTwice() throws Exception {
        double[] values = with(Samples.htmp(200, 200, 0.5, 1), uniform(20, 20, 60));
        FitResult fit = Samples.fit(request(values, LawFamily.MP));

        assertThat(warns(fit)).isFalse();
        assertThat(fit.warnings()).anyMatch(warning -> warning.kind() == Kind.OUTSIDE_SUPPORT);
    }

    @Test
    void sentenceSaysHowFarAndWhere() throws Exception {
        FitRequest request = request(uniform(200, 1000, 2000), LawFamily.HTMP);
        FitResult fit = Samples.fit(request);
        Misfit misfit = Misfit.of(request, fit);
        double law = fit.law().cumulative(misfit.where());

        assertThat(misfit.where()).isBetween(1000.0, 2000.0);
        assertThat(misfit.expected()).isCloseTo(law, within(1e-9));
        assertThat(Math.abs(misfit.counted() - law)).isCloseTo(fit.kolmogorovSmirnov(), within(1e-9));
        assertThat(fit.warnings().get(0).sentence())
                .contains(String.format("√n·D = %.2f, more than %.2f", misfit.scaled(), misfit.threshold()))
                .contains(String.format("λ = %.3g", misfit.where()));
    }

    @Test
    void limitsOfKappaAreSaidUnderTheConditionThatTheLawHolds() throws Exception {
        assertThat(Samples.fit(request(uniform(200, 1, 2), LawFamily.HTMP)).warnings())
                .filteredOn(warning -> warning.kind() == Kind.KAPPA_TO_INFINITY)
                .allSatisfy(warning -> assertThat(warning.sentence()).startsWith("If the law held"))
                .isNotEmpty();
    }

    @Test
    void lawWhoseParametersAreHeldMayBeFurtherAway() throws Exception {
        FitRequest free = request(Samples.htmp(80, 2, 0.5, 1), LawFamily.HTMP);
        FitRequest held = free.withFixed(HELD.with(KAPPA, 2).with(SCALE, 1).with(TAU, 0));

        assertThat(Misfit.of(held, Samples.fit(held)).threshold())
                .isGreaterThan(Misfit.of(free, Samples.fit(free)).threshold());
    }
}
