package org.eigenscope.law.htmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No jump where one method of evaluation follows another. */
class HandOverTest {
    private static final double CLOSE = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "0.001,1",
        "0.3,0.2",
        "2,0.5",
        "4,0.5",
        "5,0.999999999",
        "30,0.7",
        "60,0.05",
        "92,1",
        "93,1",
        "700,0.003",
        "10000,1"
    })
    void densityAndMassesAreContinuousWhereTheTailsBegin(double kappa, double gamma) {
        HtmpTable table = HtmpTable.of(HtmpShape.of(kappa, gamma));
        HtmpDistribution distribution = HtmpDistribution.of(table);
        double from = table.bulk().from();
        double to = table.bulk().to();
        for (double x : new double[] {from, to}) {
            double below = Math.nextDown(x);
            double above = Math.nextUp(x);
            double level = table.logDensity(x);
            double allowed = CLOSE * Math.max(1, Math.abs(level));
            assertThat(table.logDensity(below)).isCloseTo(level, within(allowed));
            assertThat(table.logDensity(above)).isCloseTo(level, within(allowed));
            double mass = distribution.cumulative(x);
            assertThat(distribution.cumulative(below)).isCloseTo(mass, within(CLOSE * mass + Double.MIN_NORMAL));
            assertThat(distribution.cumulative(above)).isCloseTo(mass, within(CLOSE * mass + Double.MIN_NORMAL));
            double rest = distribution.survival(x);
            assertThat(distribution.survival(below)).isCloseTo(rest, within(CLOSE * rest + Double.MIN_NORMAL));
            assertThat(distribution.survival(above)).isCloseTo(rest, within(CLOSE * rest + Double.MIN_NORMAL));
        }
    }

    /** δ = m ∓ 1e-13, and ε = δ − m from −½ to ½ on either side of m + ½, go through the same density. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 1.5, 2, 2.5, 3, 7, 12, 12.5})
    void densityNearZeroHasNoJumpInDelta(double delta) {
        double kappa = 6;
        for (double x : new double[] {1e-1, 1e-3, 1e-8, 1e-30}) {
            double here = logDensity(kappa, delta, x);
            double step = 1e-13 * Math.max(1, delta);
            assertThat(logDensity(kappa, delta + step, x))
                    .isCloseTo(here, within(CLOSE * Math.max(10, Math.abs(here))));
            if (delta > 0) {
                assertThat(logDensity(kappa, delta - step, x))
                        .isCloseTo(here, within(CLOSE * Math.max(10, Math.abs(here))));
            }
        }
    }

    private static double logDensity(double kappa, double delta, double x) {
        double gamma = 1 / (1 + 2 * delta / kappa);
        return HtmpTable.of(HtmpShape.of(kappa, gamma)).logDensity(x);
    }

    /** Over steps of κ so small, third differences are rounding alone. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 1})
    void densityHasNoJumpInKappaWhereTheBulkTurnsWide(double gamma) {
        double step = 1.0 / 1024;
        double last = 93;
        while (SmoothBulk.suits(HtmpShape.of(last, gamma))) {
            last -= step;
        }
        for (double x : new double[] {0.7, 1, 1.2}) {
            double[] values = new double[4];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        HtmpTable.of(HtmpShape.of(last + (i - 1) * step, gamma)).logDensity(x);
            }
            double third = values[3] - 3 * values[2] + 3 * values[1] - values[0];
            assertThat(third).isCloseTo(0, within(CLOSE * Math.max(1, Math.abs(values[0]))));
        }
    }
}
