package org.eigenscope.spectrum.bidiagonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eigenscope.error.NoConvergenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidiagonalEigenvaluesTest {
    private static final double RELATIVE_TOLERANCE = 1e-12;

    private static double[] squares(SplittableRandom random, int n, double spread) {
        return random.doubles(n).map(u -> Math.exp(spread * (u - 1))).toArray();
    }

    private static void assertSameRelatively(double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            assertThat(found[k])
                    .as("eigenvalue %d", k)
                    .isCloseTo(expected[k], within(RELATIVE_TOLERANCE * expected[k]));
        }
    }

    /** Spread over e^spread: to 17 decades and beyond, to parts, and to what is left to the other method. */
    @ParameterizedTest
    @CsvSource({"32,1", "50,40", "300,0.1", "300,5", "300,40", "1000,2", "1000,40", "300,600"})
    void togetherTheyAreWhatTheyAreOneByOne(int n, double spread) throws NoConvergenceException {
        SplittableRandom random = new SplittableRandom(n);
        double[] q = squares(random, n, spread);
        double[] e = squares(random, n - 1, spread);
        assertSameRelatively(BidiagonalEigenvalues.of(q, e), QuotientDifference.eigenvalues(q, e));
    }

    @Test
    void nearlyEqualOnesAreToldApart() throws NoConvergenceException {
        // the same matrix three times, with weak links between
        int n = 50;
        double[] q = squares(new SplittableRandom(1), n, 1);
        double[] e = squares(new SplittableRandom(2), n - 1, 1);
        double[] glued = IntStream.range(0, 3 * n).mapToDouble(i -> q[i % n]).toArray();
        double[] links = IntStream.range(0, 3 * n - 1)
                .mapToDouble(i -> i % n == n - 1 ? 1e-18 : e[i % n])
                .toArray();
        assertSameRelatively(BidiagonalEigenvalues.of(glued, links), QuotientDifference.eigenvalues(glued, links));
    }

    @Test
    void theZerosOfALaguerrePolynomialComeOut() throws NoConvergenceException {
        // its Jacobi matrix has 2i − 1 on the diagonal and i beside it, so q_i = e_i = i; mpmath, findroot of
        // laguerre(64, 0, x)
        double[] q = IntStream.rangeClosed(1, 64).mapToDouble(i -> i).toArray();
        double[] zeros = BidiagonalEigenvalues.of(q, Arrays.copyOf(q, 63));
        assertThat(zeros[0]).isCloseTo(0.0224158741467052801, within(1e-14));
        assertThat(zeros[31]).isCloseTo(40.7308354444586264, within(1e-12));
        assertThat(zeros[63]).isCloseTo(234.809579171326165, within(1e-11));
    }

    @Test
    void aZeroOnTheDiagonalOfALargeMatrixGivesOneZero() throws NoConvergenceException {
        double[] q = squares(new SplittableRandom(3), 60, 1);
        q[30] = 0;
        double[] eigenvalues = BidiagonalEigenvalues.of(q, squares(new SplittableRandom(4), 59, 1));
        assertThat(eigenvalues[0]).isZero();
        assertThat(eigenvalues[1]).isPositive();
    }

    @Test
    void aZeroMatrixHasZerosOnly() throws NoConvergenceException {
        assertThat(BidiagonalEigenvalues.of(new double[40], new double[39])).containsOnly(0);
    }

    @Test
    void powersOfTwoPassThroughUnchanged() throws NoConvergenceException {
        double[] q = squares(new SplittableRandom(5), 100, 2);
        double[] e = squares(new SplittableRandom(6), 99, 2);
        double[] expected = Arrays.stream(BidiagonalEigenvalues.of(q, e))
                .map(v -> Math.scalb(v, -700))
                .toArray();
        double[] small = Arrays.stream(q).map(v -> Math.scalb(v, -700)).toArray();
        double[] smallLinks = Arrays.stream(e).map(v -> Math.scalb(v, -700)).toArray();
        assertThat(BidiagonalEigenvalues.of(small, smallLinks)).isEqualTo(expected);
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        double[] q = squares(new SplittableRandom(7), 40, 1);
        q[7] = Double.NaN;
        assertThatThrownBy(() -> BidiagonalEigenvalues.of(q, new double[39]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
