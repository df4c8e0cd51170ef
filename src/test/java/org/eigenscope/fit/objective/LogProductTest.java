package org.eigenscope.fit.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogProductTest {
    private static double logOfProduct(double... numbers) {
        LogProduct product = new LogProduct();
        Arrays.stream(numbers).forEach(product::multiply);
        return product.log();
    }

    @Test
    void logarithmIsTheSumOfLogarithmsOverTheWholeRangeOfDoubles() {
        SplittableRandom random = new SplittableRandom(1);
        double[] numbers = random.doubles(2000)
                .map(u -> Math.exp(1400 * (u - 0.5)))
                .filter(x -> x > Double.MIN_NORMAL)
                .toArray();
        double sum = Arrays.stream(numbers).map(Math::log).sum();
        assertThat(logOfProduct(numbers)).isCloseTo(sum, within(1e-9));
    }

    @Test
    void manyNumbersNearOneLoseNoDigits() {
        double[] numbers = new SplittableRandom(2).doubles(5000, 0.1, 3).toArray();
        double sum = Arrays.stream(numbers).map(Math::log).sum();
        assertThat(logOfProduct(numbers)).isCloseTo(sum, within(1e-10));
    }

    @Test
    void zeroMakesItMinusInfinity() {
        assertThat(logOfProduct(2, 0, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void infinityMakesItInfinite() {
        assertThat(logOfProduct(2, Double.POSITIVE_INFINITY, 3)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void notANumberMakesItMinusInfinity() {
        assertThat(logOfProduct(2, Double.NaN, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void nothingHasTheLogarithmOfOne() {
        assertThat(logOfProduct()).isZero();
    }
}
