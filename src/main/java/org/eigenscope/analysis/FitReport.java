package org.eigenscope.analysis;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.fit.DerivedQuantities;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.diagnosis.SpectralPhase;
import org.eigenscope.fit.interval.BootstrapResult;
import org.eigenscope.fit.search.Misfit;
import org.eigenscope.law.family.Parameter;

/**
 * A fit with all results that are reported with it.
 *
 * @param fit the fit
 * @param derived what follows from its parameters
 * @param intervals 95 % intervals of the free parameters, empty if none were made
 * @param excluded what was not fitted
 * @param bootstrap the refits to draws, empty without a bootstrap
 * @param misfit how far the law is from the spectrum; where the misfit is present, the law does not hold, and the
 *     intervals are not valid
 * @param phase the phase of the whole spectrum
 * @param milliseconds the time that fit and intervals took
 */
public record FitReport(
        FitResult fit,
        DerivedQuantities derived,
        Map<Parameter, Interval> intervals,
        Excluded excluded,
        Optional<BootstrapResult> bootstrap,
        Misfit misfit,
        SpectralPhase phase,
        long milliseconds) {
    public FitReport {
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(derived, "derived");
        intervals = Map.copyOf(intervals);
        Objects.requireNonNull(excluded, "excluded");
        Objects.requireNonNull(bootstrap, "bootstrap");
        Objects.requireNonNull(misfit, "misfit");
        Objects.requireNonNull(phase, "phase");
    }

    /**
     * Eigenvalues that took no part.
     *
     * @param zeros those that count as zero
     * @param negatives those below
     * @param trimmedBottom the smallest positive ones, left out on request
     * @param trimmedTop the largest, left out on request
     */
    public record Excluded(int zeros, int negatives, int trimmedBottom, int trimmedTop) {}

    /** The bootstrap's p-value of the KS distance, empty without a bootstrap. */
    public OptionalDouble kolmogorovSmirnovP() {
        return bootstrap.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(bootstrap.get().kolmogorovSmirnovP());
    }

    /** How the intervals were made, empty if there are none. */
    public Optional<Interval.Method> intervalMethod() {
        return intervals.values().stream().map(Interval::method).findFirst();
    }
}
