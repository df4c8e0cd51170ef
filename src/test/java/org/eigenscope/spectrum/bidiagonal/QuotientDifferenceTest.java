package org.eigenscope.spectrum.bidiagonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.error.NoConvergenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotientDifferenceTest {
    private static final double RELATIVE_TOLERANCE = 1e-12;

    /** Squares spread over e^spread, in no order, so that the eigenvalues span up to hundreds of decades. */
    private record Bidiagonal(double[] q, double[] e) {
        static Bidiagonal random(int n, double spread) {
            SplittableRandom random = new SplittableRandom(n);
            double[] q = random.doubles(n).map(u -> Math.exp(spread * (u - 1))).toArray();
            double[] e =
                    random.doubles(n - 1).map(u -> Math.exp(spread * (u - 1))).toArray();
            return new Bidiagonal(q, e);
        }

        double[] eigenvalues() throws NoConvergenceException {
            return QuotientDifference.eigenvalues(q, e);
        }

        double inverseTrace() {
            int n = q.length;
            double diagonal = 1 / q[n - 1];
            double trace = diagonal;
            for (int i = n - 2; i >= 0; i--) {
                diagonal = (1 + e[i] * diagonal) / q[i];
                trace += diagonal;
            }
            return trace;
        }
    }

    @ParameterizedTest
    @CsvSource({"2,1", "3,40", "50,1", "50,40", "300,0.1", "300,5", "300,40", "1000,2"})
    void theEigenvaluesSumToTheTrace(int n, double spread) throws NoConvergenceException {
        Bidiagonal t = Bidiagonal.random(n, spread);
        double trace = Arrays.stream(t.q()).sum() + Arrays.stream(t.e()).sum();
        assertThat(Arrays.stream(t.eigenvalues()).sum() / trace).isCloseTo(1, within(RELATIVE_TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"2,1", "3,40", "50,1", "50,40", "300,0.1", "300,5", "300,40", "1000,2"})
    void theReciprocalsSumToTheTraceOfTheInverse(int n, double spread) throws NoConvergenceException {
        Bidiagonal t = Bidiagonal.random(n, spread);
        double sum = Arrays.stream(t.eigenvalues()).map(v -> 1 / v).sum();
        assertThat(sum / t.inverseTrace()).isCloseTo(1, within(RELATIVE_TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"2,1", "3,40", "50,1", "50,40", "300,0.1", "300,5", "300,40", "1000,2"})
    void theLogarithmsSumToThatOfTheDeterminant(int n, double spread) throws NoConvergenceException {
        Bidiagonal t = Bidiagonal.random(n, spread);
        double expected = Arrays.stream(t.q()).map(Math::log).sum();
        double found = Arrays.stream(t.eigenvalues()).map(Math::log).sum();
        assertThat(found).isCloseTo(expected, within(n * RELATIVE_TOLERANCE));
    }

    @Test
    void aTwoByTwoMatrixKeepsATinyEigenvalueToAllDigits() throws NoConvergenceException {
        double[] eigenvalues = QuotientDifference.eigenvalues(new double[] {1, 1e-200}, new double[] {1});
        // det = 1e-200 and trace 2
        assertThat(eigenvalues[0] / 0.5e-200).isCloseTo(1, within(1e-14));
    }

    @Test
    void decoupledRowsGiveTheirOwnNumbers() throws NoConvergenceException {
        double[] eigenvalues = QuotientDifference.eigenvalues(new double[] {3, 1, 2}, new double[] {0, 0});
        assertThat(eigenvalues).containsExactly(1, 2, 3);
    }

    @Test
    void aZeroOnTheDiagonalGivesAZeroEigenvalue() throws NoConvergenceException {
        double[] eigenvalues = QuotientDifference.eigenvalues(new double[] {1, 0, 2}, new double[] {0.5, 0.25});
        assertThat(eigenvalues[0]).isZero();
        assertThat(eigenvalues[1]).isPositive();
    }

    @Test
    void oneNumberIsItsOwnEigenvalue() throws NoConvergenceException {
        assertThat(QuotientDifference.eigenvalues(new double[] {7}, new double[0]))
                .containsExactly(7);
    }

    @Test
    void powersOfTwoPassThroughUnchanged() throws NoConvergenceException {
        Bidiagonal t = Bidiagonal.random(20, 2);
        double[] large = t.eigenvalues();
        double[] small = QuotientDifference.eigenvalues(scaled(t.q()), scaled(t.e()));
        assertThat(small).isEqualTo(scaled(large));
    }

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(v -> Math.scalb(v, -700)).toArray();
    }

    @Test
    void negativeSquaresAreRefused() {
        assertThatThrownBy(() -> QuotientDifference.eigenvalues(new double[] {1, -2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-2.0");
    }

    @Test
    void lengthsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> QuotientDifference.eigenvalues(new double[] {1, 2}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lengths 2 and 2");
    }
}
