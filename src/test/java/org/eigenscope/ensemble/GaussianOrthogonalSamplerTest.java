package org.eigenscope.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianOrthogonalSamplerTest {
    /** √π/2: the gap of order 2 is √2/2 times a Rayleigh variable. */
    private static final double MEAN_GAP = Math.sqrt(Math.PI) / 2;

    private static double moment(double[] values, int power) {
        return Arrays.stream(values).map(v -> Math.pow(v, power)).average().orElseThrow();
    }

    @Test
    void momentsOfALargeDrawAreTheSemicircles() throws Exception {
        double[] values = new GaussianOrthogonalSampler(0, 2, 1500).sample(new SplittableRandom(1));

        assertThat(values).isSorted();
        assertThat(moment(values, 2)).isCloseTo(1, within(0.01));
        assertThat(moment(values, 4)).isCloseTo(2, within(0.03));
        assertThat(values[values.length - 1]).isCloseTo(2, within(0.05));
    }

    @Test
    void eigenvaluesOfOrderTwoRepel() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        GaussianOrthogonalSampler sampler = new GaussianOrthogonalSampler(5, 1, 2);
        int close = 0;
        double mean = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            double[] pair = sampler.sample(random);
            double gap = pair[1] - pair[0];
            mean += gap / draws;
            // Wigner's surmise, exact at order 2: 1 - exp(-0.04 pi/4) = 3.09 % of the gaps are below a fifth of their
            // mean
            close += gap < 0.2 * MEAN_GAP ? 1 : 0;
        }

        assertThat(mean).isCloseTo(MEAN_GAP, within(0.02));
        assertThat((double) close / draws).isCloseTo(0.0309, within(0.005));
    }
}
