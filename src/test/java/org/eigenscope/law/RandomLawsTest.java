package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws at random parameters all over their domains: answers are numbers, in order and in time.
 *
 * <p>{@code -Deigenscope.randomLaws=20000} raises the number of HTMP laws tried, each of which builds its table.
 */
class RandomLawsTest {
    private static final int CLOSED_FORM_LAWS = 5_000;
    private static final int HTMP_LAWS = Integer.getInteger("eigenscope.randomLaws", 2_000);
    private static final int OTHER_LAWS = 1_000;
    private static final int WITH_QUADRATURE = 40;
    private static final Duration HANGING = Duration.ofMinutes(10);
    private static final double[] EXTREMES = {
        -1, 0, Double.MIN_VALUE, 1e-300, 1e-30, 1, 1e30, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY
    };

    private static double logUniform(Random random, double from, double to) {
        return Math.exp(Math.log(from) + random.nextDouble() * Math.log(to / from));
    }

    private static ParameterSet draw(LawFamily family, Random random) {
        ParameterSet set = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            double value = switch (parameter) {
                case KAPPA -> logUniform(random, 1e-4, 1e5);
                case GAMMA -> random.nextInt(8) == 0 ? 1 : logUniform(random, 1e-4, 1);
                case TAU -> random.nextInt(3) == 0 ? 0 : logUniform(random, 1e-12, 1e12);
                case SHAPE -> logUniform(random, 1e-6, 1e9);
                default -> logUniform(random, 1e-12, 1e12);
            };
            set = set.with(parameter, family.domain(parameter).clamp(value));
        }
        return set;
    }

    @ParameterizedTest
    @EnumSource(
            value = LawFamily.class,
            names = {"POWER", "TRUNCATED_POWER", "SEMICIRCLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyAnswerIsANumberInItsRange(LawFamily family) {
        boolean tabulated = family == LawFamily.HTMP || family == LawFamily.INVERSE_HTMP;
        int laws = tabulated ? HTMP_LAWS : CLOSED_FORM_LAWS;
        assertTimeoutPreemptively(HANGING, () -> {
            Random random = new Random(family.id().hashCode());
            for (int i = 0; i < laws; i++) {
                ParameterSet parameters = draw(family, random);
                SpectralLaw law = family.law(parameters);
                String name = family + " " + parameters;
                checkFunctions(law, random, name);
                if (i % (laws / WITH_QUADRATURE) == 0) {
                    checkMoments(law, random, name);
                }
            }
        });
    }

    private static Stream<Named<Function<Random, SpectralLaw>>> others() {
        return Stream.of(
                Named.of("lognormal", r -> LogNormalLaw.of(10 * r.nextGaussian(), logUniform(r, 1e-6, 30))),
                Named.of("power", r -> PowerLaw.of(1 + logUniform(r, 1e-3, 999), logUniform(r, 1e-12, 1e12))),
                Named.of("truncated power", r -> {
                    double minimum = logUniform(r, 1e-12, 1e12);
                    return TruncatedPowerLaw.of(-10 + 60 * r.nextDouble(), minimum, logUniform(r, 1e-9, 1e6) / minimum);
                }),
                Named.of("semicircle", r -> WignerSemicircleLaw.of(10 * r.nextGaussian(), logUniform(r, 1e-6, 1e6))),
                Named.of("larger Gram", r -> MarchenkoPasturLaw.ofLargerGram(1 + logUniform(r, 1e-3, 1e6))),
                Named.of("spiked MP", r -> {
                    double[] spikes = r.doubles(r.nextInt(6), 0.01, 20).toArray();
                    return SpikedMarchenkoPastur.of(logUniform(r, 1e-3, 1), spikes)
                            .law(7 + r.nextInt(1000));
                }));
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyAnswerOfTheOtherLawsIsANumberInItsRange(Function<Random, SpectralLaw> draw) {
        assertTimeoutPreemptively(HANGING, () -> {
            Random random = new Random(23);
            for (int i = 0; i < OTHER_LAWS; i++) {
                checkFunctions(draw.apply(random), random, "law " + i);
            }
        });
    }

    private static void checkFunctions(SpectralLaw law, Random random, String name) {
        for (double x : EXTREMES) {
            checkPoint(law, x, name);
        }
        double previous = Double.NEGATIVE_INFINITY;
        for (double p : new double[] {0, 1e-30, 1e-3 * random.nextDouble(), 0.5, 0.9, 1}) {
            double x = law.quantile(p);
            // among subnormal numbers the last digit is a large one
            assertThat(x).as("%s: quantile(%s)", name, p).isGreaterThanOrEqualTo(previous - Double.MIN_NORMAL);
            checkPoint(law, x, name);
            previous = x;
        }
        assertThat(law.inverseSurvival(1e-30)).as(name).isGreaterThanOrEqualTo(law.inverseSurvival(0.3));
    }

    private static void checkPoint(SpectralLaw law, double x, String name) {
        assertThat(law.logDensity(x)).as("%s: logDensity(%s)", name, x).isNotNaN();
        double cumulative = law.cumulative(x);
        double survival = law.survival(x);
        assertThat(cumulative).as("%s: cumulative(%s)", name, x).isBetween(0.0, 1.0);
        assertThat(survival).as("%s: survival(%s)", name, x).isBetween(0.0, 1.0);
        assertThat(Math.abs(cumulative + survival - 1)).as("%s at %s", name, x).isLessThan(1e-9);
    }

    private static void checkMoments(SpectralLaw law, Random random, String name) {
        assertThat(law.mean()).as("%s: mean", name).isNotNaN().isGreaterThanOrEqualTo(0);
        assertThat(law.variance()).as("%s: variance", name).isNotNaN().isGreaterThanOrEqualTo(0);
        assertThat(law.logMoment()).as("%s: logMoment", name).isNotNaN();
        assertThat(law.reciprocalMean()).as("%s: reciprocalMean", name).isNotNaN();
        assertThat(law.reciprocalVariance()).as("%s: reciprocalVariance", name).isNotNaN();
        double scale = law.quantile(0.5);
        if (scale > 1e-200 && scale < 1e200) {
            Complex above = law.stieltjes(new Complex(scale * random.nextDouble() * 2, scale * random.nextDouble()));
            Complex left = law.stieltjes(new Complex(-scale * random.nextDouble(), 0));
            assertThat(above.isNaN()).as("%s: transform above", name).isFalse();
            assertThat(above.getImaginary()).as("%s: transform above", name).isNotPositive();
            assertThat(left.getReal()).as("%s: transform left", name).isNegative();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0.5, kappa = -1.0",
        "0, 0.5, kappa = 0.0",
        "NaN, 0.5, kappa = NaN",
        "Infinity, 0.5, kappa = Infinity",
        "1, 0, gamma = 0.0",
        "1, 1.0000001, gamma = 1.0000001",
        "1, NaN, gamma = NaN"
    })
    void htmpNamesTheBadParameterAndItsValue(double kappa, double gamma, String named) {
        assertThatThrownBy(() -> HtmpLaw.of(kappa, gamma))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "NaN", "Infinity"})
    void positiveParametersAreNamedWithTheirValue(double bad) {
        SpectralLaw base = GammaLaw.of(2, 1);
        assertNamed("shape", bad, () -> GammaLaw.of(bad, 1));
        assertNamed("rate", bad, () -> GammaLaw.of(1, bad));
        assertNamed("shape", bad, () -> InverseGammaLaw.of(bad, 1));
        assertNamed("scale", bad, () -> InverseGammaLaw.of(1, bad));
        assertNamed("scale", bad, () -> AffineLaw.of(base, bad, 0));
        assertNamed("scale", bad, () -> ReciprocalLaw.of(base, bad, 0));
        assertNamed("sigma", bad, () -> LogNormalLaw.of(0, bad));
        assertNamed("exponent", bad, () -> PowerLaw.of(bad, 1));
        assertNamed("minimum", bad, () -> PowerLaw.of(2, bad));
        assertNamed("minimum", bad, () -> TruncatedPowerLaw.of(2, bad, 1));
        assertNamed("rate", bad, () -> TruncatedPowerLaw.of(2, 1, bad));
        assertNamed("radius", bad, () -> WignerSemicircleLaw.of(0, bad));
        assertNamed("ratio", bad, () -> MarchenkoPasturLaw.ofLargerGram(bad));
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "NaN", "Infinity"})
    void shiftsAreNamedWithTheirValue(double bad) {
        assertNamed("shift", bad, () -> AffineLaw.of(GammaLaw.of(2, 1), 1, bad));
        assertNamed("shift", bad, () -> ReciprocalLaw.of(GammaLaw.of(2, 1), 1, bad));
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.3", "1.5", "NaN"})
    void aspectRatiosAreNamedWithTheirValue(double bad) {
        assertNamed("gamma", bad, () -> MarchenkoPasturLaw.of(bad));
    }

    @Test
    void reciprocalRefusesALawThatReachesBelowZero() {
        assertThatThrownBy(() -> ReciprocalLaw.of(WignerSemicircleLaw.of(0, 1), 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1.0");
    }

    @Test
    void affineAndReciprocalRefuseALawWithAnAtom() {
        SpectralLaw deficient = MarchenkoPasturLaw.ofLargerGram(2);
        assertNamed("base has an atom of 0.5", () -> AffineLaw.of(deficient, 1, 0));
        assertNamed("base has an atom of 0.5", () -> ReciprocalLaw.of(deficient, 1, 0));
    }

    private static void assertNamed(String name, double value, Runnable construction) {
        assertNamed(name + " = " + value, construction);
    }

    private static void assertNamed(String message, Runnable construction) {
        assertThatThrownBy(construction::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
