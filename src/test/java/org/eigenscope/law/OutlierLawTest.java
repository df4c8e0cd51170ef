package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlierLawTest {
    private static final double CLOSE = 1e-12;

    /** One outlier below the bulk, one inside, two above, of mass 1/20 each. */
    private final SpectralLaw bulk = MarchenkoPasturLaw.of(0.25);

    private final OutlierLaw law = OutlierLaw.of(bulk, 0.05, 9, 1.1, 0.1, 4);

    @Test
    void distributionIsTheMixtureOfBulkAndSteps() {
        for (double x : new double[] {0.05, 0.1, 0.5, 1.1, 2, 3, 4, 5, 9, 20}) {
            double steps =
                    0.05 * DoubleStream.of(0.1, 1.1, 4, 9).filter(p -> p <= x).count();
            assertThat(law.cumulative(x)).isCloseTo(0.8 * bulk.cumulative(x) + steps, within(CLOSE));
            assertThat(law.cumulative(x) + law.survival(x)).isCloseTo(1, within(CLOSE));
            assertThat(law.density(x)).isCloseTo(0.8 * bulk.density(x), within(CLOSE));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.03, 0.05, 0.0501, 0.3, 0.5, 0.52, 0.55, 0.7, 0.9, 0.93, 0.96, 1})
    void quantileIsTheFirstPointWhereTheDistributionReachesIt(double p) {
        double x = law.quantile(p);
        assertThat(law.cumulative(x)).isGreaterThanOrEqualTo(p - CLOSE);
        assertThat(law.cumulative(x * (1 - 1e-9))).isLessThanOrEqualTo(p + CLOSE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.03, 0.05, 0.0501, 0.1001, 0.3, 0.5, 0.52, 0.55, 0.7, 0.94, 0.96, 1})
    void inverseSurvivalIsTheFirstPointWhereTheSurvivalIsNoMore(double q) {
        double x = law.inverseSurvival(q);
        assertThat(law.survival(x)).isLessThanOrEqualTo(q + CLOSE);
        assertThat(law.survival(x * (1 - 1e-9))).isGreaterThanOrEqualTo(q - CLOSE);
    }

    @Test
    void outermostQuantilesAreTheOutermostOutliers() {
        assertThat(law.quantile(1)).isEqualTo(9);
        assertThat(law.inverseSurvival(0)).isEqualTo(9);
        assertThat(law.quantile(0)).isEqualTo(0.1);
        assertThat(law.inverseSurvival(1)).isEqualTo(0.1);
        assertThat(law.quantile(0.02)).isEqualTo(0.1);
        assertThat(law.inverseSurvival(0.07)).isEqualTo(4);
    }

    @Test
    void momentsAreThoseOfALargeStratifiedSample() {
        int n = 200_000;
        double[] sample = new double[n];
        for (int i = 0; i < n; i++) {
            sample[i] = law.quantile((i + 0.5) / n);
        }
        double mean = DoubleStream.of(sample).average().orElseThrow();
        assertThat(law.mean()).isCloseTo(mean, within(1e-5));
        assertThat(law.variance())
                .isCloseTo(
                        DoubleStream.of(sample)
                                .map(x -> (x - mean) * (x - mean))
                                .average()
                                .orElseThrow(),
                        within(1e-4));
        assertThat(law.logMoment())
                .isCloseTo(DoubleStream.of(sample).map(Math::log).average().orElseThrow(), within(1e-5));
        double reciprocal = DoubleStream.of(sample).map(x -> 1 / x).average().orElseThrow();
        assertThat(law.reciprocalMean()).isCloseTo(reciprocal, within(1e-4));
        assertThat(law.reciprocalVariance())
                .isCloseTo(
                        DoubleStream.of(sample)
                                .map(x -> (1 / x - reciprocal) * (1 / x - reciprocal))
                                .average()
                                .orElseThrow(),
                        within(1e-3));
    }

    @Test
    void transformHasAPoleAtEveryOutlier() {
        Complex z = new Complex(9, 1e-6);
        assertThat(law.stieltjes(z).getImaginary()).isCloseTo(-0.05 / 1e-6, within(1e-6));
        assertThat(law.stieltjes(new Complex(-2, 0)).getReal())
                .isCloseTo(
                        0.8 * bulk.stieltjes(new Complex(-2, 0)).getReal()
                                - 0.05 * (1 / 2.1 + 1 / 3.1 + 1 / 6.0 + 1 / 11.0),
                        within(CLOSE));
        assertThatThrownBy(() -> law.stieltjes(new Complex(0.15, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void edgesKeepTheirSquareRootsWithTheBulksShare() {
        double x = law.supportUpper() - 1e-9;
        assertThat(law.upperAsymptote().orElseThrow().logDensity(x)).isCloseTo(law.logDensity(x), within(1e-6));
        double y = law.supportLower() + 1e-9;
        assertThat(law.lowerAsymptote().orElseThrow().logDensity(y)).isCloseTo(law.logDensity(y), within(1e-6));
        assertThat(law.lowerTailExponent()).hasValue(0.5);
    }

    @Test
    void seededDrawsHitTheOutliersAsOftenAsTheyWeigh() {
        Random random = new Random(7);
        long hits = DoubleStream.generate(() -> law.sample(random))
                .limit(20_000)
                .filter(x -> x == 4)
                .count();
        // 1000 expected, standard deviation 31
        assertThat(hits).isBetween(900L, 1100L);
    }

    @Test
    void spikedModelOfFiniteSizeGivesEachOutlierOneEigenvalue() {
        OutlierLaw spiked = SpikedMarchenkoPastur.of(0.25, 4, 1.4, 0.2).law(40);
        assertThat(spiked.outlierMass()).isEqualTo(0.025);
        assertThat(spiked.outliers()).hasSize(2);
        assertThat(spiked.survival(3)).isCloseTo(0.025, within(CLOSE));
    }

    @Test
    void massesThatLeaveNoBulkAreNamed() {
        assertThatThrownBy(() -> OutlierLaw.of(bulk, 0.5, 3, 4))
                .hasMessageContaining("mass = 0.5 of each of 2 outliers");
        assertThatThrownBy(() -> OutlierLaw.of(bulk, 0.1, -3)).hasMessageContaining("outlier = -3.0");
        assertThatThrownBy(() -> law.quantile(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> SpikedMarchenkoPastur.of(0.5, 3).law(1)).hasMessageContaining("dimensions = 1");
    }
}
