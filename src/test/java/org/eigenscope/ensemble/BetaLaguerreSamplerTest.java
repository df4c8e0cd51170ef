package org.eigenscope.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BetaLaguerreSamplerTest {
    /** Standard errors by which a mean over seeded draws may miss. */
    private static final double STANDARD_ERRORS = 4;

    private static final long SEED = 11;

    @ParameterizedTest
    @CsvSource({"1.5,0.5,40", "0.2,1,30", "40,0.3,40", "400,0.8,60", "2,0.5,1", "2,0.5,2"})
    void theMeanEigenvalueIsOne(double kappa, double gamma, int size) throws EigenscopeException {
        Moments moments = moments(kappa, gamma, size, 1);
        assertThat(moments.mean()).isCloseTo(1, within(STANDARD_ERRORS * moments.standardError()));
    }

    @ParameterizedTest
    @CsvSource({"1.5,0.5,40", "0.2,1,30", "40,0.3,40", "400,0.8,60", "2,0.5,1", "2,0.5,2"})
    void theMeanSquareIsThatOfTheTridiagonalModel(double kappa, double gamma, int size) throws EigenscopeException {
        Moments moments = moments(kappa, gamma, size, 2);
        assertThat(moments.mean())
                .isCloseTo(expectedMeanSquare(kappa, gamma, size), within(STANDARD_ERRORS * moments.standardError()));
    }

    @Test
    void theVarianceTendsToThatOfTheLaw() {
        double kappa = 1.5;
        double gamma = 0.5;
        double variance = expectedMeanSquare(kappa, gamma, 2000) - 1;
        assertThat(variance).isCloseTo(gamma * (1 + 2 / kappa), within(2.0 / 2000));
    }

    @ParameterizedTest
    @CsvSource({"1.5,0.5", "0.3,0.8", "30,0.4"})
    void pooledDrawsFollowTheLimitLaw(double kappa, double gamma) throws EigenscopeException {
        int size = 400;
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(kappa, gamma, size);
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        SplittableRandom random = new SplittableRandom(SEED);
        DoubleStream.Builder pooled = DoubleStream.builder();
        for (int draw = 0; draw < 25; draw++) {
            Arrays.stream(sampler.sample(random)).forEach(pooled);
        }
        double[] sorted = pooled.build().sorted().toArray();
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(distance, Math.abs(law.cumulative(sorted[i]) - (i + 0.5) / sorted.length));
        }
        // 10 000 independent draws would exceed 0.0195 once in a thousand times
        assertThat(distance).isLessThan(0.0195);
    }

    @Test
    void theSameSeedGivesTheSameDraw() throws EigenscopeException {
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(2, 0.5, 50);
        assertThat(sampler.sample(new SplittableRandom(3))).isEqualTo(sampler.sample(new SplittableRandom(3)));
    }

    @Test
    void differentSeedsGiveDifferentDraws() throws EigenscopeException {
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(2, 0.5, 50);
        assertThat(sampler.sample(new SplittableRandom(3))).isNotEqualTo(sampler.sample(new SplittableRandom(4)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 700})
    void aDrawHasAllItsEigenvaluesAscending(int size) throws EigenscopeException {
        double[] draw = BetaLaguerreSampler.of(1, 0.5, size).sample(new SplittableRandom(SEED));
        assertThat(draw).hasSize(size).isSorted();
    }

    @Test
    void directDrawsAreScaledAndShifted() throws EigenscopeException {
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(2, 0.5, 20);
        double[] expected = Arrays.stream(sampler.sample(new SplittableRandom(SEED)))
                .map(x -> 0.25 + 3 * x)
                .toArray();
        assertThat(sampler.direct(3, 0.25).sample(new SplittableRandom(SEED))).containsExactly(expected, within(1e-14));
    }

    @Test
    void inverseDrawsAreReciprocalsScaledAndShifted() throws EigenscopeException {
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(2, 0.5, 20);
        double[] expected = Arrays.stream(sampler.sample(new SplittableRandom(SEED)))
                .map(x -> 0.25 + 3 / x)
                .sorted()
                .toArray();
        assertThat(sampler.inverse(3, 0.25).sample(new SplittableRandom(SEED))).isEqualTo(expected);
    }

    @Test
    void tinyKappaAtGammaOneStaysPositiveAndFinite() throws EigenscopeException {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] direct = BetaLaguerreSampler.of(1e-3, 1, 300).sample(random);
        double[] inverse = BetaLaguerreSampler.of(1e-3, 1, 300).inverse(1e3, 0).sample(random);
        assertThat(direct[0]).isPositive();
        assertThat(inverse[299]).isLessThan(Double.POSITIVE_INFINITY);
    }

    @Test
    void aFamilyGivesItsEnsemble() throws EigenscopeException {
        double[] byFamily = BetaLaguerreSampler.of(LawFamily.INVERSE_HTMP, ParameterSet.ofHtmp(2, 0.5, 3, 0.1), 20)
                .sample(new SplittableRandom(SEED));
        double[] byHand = BetaLaguerreSampler.of(2, 0.5, 20).inverse(3, 0.1).sample(new SplittableRandom(SEED));
        assertThat(byFamily).isEqualTo(byHand);
    }

    @Test
    void marchenkoPasturIsSampledByRealWishart() throws EigenscopeException {
        double[] byFamily = BetaLaguerreSampler.of(LawFamily.MP, ParameterSet.EMPTY.with(Parameter.GAMMA, 0.5), 20)
                .sample(new SplittableRandom(SEED));
        assertThat(byFamily).isEqualTo(BetaLaguerreSampler.of(20, 0.5, 20).sample(new SplittableRandom(SEED)));
    }

    @Test
    void familiesWithoutAnEnsembleAreRefused() {
        assertThatThrownBy(() -> BetaLaguerreSampler.of(LawFamily.GAMMA_LAW, ParameterSet.EMPTY, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GAMMA_LAW");
    }

    @ParameterizedTest
    @CsvSource({"0,0.5,10", "-1,0.5,10", "NaN,0.5,10", "1,0,10", "1,1.1,10", "1,0.5,0", "1e300,1e-300,10"})
    void parametersOutsideTheirDomainsAreRefused(double kappa, double gamma, int size) {
        assertThatThrownBy(() -> BetaLaguerreSampler.of(kappa, gamma, size))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Moments(double mean, double standardError) {}

    /** Mean and standard error, over draws, of the mean of x^power over a draw. */
    private static Moments moments(double kappa, double gamma, int size, int power) throws EigenscopeException {
        int draws = 2000;
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(kappa, gamma, size);
        SplittableRandom random = new SplittableRandom(SEED);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double value = Arrays.stream(sampler.sample(random))
                    .map(x -> Math.pow(x, power))
                    .average()
                    .orElseThrow();
            sum += value;
            squares += value * value;
        }
        double mean = sum / draws;
        return new Moments(mean, Math.sqrt((squares / draws - mean * mean) / draws));
    }

    /** E tr T²/(N(κ/γ)²) from E χ²_k = k and E χ⁴_k = k² + 2k. */
    private static double expectedMeanSquare(double kappa, double gamma, int size) {
        double sum = 0;
        for (int i = 1; i <= size; i++) {
            double d = kappa / gamma - kappa * (i - 1) / size;
            double above = i == 1 ? 0 : kappa * (size - i + 1) / size;
            double below = kappa * (size - i) / size;
            sum += d * d + 2 * d + 2 * d * above + above * above + 2 * above + 2 * d * below;
        }
        return sum / size / (kappa / gamma) / (kappa / gamma);
    }
}
