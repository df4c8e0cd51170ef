package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static Spectrum spectrum(double... eigenvalues) {
        return Spectrum.of(
                eigenvalues, new Spectrum.Details(3, 3, Spectrum.Source.SYMMETRIC, Normalization.RAW, 1e-9, "ejml"));
    }

    @Test
    void countsWhatThereIs() {
        assertThat(StatusText.of(spectrum(0, 1, 2), Double.NaN)).isEqualTo("3 eigenvalues  ·  1 zero  ·  solver ejml");
    }

    @Test
    void tellsHowLongTheRefitTook() {
        assertThat(StatusText.of(spectrum(1), 12.3))
                .isEqualTo("1 eigenvalue  ·  0 zero  ·  solver ejml  ·  refit 12 ms");
    }

    @Test
    void negativesAreCountedApart() {
        assertThat(StatusText.of(spectrum(-1, 1), Double.NaN)).contains("1 negative");
    }
}
