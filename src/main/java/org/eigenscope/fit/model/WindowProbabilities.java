package org.eigenscope.fit.model;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.SpectralLaw;

/** Probabilities of windows, without cancellation in either tail, and resolvents. */
public final class WindowProbabilities {
    private WindowProbabilities() {}

    /** P(lower < Z ≤ upper), with infinite ends allowed. */
    public static double mass(SpectralLaw law, double lower, double upper) {
        if (lower == Double.NEGATIVE_INFINITY) {
            return upper == Double.POSITIVE_INFINITY ? 1 : law.cumulative(upper);
        }
        if (upper == Double.POSITIVE_INFINITY) {
            return law.survival(lower);
        }
        // in the upper half the survivals are the small, accurate numbers
        double below = law.cumulative(lower);
        double mass = below > 0.5 ? law.survival(lower) - law.survival(upper) : law.cumulative(upper) - below;
        return Math.max(0, mass);
    }

    /** ∫ dF/(x + η) = −G(−η), for η > 0. */
    public static double resolvent(SpectralLaw law, double eta) {
        return -law.stieltjes(new Complex(-eta, 0)).getReal();
    }
}
