package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.eigenscope.fit.diagnosis.Diagnosis;
import org.eigenscope.fit.diagnosis.SpectralPhase;
import org.eigenscope.fit.diagnosis.SpectrumMetrics;
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
        assertThat(StatusText.of(spectrum(0, 1, 2), Double.NaN, Optional.empty(), false))
                .isEqualTo("3 eigenvalues  ·  1 zero  ·  solver ejml");
    }

    @Test
    void tellsHowLongTheRefitTook() {
        assertThat(StatusText.of(spectrum(1), 12.3, Optional.empty(), false))
                .isEqualTo("1 eigenvalue  ·  0 zero  ·  solver ejml  ·  refit 12 ms");
    }

    @Test
    void negativesAreCountedApart() {
        assertThat(StatusText.of(spectrum(-1, 1), Double.NaN, Optional.empty(), false))
                .contains("1 negative");
    }

    @Test
    void thePhaseComesLast() {
        Spectrum spectrum = spectrum(1, 2);
        Diagnosis verdict = new Diagnosis(SpectralPhase.BULK_DECAY, List.of(), SpectrumMetrics.of(spectrum));
        assertThat(StatusText.of(spectrum, Double.NaN, Optional.of(verdict), false))
                .endsWith("phase: bulk-decay");
    }

    @Test
    void misfitIsSaid() {
        assertThat(StatusText.of(spectrum(1), 12.3, Optional.empty(), true)).contains("MISFIT");
    }
}
