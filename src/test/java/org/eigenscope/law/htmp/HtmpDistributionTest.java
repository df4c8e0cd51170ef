package org.eigenscope.law.htmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmpDistributionTest {
    /** The mass below the median's panel and that above it are summed from opposite ends; nothing makes them meet at 1. */
    @ParameterizedTest
    @CsvSource({
        "0.0001, 1, 3e-11",
        "0.001, 0.001, 2e-12",
        "0.001, 0.5, 2e-12",
        "0.001, 1, 2e-12",
        "0.5, 0.5, 5e-14",
        "4, 0.5, 5e-14",
        "4.000000000001, 0.5, 5e-14",
        "2, 0.999999, 5e-14",
        "50, 0.02, 5e-14",
        "700, 0.003, 5e-14",
        "1000, 1, 5e-14",
        "10000, 0.001, 5e-14",
        "100000, 0.3, 5e-14",
    })
    void massesFromBelowAndFromAboveMeetAtOne(double kappa, double gamma, double tolerance) {
        HtmpDistribution distribution = HtmpDistribution.of(HtmpTable.of(HtmpShape.of(kappa, gamma)));
        assertThat(distribution.totalMass()).isCloseTo(1, within(tolerance));
    }
}
