package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.RATE;
import static org.eigenscope.law.Parameter.SCALE;
import static org.eigenscope.law.Parameter.TAU;

import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;

/** How parameters change when every eigenvalue is multiplied by a factor. */
final class Units {
    private Units() {}

    /** s, τ and the inverse-Gamma's b carry the unit of λ, the Gamma law's b its inverse. */
    static ParameterSet scaled(ParameterSet parameters, LawFamily family, double factor) {
        ParameterSet scaled = parameters;
        for (Parameter parameter : parameters.asMap().keySet()) {
            double value = parameters.get(parameter);
            if (parameter == SCALE || parameter == TAU || parameter == RATE && family != LawFamily.GAMMA_LAW) {
                scaled = scaled.with(parameter, value * factor);
            } else if (parameter == RATE) {
                scaled = scaled.with(parameter, value / factor);
            }
        }
        return scaled;
    }
}
