package org.eigenscope.ui.training.run;

import java.util.Optional;
import org.eigenscope.network.train.Measures;

/**
 * What was seen of a network.
 *
 * @param network when
 * @param measures how good it is; empty if that was not asked
 * @param spectrum of the matrix that is looked at; empty if it has none
 * @param note what is to be said of the spectrum, a sentence, or empty
 */
public record Observation(
        KeptNetwork network, Optional<Measures> measures, Optional<FittedSpectrum> spectrum, String note) {
    /** κ of the fitted law; NaN without one. */
    public double kappa() {
        return spectrum.map(FittedSpectrum::kappa).orElse(Double.NaN);
    }
}
