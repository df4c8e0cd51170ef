package org.eigenscope.fit.diagnosis;

import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;

/**
 * The phase of a spectrum and its quoted metrics together, at the cost of one of them.
 *
 * @param diagnosis as {@link PhaseRules} gives it
 * @param metrics as {@link QuotedMetrics} gives them
 */
public record SpectrumDiagnosis(Diagnosis diagnosis, QuotedMetrics metrics) {
    /**
     * Of a spectrum.
     *
     * @throws CancelledException if the work was cancelled
     */
    public static SpectrumDiagnosis of(Spectrum spectrum, CancelToken cancel) throws CancelledException {
        LastBulkFit bulk = new LastBulkFit();
        return new SpectrumDiagnosis(
                PhaseRules.diagnose(spectrum, bulk, cancel), QuotedMetrics.of(spectrum, bulk, cancel));
    }
}
