package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmpLawTest {
    @ParameterizedTest
    @CsvSource({"0.01,0.5", "1,0.3", "4,0.5", "20,0.9", "20,1", "300,0.1", "10000,0.5"})
    void meanOverEquallySpacedQuantilesIsOne(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        double sum = 0;
        int points = 4000;
        for (int i = 0; i < points; i++) {
            sum += law.quantile((i + 0.5) / points) / points;
        }
        assertThat(sum).isCloseTo(1, within(kappa < 1 ? 2e-2 : 5e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.001,0.001", "0.01,0.5", "1,0.3", "4,0.5", "20,0.9", "20,1", "300,0.1", "10000,0.5"})
    void quantileInvertsTheDistributionFunctionInBothTails(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        for (double p : new double[] {1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999}) {
            double x = law.quantile(p);
            if (x > 1e-300) {
                assertThat(law.cumulative(x)).isCloseTo(p, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01,0.5", "1,0.3", "4,0.5", "20,0.9", "20,1", "300,0.1", "2000,0.5"})
    void transformJumpsByTheDensityAcrossTheAxis(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        for (double x : new double[] {0.3, 0.8, 1.2}) {
            double jump = -law.stieltjes(new Complex(x, 1e-13)).getImaginary() / Math.PI;
            assertThat(jump).isCloseTo(law.density(x), within(1e-9 * Math.max(1, law.density(x))));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.1", "1,0.3", "4,0.5", "20,0.9", "300,0.1", "10000,0.5"})
    void logMomentMatchesQuadrature(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        assertThat(law.logMoment()).isCloseTo(Expectation.of(law, Math::log), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"4,0.5", "2,0.2", "5,0.3", "300,0.1", "1000,0.5"})
    void reciprocalMomentsMatchQuadrature(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        double mean = Expectation.reciprocalMean(law);
        assertThat(law.reciprocalMean()).isCloseTo(mean, within(1e-8 * mean));
        if (Double.isFinite(law.reciprocalVariance())) {
            double variance = Expectation.reciprocalVariance(law);
            assertThat(law.reciprocalVariance()).isCloseTo(variance, within(1e-8 * variance));
        }
    }

    @Test
    void argumentsOutsideTheDomainAreNamed() {
        assertThatThrownBy(() -> HtmpLaw.of(-1, 0.5)).hasMessageContaining("kappa = -1.0");
        assertThatThrownBy(() -> HtmpLaw.of(1, 1.5)).hasMessageContaining("gamma = 1.5");
        assertThatThrownBy(() -> HtmpLaw.of(Double.NaN, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HtmpLaw.of(1, 0.5).logDensity(Double.NaN)).hasMessageContaining("not a number");
    }
}
