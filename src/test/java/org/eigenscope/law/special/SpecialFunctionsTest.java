package org.eigenscope.law.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.assertj.core.api.SoftAssertions;
import org.eigenscope.law.ReferenceTable;
import org.junit.jupiter.api.Test;

class SpecialFunctionsTest {
    private static final double INCOMPLETE_GAMMA = 1e-12;
    private static final double ERFC = 1e-13;
    private static final double EXPONENTIAL_INTEGRAL = 1e-12;
    private static final double AIRY = 1e-13;
    private static final double DIGAMMA = 4e-15;

    @Test
    void lowerIncompleteGammaKeepsItsDigitsInItsTail() {
        assertRelative(
                "incomplete_gamma.csv", "lower", INCOMPLETE_GAMMA, r -> IncompleteGamma.lower(r.get("a"), r.get("x")));
    }

    @Test
    void upperIncompleteGammaKeepsItsDigitsInItsTail() {
        assertRelative(
                "incomplete_gamma.csv", "upper", INCOMPLETE_GAMMA, r -> IncompleteGamma.upper(r.get("a"), r.get("x")));
    }

    @Test
    void complementaryErrorFunctionKeepsItsDigitsInItsTail() {
        assertRelative("erfc.csv", "erfc", ERFC, r -> ErrorFunction.complement(r.get("z")));
    }

    @Test
    void exponentialIntegralIsThatOfTheTable() {
        assertRelative(
                "exponential_integral.csv",
                "value",
                EXPONENTIAL_INTEGRAL,
                r -> Math.exp(-r.get("x")) * ExponentialIntegral.scaled(r.get("s"), r.get("x")));
    }

    @Test
    void normalQuantileInvertsTheTail() {
        for (double q : new double[] {1e-300, 1e-20, 0.01, 0.3, 0.5, 0.9}) {
            assertThat(ErrorFunction.normalTail(NormalQuantile.upper(q))).isCloseTo(q, within(1e-12 * q));
        }
    }

    @Test
    void airyIsThatOfTheTable() {
        for (ReferenceTable.Row row : ReferenceTable.read("airy.csv").rows()) {
            double expected = row.get("ai");
            double allowed = row.get("x") < -1 ? AIRY : AIRY * expected;
            assertThat(Airy.ai(row.get("x"))).as("%s", row).isCloseTo(expected, within(allowed));
        }
    }

    @Test
    void digammaIsThatOfTheTable() {
        for (ReferenceTable.Row row : ReferenceTable.read("digamma.csv").rows()) {
            double expected = row.get("digamma");
            assertThat(GammaFunctions.digamma(row.get("a")))
                    .isCloseTo(expected, within(DIGAMMA * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void minusLog1pKeepsItsDigitsAtSmallArguments() {
        // μ²/2 − μ³/3 + μ⁴/4
        double mu = 1e-6;
        double expected = mu * mu * (0.5 - mu / 3 + mu * mu / 4);
        assertThat(GammaFunctions.minusLog1p(mu)).isCloseTo(expected, within(1e-15 * expected));
    }

    @Test
    void gaussLegendreIsExactForPolynomialsOfTwiceItsDegree() {
        GaussLegendre rule = GaussLegendre.of(10);
        assertThat(rule.integrate(x -> Math.pow(x, 18), -1, 1)).isCloseTo(2.0 / 19, within(1e-15));
        assertThat(rule.integrate(x -> Math.pow(x, 20), -1, 1)).isNotCloseTo(2.0 / 21, within(1e-8));
    }

    @Test
    void adaptiveQuadratureFindsANarrowPeak() {
        double width = 1e-6;
        double got = AdaptiveQuadrature.integrate(x -> width / (width * width + x * x), -1, 2, 0);
        assertThat(got).isCloseTo(Math.atan(2 / width) + Math.atan(1 / width), within(1e-12));
    }

    private static void assertRelative(
            String file, String column, double tolerance, ToDoubleFunction<ReferenceTable.Row> function) {
        SoftAssertions softly = new SoftAssertions();
        for (ReferenceTable.Row row : ReferenceTable.read(file).rows()) {
            double expected = row.get(column);
            double got = function.applyAsDouble(row);
            double allowed = Math.max(tolerance * expected, Double.MIN_NORMAL);
            softly.assertThat(Math.abs(got - expected))
                    .as("%s gave %s", row, got)
                    .isLessThanOrEqualTo(allowed);
        }
        softly.assertAll();
    }
}
