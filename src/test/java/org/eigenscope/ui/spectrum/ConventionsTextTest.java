package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

class ConventionsTextTest {
    private static Spectrum spectrum(double... eigenvalues) {
        return Spectrum.of(
                eigenvalues,
                new Spectrum.Details(
                        eigenvalues.length,
                        eigenvalues.length,
                        Spectrum.Source.SYMMETRIC,
                        Normalization.RAW,
                        1e-9,
                        "test"));
    }

    @Test
    void zerosAndNegativesAreNeverDroppedSilently() {
        assertThat(ConventionsText.setApart(spectrum(-2, -1, 0, 1, 2)))
                .isEqualTo("1 of 5 zero, 2 negative: not drawn on a log axis, fitted by the semicircle alone");
    }

    @Test
    void aFullSpectrumNeedsNoRemark() {
        assertThat(ConventionsText.setApart(spectrum(1, 2))).isEmpty();
    }

    @Test
    void theRuleAndTheAccuracyAreTold() {
        Spectrum.Details details = new Spectrum.Details(
                2, 3, Spectrum.Source.GRAM, Normalization.RAW, 1e-9, "test", OptionalDouble.of(3e-12));
        assertThat(ConventionsText.rule(Spectrum.of(new double[] {1, 2}, details)))
                .isEqualTo("squared singular values of W, the smallest right to 10⁻¹¹");
    }

    @Test
    void anAccuracyWorseThanOneIsNoDigit() {
        Spectrum.Details details =
                new Spectrum.Details(2, 3, Spectrum.Source.GRAM, Normalization.RAW, 0, "test", OptionalDouble.of(20));
        assertThat(ConventionsText.rule(Spectrum.of(new double[] {1, 2}, details)))
                .endsWith("right to no digit");
    }
}
