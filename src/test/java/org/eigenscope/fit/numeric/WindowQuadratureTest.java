package org.eigenscope.fit.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowQuadratureTest {
    private static final double TOLERANCE = 1e-7;

    @ParameterizedTest
    @CsvSource({
        "htmp, 0.2, 0.5",
        "htmp, 3, 0.5",
        "htmp, 500, 0.9",
        "inverse-htmp, 0.2, 0.3",
        "inverse-htmp, 3, 0.5",
        "inverse-htmp, 500, 0.1",
        "mp, 1, 0.5",
        "inverse-mp, 1, 0.5"
    })
    void massOfAWindowIsTheDifferenceOfItsCumulativeProbabilities(String id, double kappa, double gamma) {
        SpectralLaw law = law(id, kappa, gamma);
        double from = law.quantile(0.1);
        double to = law.quantile(0.85);

        assertThat(WindowQuadrature.of(law, from, to).mass()).isCloseTo(0.75, within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({
        "htmp, 0.2, 0.5",
        "htmp, 3, 0.5",
        "htmp, 500, 0.9",
        "inverse-htmp, 0.2, 0.3",
        "inverse-htmp, 3, 0.5",
        "inverse-htmp, 500, 0.1",
        "mp, 1, 0.5",
        "inverse-mp, 1, 0.5"
    })
    void resolventOfTheWholeLineAgreesWithItsClosedForm(String id, double kappa, double gamma) {
        SpectralLaw law = law(id, kappa, gamma);
        double eta = 0.7;
        double closed = -law.stieltjes(new Complex(-eta, 0)).getReal();
        WindowQuadrature whole = WindowQuadrature.of(law, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        assertThat(whole.integral(z -> 1 / (z + eta)) / closed).isCloseTo(1, within(TOLERANCE));
    }

    private static SpectralLaw law(String id, double kappa, double gamma) {
        ParameterSet parameters =
                ParameterSet.EMPTY.with(Parameter.GAMMA, gamma).with(Parameter.KAPPA, kappa);
        return LawFamily.byId(id).orElseThrow().law(parameters);
    }
}
