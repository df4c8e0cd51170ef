package org.eigenscope.ui.fit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.diagnosis.Diagnosis;
import org.eigenscope.fit.diagnosis.PhaseRules;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The phase of the spectrum on screen, diagnosed in the background. */
public final class PhaseModel {
    private final LatestTask diagnoses;
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> diagnosis =
            new ReadOnlyObjectWrapper<>(this, "diagnosis", Optional.empty());

    /** @param diagnoses runs the rules */
    public PhaseModel(LatestTask diagnoses) {
        this.diagnoses = diagnoses;
    }

    /** Forgets the last verdict and starts on a new one. */
    public void diagnose(Spectrum spectrum) {
        diagnosis.set(Optional.empty());
        diagnoses.submit(
                "Telling the phase",
                (progress, cancel) -> PhaseRules.diagnose(spectrum, cancel),
                new Outcome<Diagnosis>() {
                    @Override
                    public void succeeded(Diagnosis verdict) {
                        diagnosis.set(Optional.of(verdict));
                    }

                    @Override
                    public void failed(EigenscopeException failure) {
                        // the status line then shows no verdict; the fit reports the reason
                        diagnosis.set(Optional.empty());
                    }
                });
    }

    public void clear() {
        diagnoses.cancel();
        diagnosis.set(Optional.empty());
    }

    /** The verdict with its evidence; empty until it is there. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }
}
