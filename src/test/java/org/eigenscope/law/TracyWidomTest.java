package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
                assertThat(law.cumulative(s)).as("F(%s)", s).isCloseTo(cdf, within(s < -6 ? 1e-3 * cdf : 1e-13));
                assertThat(law.survival(s)).as("S(%s)", s).isCloseTo(sf, within(1e-11 * sf));
                assertThat(law.density(s))
                        .as("f(%s)", s)
                        .isCloseTo(pdf, within(s < -6 ? 1e-2 * pdf : s < 0 ? 1e-11 : 1e-9 * pdf));
            }
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

    @Test
    void otherDysonIndicesAreRefused() {
        assertThatThrownBy(() -> TracyWidom.of(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beta = 4");
    }
}
