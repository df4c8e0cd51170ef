package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

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
                .isEqualTo("1 of 5 zero, 2 negative: not drawn, not fitted");
    }

    @Test
    void aFullSpectrumNeedsNoRemark() {
        assertThat(ConventionsText.setApart(spectrum(1, 2))).isEmpty();
    }
}
