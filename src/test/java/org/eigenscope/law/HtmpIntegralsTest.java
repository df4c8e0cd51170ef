package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrals over HTMP by ways that share nothing with its table: exact Gauss quadrature, and U by mpmath. */
class HtmpIntegralsTest {
    private static final int POINTS = 40;
    private static final double CLOSE = 1e-10;

    /** ∫f dρ by the Gauss rule of the law's three-term coefficients a₀ = c, a_n = 2n + A + c, b_n² = (n+A)(n−1+c). */
    private static double gauss(double kappa, double gamma, DoubleUnaryOperator f) {
        double a = kappa / 2;
        double c = a / gamma;
        double[] diagonal = new double[POINTS];
        double[] secondary = new double[POINTS - 1];
        for (int n = 0; n < POINTS; n++) {
            diagonal[n] = n == 0 ? c : 2 * n + a + c;
            if (n > 0) {
                secondary[n - 1] = Math.sqrt((n + a) * (n - 1 + c));
            }
        }
        EigenDecomposition rule = new EigenDecomposition(diagonal, secondary);
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double weight = rule.getEigenvector(i).getEntry(0);
            sum += weight * weight * f.applyAsDouble(rule.getRealEigenvalue(i) / c);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.3", "2,0.5", "5,0.9", "20,1", "60,0.2", "200,0.5", "2000,0.5"})
    void momentsAreThoseOfTheGaussRule(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        for (int order = 1; order <= 6; order++) {
            int m = order;
            double exact = gauss(kappa, gamma, x -> Math.pow(x, m));
            assertThat(Expectation.of(law, x -> Math.pow(x, m)))
                    .as("moment %d", m)
                    .isCloseTo(exact, within(CLOSE * exact));
        }
    }

    // c·U(A+1, 2−δ, cx)/U(A, 1−δ, cx) and −ln U(A, 1−δ, cx)/A − ln c by mpmath's hyperu at 40 digits
    @ParameterizedTest
    @CsvSource({
        "0.5,0.3,0.1,2.7859019542081061,-0.4723232355159956",
        "2.0,0.5,1.0,0.60564659254152058,0.58935393402219797",
        "5.0,0.9,0.01,12.284133528071944,-0.94362988053036044",
        "20.0,1.0,2.0,0.36819890246845469,1.045361275692922",
        "60.0,0.2,0.5,0.73044239775479655,0.35969413780604311",
        "200.0,0.5,3.0,0.25739633519260191,1.3713254704953048",
    })
    void traceAndLogDeterminantOfTheResolventAreThoseOfTricomisU(
            double kappa, double gamma, double x, double trace, double logDeterminant) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        assertThat(-law.stieltjes(new Complex(-x, 0)).getReal()).isCloseTo(trace, within(CLOSE * trace));
        assertThat(Expectation.of(law, value -> 1 / (x + value))).isCloseTo(trace, within(CLOSE * trace));
        assertThat(Expectation.of(law, value -> Math.log(x + value))).isCloseTo(logDeterminant, within(CLOSE));
    }
}
