package org.eigenscope.ui.fit;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.diagnosis.Diagnosis;
import org.eigenscope.fit.diagnosis.PhaseRules;
import org.eigenscope.fit.diagnosis.QuotedMetrics;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The phase of the spectrum on screen, diagnosed in the background. */
public final class PhaseModel {
    private final LatestTask diagnoses;
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> diagnosis =
            new ReadOnlyObjectWrapper<>(this, "diagnosis", Optional.empty());

    private final ReadOnlyObjectWrapper<Map<String, Double>> metrics =
            new ReadOnlyObjectWrapper<>(this, "metrics", Map.of());

    /** @param diagnoses runs the rules */
    public PhaseModel(LatestTask diagnoses) {
        this.diagnoses = diagnoses;
    }

    /** The verdict and the metrics of one spectrum. */
    private record Found(Diagnosis verdict, Map<String, Double> metrics) {}

    /** Forgets the last verdict and starts on a new one. */
    public void diagnose(Spectrum spectrum) {
        forget();
        diagnoses.submit(
                "Finding the phase",
                (progress, cancel) -> new Found(
                        PhaseRules.diagnose(spectrum, cancel),
                        QuotedMetrics.of(spectrum, cancel).asMap()),
                new Outcome<Found>() {
                    @Override
                    public void succeeded(Found found) {
                        metrics.set(found.metrics());
                        diagnosis.set(Optional.of(found.verdict()));
                    }

                    @Override
                    public void failed(EigenscopeException failure) {
                        // the status line then shows no verdict; the fit reports the reason
                        forget();
                    }
                });
    }

    private void forget() {
        diagnosis.set(Optional.empty());
        metrics.set(Map.of());
    }

    public void clear() {
        diagnoses.cancel();
        forget();
    }

    /** The metrics that are quoted of layers, by name; empty until they are there. */
    public ReadOnlyObjectProperty<Map<String, Double>> metricsProperty() {
        return metrics.getReadOnlyProperty();
    }

    /** The verdict with its evidence; empty until it is there. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }
}
