package org.eigenscope.ui.fit;

import org.eigenscope.fit.DerivedQuantities;
import org.eigenscope.fit.Orientation;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.law.SpectralLaw;

/**
 * What follows from the four parameters on screen.
 *
 * @param quantities α, β and the tail exponent
 * @param logLikelihood Σ ln ρ over the sample
 */
public record Derived(DerivedQuantities quantities, double logLikelihood) {
    static Derived of(Orientation orientation, ParameterSet values, SpectralLaw law, double[] eigenvalues) {
        double[] logs = new double[eigenvalues.length];
        law.logDensities(eigenvalues, logs);
        double sum = 0;
        for (double log : logs) {
            sum += log;
        }
        return new Derived(DerivedQuantities.of(orientation.htmp(), values), sum);
    }
}
