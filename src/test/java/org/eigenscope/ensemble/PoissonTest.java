package org.eigenscope.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {
    private static final int DRAWS = 40_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1.5, 9.9, 10.1, 35, 4e4})
    void drawsFollowTheDistribution(double mean) {
        SplittableRandom random = new SplittableRandom(1);
        PoissonDistribution exact = new PoissonDistribution(mean);
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = Poisson.sample(mean, random);
        }
        for (double z : new double[] {-2, -1, 0, 1, 2}) {
            int level = (int) Math.floor(mean + z * Math.sqrt(mean));
            double expected = level < 0 ? 0 : exact.cumulativeProbability(level);
            long below = Arrays.stream(draws).filter(d -> d <= level).count();
            double error = 4 * Math.sqrt(expected * (1 - expected) / DRAWS) + 1e-3 / DRAWS;
            assertThat((double) below / DRAWS).as("P(X ≤ %d)", level).isCloseTo(expected, within(error));
        }
    }
}
