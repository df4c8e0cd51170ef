package org.eigenscope.ensemble.spacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.law.ReciprocalLaw;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.special.AdaptiveQuadrature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LevelStatisticsTest {
    private static final double QUADRATURE = 1e-10;
    private static final double STANDARD_ERRORS = 4;
    /** What draws of a few hundred levels may differ by from the limit. */
    private static final double FINITE_SIZE = 0.01;

    @ParameterizedTest
    @EnumSource
    void spacingDensitiesHaveMassAndMeanOne(LevelStatistics statistics) {
        double mass = AdaptiveQuadrature.integrate(statistics::spacingDensity, 0, 40, 1e-13);
        double mean = AdaptiveQuadrature.integrate(s -> s * statistics.spacingDensity(s), 0, 40, 1e-13);
        assertThat(mass).isCloseTo(1, within(QUADRATURE));
        assertThat(mean).isCloseTo(1, within(QUADRATURE));
    }

    /** Σ²(L) = L − 2∫₀^L (L − r) Y₂(r) dr with the two-level cluster function Y₂ = (sin πr/πr)² of the unitary ensemble. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.7", "1", "3.3", "25"})
    void unitaryNumberVarianceIsTheIntegralOfTheClusterFunction(double length) {
        double integral = AdaptiveQuadrature.integrate(
                r -> (length - r) * square(Math.PI * r < 1e-8 ? 1 : Math.sin(Math.PI * r) / (Math.PI * r)),
                0,
                length,
                1e-13);
        assertThat(LevelStatistics.GUE.numberVariance(length)).isCloseTo(length - 2 * integral, within(1e-10));
    }

    /** M. L. Mehta, Random Matrices, chapter 16: for long intervals Σ² grows by 2/(π²β) per unit of ln L. */
    @ParameterizedTest
    @EnumSource(names = {"GOE", "GUE", "GSE"})
    void numberVarianceGrowsAsTheLogarithm(LevelStatistics statistics) {
        double slope = (statistics.numberVariance(4000) - statistics.numberVariance(400)) / Math.log(10);
        assertThat(slope)
                .isCloseTo(2 / (Math.PI * Math.PI * statistics.dysonIndex()), within(0.01 / statistics.dysonIndex()));
    }

    @Test
    void orthogonalNumberVarianceTendsToItsAsymptote() {
        double length = 200;
        double asymptote = 2
                / (Math.PI * Math.PI)
                * (Math.log(2 * Math.PI * length) + SineCosineIntegral.EULER + 1 - Math.PI * Math.PI / 8);
        assertThat(LevelStatistics.GOE.numberVariance(length)).isCloseTo(asymptote, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        // mpmath: si(x), euler + log(x) - ci(x)
        "0.5, 0.493107418043066689, 0.0618525631482004525",
        "3.9, 1.77650136044780544, 2.06169156724494875",
        "4.1, 1.73874362649176893, 2.14436803043991609",
        "30, 1.56675654003035111, 4.01144546384575938"
    })
    void sineAndCosineIntegralsMeetReferenceValues(double x, double sine, double cosine) {
        SineCosineIntegral integral = SineCosineIntegral.of(x);
        assertThat(integral.sine()).isCloseTo(sine, within(1e-14));
        assertThat(integral.entireCosine()).isCloseTo(cosine, within(2e-14));
    }

    @Test
    void theTwoWaysToTheIntegralsMeet() {
        SineCosineIntegral below = SineCosineIntegral.of(Math.nextDown(4.0));
        SineCosineIntegral above = SineCosineIntegral.of(4.0);
        assertThat(below.sine()).isCloseTo(above.sine(), within(1e-13));
        assertThat(below.entireCosine()).isCloseTo(above.entireCosine(), within(1e-13));
    }

    @Test
    void independentLevelsArePoisson() {
        SpectralLaw law = ReciprocalLaw.of(HtmpLaw.of(2, 0.5), 1, 0);
        SplittableRandom random = new SplittableRandom(2);
        double[] eigenvalues = random.doubles(4000).map(law::quantile).toArray();
        UnfoldedLevels levels = UnfoldedLevels.of(eigenvalues, law);
        assertMeanRatio(levels.ratio(), LevelStatistics.POISSON, 0);
        assertThat(levels.numberVariance(3)).isCloseTo(3, within(0.35));
    }

    @ParameterizedTest
    @CsvSource({"400, GOE", "800, GUE"})
    void wishartLevelsRepelAsTheClassicalEnsembles(double kappa, LevelStatistics statistics)
            throws EigenscopeException {
        double[] eigenvalues = BetaLaguerreSampler.of(kappa, 0.5, 400).sample(new SplittableRandom(3));
        UnfoldedLevels levels = UnfoldedLevels.of(eigenvalues, MarchenkoPasturLaw.of(0.5));
        assertMeanRatio(levels.ratio(), statistics, FINITE_SIZE);
        assertThat(levels.numberVariance(5)).isCloseTo(statistics.numberVariance(5), within(0.15));
    }

    private static void assertMeanRatio(UnfoldedLevels.Mean ratio, LevelStatistics statistics, double slack) {
        assertThat(ratio.mean())
                .isCloseTo(statistics.meanRatio(), within(STANDARD_ERRORS * ratio.standardError() + slack));
        assertThat(ratio.standardError()).isBetween(0.1 / Math.sqrt(ratio.count()), 0.6 / Math.sqrt(ratio.count()));
    }

    @Test
    void unfoldedLevelsHaveMeanSpacingOneEvenInAHeavyTail() {
        SpectralLaw law = ReciprocalLaw.of(HtmpLaw.of(1, 0.5), 1, 0);
        double[] quantiles = new double[1000];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = law.quantile((i + 0.5) / quantiles.length);
        }
        double[] ones = new double[quantiles.length - 1];
        Arrays.fill(ones, 1);
        assertThat(UnfoldedLevels.of(quantiles, law).spacings()).containsExactly(ones, within(1e-7));
    }

    @Test
    void spacingDensitiesCountWhatLiesInRange() throws EigenscopeException {
        double[] eigenvalues = BetaLaguerreSampler.of(300, 0.5, 300).sample(new SplittableRandom(4));
        UnfoldedLevels levels = UnfoldedLevels.of(eigenvalues, MarchenkoPasturLaw.of(0.5));
        double[] densities = levels.spacingDensities(30, 3);
        double inside = Arrays.stream(levels.spacings()).filter(s -> s < 3).count() / 299.0;
        assertThat(Arrays.stream(densities).sum() * 0.1).isCloseTo(inside, within(1e-12));
    }

    @Test
    void coincidentLevelsLeaveTheRatioDefined() {
        SpectralLaw law = MarchenkoPasturLaw.of(0.5);
        UnfoldedLevels.Mean ratio =
                UnfoldedLevels.of(new double[] {1, 1, 1, 1, 2}, law).ratio();
        assertThat(ratio.mean()).isZero();
        assertThat(ratio.count()).isEqualTo(1);
        assertThat(UnfoldedLevels.of(new double[] {1}, law).ratio().mean()).isNaN();
    }

    @Test
    void windowsLongerThanTheSpectrumHaveNoVariance() {
        UnfoldedLevels levels = UnfoldedLevels.of(new double[] {0.5, 1, 2}, MarchenkoPasturLaw.of(0.5));
        assertThat(levels.numberVariance(5)).isNaN();
        assertThatThrownBy(() -> levels.numberVariance(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double square(double x) {
        return x * x;
    }
}
