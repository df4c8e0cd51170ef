package org.eigenscope.ui.fit.law;

import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.DerivedQuantities;

/**
 * Quantities that follow from the four parameters on screen.
 *
 * @param quantities α, β and the tail exponent
 * @param logLikelihood Σ ln ρ over the eigenvalues used, ρ normalised on the kept window
 */
public record Derived(DerivedQuantities quantities, double logLikelihood) {
    static Derived of(FitScene scene, LawCurve htmp) {
        double[] logs = scene.used().toArray();
        htmp.law().logDensities(logs, logs);
        double sum = 0;
        for (double log : logs) {
            sum += log;
        }
        if (!htmp.window().isEverything()) {
            double mass = htmp.window().mass(htmp.law());
            sum = mass > 0 ? sum - logs.length * Math.log(mass) : Double.NEGATIVE_INFINITY;
        }
        return new Derived(DerivedQuantities.of(scene.orientation().htmp(), scene.values()), sum);
    }
}
