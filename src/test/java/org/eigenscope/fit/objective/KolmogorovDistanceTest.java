package org.eigenscope.fit.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KolmogorovDistanceTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 5000})
    void isTheLargestExcursionOverAllEigenvalues(int n) {
        SplittableRandom random = new SplittableRandom(n);
        for (int draw = 0; draw < 50; draw++) {
            double power = 0.5 + random.nextDouble();
            double[] sample =
                    random.doubles(n).map(u -> Math.pow(u, power)).sorted().toArray();

            assertThat(KolmogorovDistance.of(sample, KolmogorovDistanceTest::uniform))
                    .isEqualTo(overAll(sample, KolmogorovDistanceTest::uniform));
        }
    }

    @Test
    void countsEqualEigenvaluesTogether() {
        double[] sample = {0.25, 0.25, 0.25, 0.75};

        assertThat(KolmogorovDistance.of(sample, KolmogorovDistanceTest::uniform))
                .isEqualTo(0.5);
    }

    @Test
    void isOneForALawThatLiesElsewhere() {
        assertThat(KolmogorovDistance.of(new double[] {2, 3, 4}, KolmogorovDistanceTest::uniform))
                .isEqualTo(1);
    }

    @Test
    void evaluatesTheLawAtFewOfManyEigenvalues() {
        double[] sample = new SplittableRandom(3).doubles(10_000).sorted().toArray();
        AtomicInteger calls = new AtomicInteger();

        KolmogorovDistance.of(sample, x -> {
            calls.incrementAndGet();
            return uniform(Math.sqrt(x));
        });

        assertThat(calls).hasValueLessThan(1000);
    }

    @Test
    void isNoNumberWhereTheLawHasNone() {
        assertThat(KolmogorovDistance.of(new double[] {1, 2, 3}, x -> Double.NaN))
                .isNaN();
    }

    private static double overAll(double[] sample, DoubleUnaryOperator law) {
        double[] f = Arrays.stream(sample).map(law).toArray();
        double most = 0;
        for (int i = 0; i < f.length; i++) {
            most = Math.max(most, Math.max((i + 1.0) / f.length - f[i], f[i] - (double) i / f.length));
        }
        return most;
    }

    private static double uniform(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
