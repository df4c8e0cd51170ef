package org.eigenscope.law.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracyWidomTest {
    /** Bornemann, Markov Processes Relat. Fields 16 (2010) 803, table 10. */
    @ParameterizedTest
    @CsvSource({"1, -1.2065335745820, 1.607781034581", "2, -1.771086807411, 0.8131947928329"})
    void meanAndVarianceAreThosePublished(int beta, double mean, double variance) {
        assertThat(TracyWidom.of(beta).mean()).isCloseTo(mean, within(1e-11));
        assertThat(TracyWidom.of(beta).variance()).isCloseTo(variance, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void distributionIsThatOfTheTable(int beta) {
        TracyWidom law = TracyWidom.of(beta);
        for (ReferenceTable.Row row : ReferenceTable.read("tracy_widom.csv").rows()) {
            if (row.get("beta") == beta) {
                double s = row.get("s");
                double cdf = row.get("cdf");
                double sf = row.get("sf");
                double pdf = row.get("pdf");
                assertThat(law.cumulative(s)).as("F(%s)", s).isCloseTo(cdf, within(s < -6 ? 1e-8 * cdf : 1e-13));
                assertThat(law.survival(s)).as("S(%s)", s).isCloseTo(sf, within(1e-11 * sf));
                assertThat(law.density(s))
                        .as("f(%s)", s)
                        .isCloseTo(pdf, within(s < -6 ? 1e-8 * pdf : s < 0 ? 1e-11 : 1e-9 * pdf));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void densityIsZeroWhereverItIsTooSmallForADouble(int beta) {
        TracyWidom law = TracyWidom.of(beta);
        for (double s :
                new double[] {-1e50, -1e103, -1e154, -1e160, -1e300, -Double.MAX_VALUE, 1e160, Double.MAX_VALUE}) {
            assertThat(law.density(s)).as("f(%s)", s).isZero();
            assertThat(law.logDensity(s)).as("ln f(%s)", s).isLessThan(-1e100);
            assertThat(law.cumulative(s)).as("F(%s)", s).isEqualTo(s < 0 ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void quantileInvertsTheDistribution(int beta) {
        TracyWidom law = TracyWidom.of(beta);
        for (double p : new double[] {1e-30, 1e-9, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-12}) {
            assertThat(law.cumulative(law.quantile(p))).isCloseTo(p, within(1e-12 * p));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void distributionIsContinuousWhereItsFormsMeet(int beta) {
        TracyWidom law = TracyWidom.of(beta);
        for (double join : new double[] {-6, 0, 12}) {
            double below = Math.nextDown(join);
            assertThat(law.density(below)).isCloseTo(law.density(join), within(1e-8 * law.density(join)));
            assertThat(law.survival(below)).isCloseTo(law.survival(join), within(1e-11 * law.survival(join)));
            assertThat(law.cumulative(below)).isCloseTo(law.cumulative(join), within(1e-11 * law.cumulative(join)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void infinitiesAreTheEnds(int beta) {
        TracyWidom law = TracyWidom.of(beta);
        assertThat(law.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(law.density(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(law.survival(Double.POSITIVE_INFINITY)).isZero();
        assertThat(law.density(Double.POSITIVE_INFINITY)).isZero();
        assertThat(law.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(law.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void logDensityStaysFiniteWhereTheDensityUnderflows(int beta) {
        TracyWidom law = TracyWidom.of(beta);
        // β/24·|s|³ and 2β/3·s^(3/2) lead
        assertThat(law.logDensity(-100)).isCloseTo(-beta * 1e6 / 24, within(0.02 * beta * 1e6 / 24));
        assertThat(law.logDensity(400)).isCloseTo(-beta * 16000 / 3.0, within(0.01 * beta * 16000 / 3));
        assertThat(law.logDensity(1e300)).isEqualTo(Double.NEGATIVE_INFINITY);
        for (double s : new double[] {-5, -1, 2, 11, 13}) {
            double rise = (law.cumulative(s + 1e-4) - law.cumulative(s - 1e-4)) / 2e-4;
            double fall = (law.survival(s - 1e-4) - law.survival(s + 1e-4)) / 2e-4;
            assertThat(law.logDensity(s)).isCloseTo(Math.log(s < 0 ? rise : fall), within(2e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void inverseSurvivalReachesTheUpperTail(int beta) {
        TracyWidom law = TracyWidom.of(beta);
        for (double q : new double[] {1e-100, 1e-30, 1e-6, 0.4, 0.9}) {
            assertThat(law.survival(law.inverseSurvival(q))).isCloseTo(q, within(1e-10 * q));
        }
    }

    /** The trapezoidal rule converges geometrically for a density that is smooth on the scale of its steps. */
    @ParameterizedTest
    @CsvSource({"1,-1,2", "2,-1.7,1", "2,3,1", "1,-30,0.5", "1,50,4"})
    void transformIsTheIntegral(int beta, double re, double im) {
        TracyWidom law = TracyWidom.of(beta);
        Complex z = new Complex(re, im);
        Complex sum = Complex.ZERO;
        double step = 1.0 / 64;
        for (double s = -20; s <= 30; s += step) {
            sum = sum.add(z.subtract(s).reciprocal().multiply(step * law.density(s)));
        }
        assertThat(law.stieltjes(z).subtract(sum).abs()).isLessThan(1e-9 * sum.abs());
    }

    @ParameterizedTest
    @CsvSource({"1,-3", "1,0.5", "2,-1.7", "2,1"})
    void transformJumpsByTheDensityAcrossTheAxis(int beta, double s) {
        TracyWidom law = TracyWidom.of(beta);
        double jump = -law.stieltjes(new Complex(s, 1e-10)).getImaginary() / Math.PI;
        assertThat(jump).isCloseTo(law.density(s), within(1e-8));
    }

    @Test
    void momentsThatNeedPositiveEigenvaluesAreNone() {
        assertThat(TracyWidom.of(1).logMoment()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> TracyWidom.of(1).reciprocalMean()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherDysonIndicesAreRefused() {
        assertThatThrownBy(() -> TracyWidom.of(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beta = 4");
    }
}
