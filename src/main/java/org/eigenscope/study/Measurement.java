package org.eigenscope.study;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.energy.FreeEnergy;

/**
 * Everything that was computed of one matrix, which {@link Column} makes cells of.
 *
 * @param spectrum the eigenvalues
 * @param quoted metrics and phase
 * @param fit the law that was asked for, or of the two orientations of HTMP the more likely one; empty if none could be fitted
 * @param league how other laws compare with it
 * @param energy free energies along the law's orientation; empty without a fit of HTMP
 * @param note why something is missing or what was assumed, a sentence; empty if there is nothing to say
 * @param milliseconds what it took
 */
public record Measurement(
        Spectrum spectrum,
        FitExtras.Quoted quoted,
        Optional<FitReport> fit,
        Comparison league,
        Optional<FreeEnergy> energy,
        String note,
        long milliseconds) {
    public Measurement {
        Objects.requireNonNull(spectrum, "spectrum");
        Objects.requireNonNull(quoted, "quoted");
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(league, "league");
        Objects.requireNonNull(energy, "energy");
        Objects.requireNonNull(note, "note");
    }

    /**
     * What a league says of the fitted law.
     *
     * @param best the id of the best law; empty without a league
     * @param deltaAic the fitted law's AIC minus the best one's
     * @param marchenkoPastur the AIC of the fitted law's limit κ → ∞ minus the fitted law's
     */
    public record Comparison(String best, OptionalDouble deltaAic, OptionalDouble marchenkoPastur) {
        /** Nothing was compared. */
        public static final Comparison NONE = new Comparison("", OptionalDouble.empty(), OptionalDouble.empty());

        public Comparison {
            Objects.requireNonNull(best, "best");
            Objects.requireNonNull(deltaAic, "deltaAic");
            Objects.requireNonNull(marchenkoPastur, "marchenkoPastur");
        }
    }
}
