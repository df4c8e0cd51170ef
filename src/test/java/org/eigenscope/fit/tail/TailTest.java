package org.eigenscope.fit.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.junit.jupiter.api.Test;

class TailTest {
    /** Equally spaced quantiles of a power law x^(−exponent) above 1. */
    private static double[] pareto(int n, double exponent) {
        return IntStream.range(0, n)
                .mapToDouble(i -> Math.pow(1 - (i + 0.5) / n, -1 / (exponent - 1)))
                .toArray();
    }

    private static double[] exponential(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> -Math.log1p(-(i + 0.5) / n))
                .toArray();
    }

    @Test
    void powerLawExponentIsFound() throws Exception {
        assertThat(PowerLawTail.of(pareto(1000, 2.5)).exponent()).isCloseTo(2.5, within(0.05));
    }

    @Test
    void powerLawStartIsFoundAboveADifferentBody() throws Exception {
        double[] tail = Arrays.stream(pareto(500, 2.5)).map(v -> 10 * v).toArray();
        double[] body =
                IntStream.range(0, 500).mapToDouble(i -> 0.02 * i + 0.01).toArray();
        double[] both = Arrays.copyOf(body, 1000);
        System.arraycopy(tail, 0, both, 500, 500);
        PowerLawTail found = PowerLawTail.of(both);

        assertThat(found.xMin()).isBetween(8.0, 13.0);
        assertThat(found.exponent()).isCloseTo(2.5, within(0.1));
    }

    @Test
    void equalValuesHaveNoTail() {
        double[] equal = new double[100];
        Arrays.fill(equal, 3);
        assertThatThrownBy(() -> PowerLawTail.of(equal)).isInstanceOf(BadInputException.class);
    }

    @Test
    void hillExponentsOfAPowerLawAreLevel() {
        double[] hill = HillPlot.exponents(pareto(2000, 3));
        assertThat(hill[200]).isCloseTo(3, within(0.05));
        assertThat(hill[1500]).isCloseTo(3, within(0.05));
    }

    @Test
    void vuongPrefersThePowerLawOnAPowerLaw() {
        assertThat(TailComparison.powerLawAgainstExponential(pareto(500, 2.2)).statistic())
                .isGreaterThan(3);
    }

    @Test
    void vuongPrefersTheExponentialOnAnExponentialTail() {
        double[] tail = Arrays.stream(exponential(500)).map(v -> v + 1).toArray();
        assertThat(TailComparison.powerLawAgainstExponential(tail).statistic()).isLessThan(-3);
    }
}
