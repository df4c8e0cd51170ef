package org.eigenscope.fit.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {
    private static final double[] LOWER = {-5, -5};
    private static final double[] UPPER = {5, 5};

    @Test
    void findsTheValleyOfRosenbrock() throws Exception {
        Cost rosenbrock = t -> 100 * Math.pow(t[1] - t[0] * t[0], 2) + Math.pow(1 - t[0], 2);
        Optimum found = new NelderMead(rosenbrock, LOWER, UPPER).from(new double[] {-1.2, 1}, 0.5, 1e-12, 1000);

        assertThat(found.converged()).isTrue();
        assertThat(found.theta()[0]).isCloseTo(1, within(1e-4));
    }

    @Test
    void stopsOnTheBoxWhenTheMinimumIsBeyond() throws Exception {
        Cost slope = t -> t[0] + t[1];
        Optimum found = new NelderMead(slope, LOWER, UPPER).from(new double[] {0, 0}, 0.5, 1e-10, 2000);

        assertThat(found.cost()).isCloseTo(-10, within(1e-6));
    }

    @Test
    void saysWhenEvaluationsRunOut() throws Exception {
        Cost bowl = t -> t[0] * t[0] + t[1] * t[1];
        assertThat(new NelderMead(bowl, LOWER, UPPER)
                        .from(new double[] {3, 3}, 0.5, 1e-12, 10)
                        .converged())
                .isFalse();
    }
}
