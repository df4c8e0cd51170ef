package org.eigenscope.law;

import org.apache.commons.math3.complex.Complex;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Laws with closed forms against ball arithmetic. */
class ClosedFormReferenceTest {
    private static final double MASS = 1e-12;
    private static final double TRANSFORM = 1e-11;

    @Test
    void marchenkoPasturKeepsItsDigitsAtTheEdges() {
        SoftAssertions softly = new SoftAssertions();
        for (ReferenceTable.Row row :
                ReferenceTable.read("marchenko_pastur.csv").rows()) {
            MarchenkoPasturLaw law = MarchenkoPasturLaw.of(row.get("gamma"));
            double x = row.get("x");
            compare(softly, row, "cdf", law.cumulative(x), MASS * row.get("cdf"));
            compare(softly, row, "sf", law.survival(x), MASS * row.get("sf"));
            compare(softly, row, "log_pdf", law.logDensity(x), 1e-13 * Math.max(1, Math.abs(row.get("log_pdf"))));
        }
        softly.assertAll();
    }

    @Test
    void gammaTransformIsThatOfTheTable() {
        SoftAssertions softly = new SoftAssertions();
        for (ReferenceTable.Row row : ReferenceTable.read("gamma_transform.csv").rows()) {
            Complex expected = new Complex(row.get("g_re"), row.get("g_im"));
            Complex got = GammaLaw.of(row.get("shape"), 1).stieltjes(new Complex(row.get("re"), row.get("im")));
            softly.assertThat(got.subtract(expected).abs() / expected.abs())
                    .as("%s gave %s", row, got)
                    .isLessThan(TRANSFORM);
        }
        softly.assertAll();
    }

    private static void compare(
            SoftAssertions softly, ReferenceTable.Row row, String column, double got, double allowed) {
        softly.assertThat(Math.abs(got - row.get(column)))
                .as("%s of %s gave %s", column, row, got)
                .isLessThanOrEqualTo(allowed);
    }
}
