package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import org.eigenscope.fit.numeric.WindowQuadrature;
import org.eigenscope.law.SpectralLaw;

/**
 * What follows from a whole spectrum, per eigenvalue, from the data and from a law.
 *
 * @param trace E[λ]; of the law +∞ if it has no mean
 * @param logDeterminant E[ln λ]
 * @param freeEnergy ½E[ln(1 + λ/η)] with η the sample's mean: the determinant's part of the Gaussian free energy −ln Z of a model with
 *     this kernel and noise η
 */
public record SpectralFunctionals(double trace, double logDeterminant, double freeEnergy) {
    /**
     * Of eigenvalues.
     *
     * @param values positive, at least one
     */
    public static SpectralFunctionals of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double logs = Arrays.stream(values).map(Math::log).average().orElseThrow();
        double energy = Arrays.stream(values)
                .map(v -> Math.log1p(v / mean) / 2)
                .average()
                .orElseThrow();
        return new SpectralFunctionals(mean, logs, energy);
    }

    /**
     * Of a law on [0, ∞), by its closed forms and, for the free energy, by quadrature (1e-7).
     *
     * @param eta η, the mean of the sample it is compared with
     */
    public static SpectralFunctionals of(SpectralLaw law, double eta) {
        WindowQuadrature whole = WindowQuadrature.of(law, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        double energy = whole.integral(v -> Math.log1p(v / eta) / 2) / whole.mass();
        return new SpectralFunctionals(law.mean(), law.logMoment(), energy);
    }
}
