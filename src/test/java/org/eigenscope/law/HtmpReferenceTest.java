package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.complex.Complex;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTMP law against 50-digit values. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmpReferenceTest {
    /** ln ρ, per max(1, |ln ρ|), for κ ≤ 400 and γ ≥ 0.01. */
    private static final double LOG_DENSITY = 1e-10;

    /** ln ρ, per max(1, |ln ρ|), elsewhere. */
    private static final double LOG_DENSITY_FAR = 1e-8;

    private static final double MASS_ABSOLUTE = 1e-12;
    private static final double MASS_RELATIVE = 1e-9;

    private final Map<String, HtmpLaw> laws = new HashMap<>();

    private HtmpLaw law(ReferenceTable.Row row) {
        double kappa = row.get("kappa");
        double gamma = row.get("gamma");
        return laws.computeIfAbsent(kappa + "," + gamma, key -> HtmpLaw.of(kappa, gamma));
    }

    @ParameterizedTest
    @ValueSource(strings = {"htmp.csv", "htmp_beyond.csv", "htmp_origin.csv"})
    void logDensityIsThatOfTheTable(String file) {
        ReferenceTable table = ReferenceTable.read(file);
        SoftAssertions softly = new SoftAssertions();
        for (ReferenceTable.Row row : table.rows()) {
            double expected = row.get("log_pdf");
            double got = law(row).logDensity(row.get("x"));
            boolean central = row.get("kappa") <= 400 && row.get("gamma") >= 0.01;
            softly.assertThat(Math.abs(got - expected) / Math.max(1, Math.abs(expected)))
                    .as("%s gave %s", row, got)
                    .isLessThan(central ? LOG_DENSITY : LOG_DENSITY_FAR);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"htmp.csv", "htmp_beyond.csv", "htmp_origin.csv"})
    void cumulativeIsThatOfTheTable(String file) {
        assertMass(file, "cdf", row -> law(row).cumulative(row.get("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"htmp_beyond.csv", "htmp_origin.csv"})
    void survivalIsThatOfTheTable(String file) {
        assertMass(file, "sf", row -> law(row).survival(row.get("x")));
    }

    @ParameterizedTest
    @CsvSource({"5202, 0.00019", "2026, 0.957", "88, 0.54", "0.17, 0.00014"})
    void transformFarBelowTheBulkIsTheReciprocalMean(double kappa, double gamma) {
        HtmpLaw law = HtmpLaw.of(kappa, gamma);
        double mean = law.reciprocalMean();
        double tiny = 1e-16 / law.kappa();
        for (Complex z : List.of(new Complex(-tiny, 0), new Complex(0.6 * tiny, 0.8 * tiny))) {
            assertThat(law.stieltjes(z).add(mean).abs()).isLessThan(1e-12 * mean);
        }
    }

    private void assertMass(String file, String column, ToDoubleFunction<ReferenceTable.Row> mass) {
        ReferenceTable table = ReferenceTable.read(file);
        SoftAssertions softly = new SoftAssertions();
        int compared = 0;
        for (ReferenceTable.Row row : table.rows()) {
            if (!row.has(column)) {
                continue;
            }
            compared++;
            double expected = row.get(column);
            double got = mass.applyAsDouble(row);
            double allowed = Math.max(Math.min(MASS_ABSOLUTE, MASS_RELATIVE * expected), Double.MIN_NORMAL);
            softly.assertThat(Math.abs(got - expected))
                    .as("%s gave %s", row, got)
                    .isLessThanOrEqualTo(allowed);
        }
        softly.assertAll();
        assertThat(compared).isGreaterThan(100);
    }
}
