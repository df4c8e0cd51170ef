package org.eigenscope.fit.diagnosis;

import java.util.List;
import java.util.Objects;

/**
 * A verdict on a spectrum's phase with the observations that led to it.
 *
 * @param phase the verdict
 * @param evidence what was observed, one sentence each, in the order of the rules
 * @param metrics the spectrum's plain numbers
 */
public record Diagnosis(SpectralPhase phase, List<String> evidence, SpectrumMetrics metrics) {
    public Diagnosis {
        Objects.requireNonNull(phase, "phase");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(metrics, "metrics");
    }
}
