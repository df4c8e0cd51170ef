package org.eigenscope.fit;

import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** How parameters change when every eigenvalue is multiplied by a factor. */
public final class Units {
    private Units() {}

    /** Scales and positions carry the unit of λ, rates per unit of λ its inverse, shapes none. */
    public static ParameterSet scaled(ParameterSet parameters, LawFamily family, double factor) {
        ParameterSet scaled = parameters;
        for (Parameter parameter : parameters.asMap().keySet()) {
            scaled = scaled.with(parameter, parameters.get(parameter) * factor(parameter, family, factor));
        }
        return scaled;
    }

    /** What a parameter is multiplied by when every eigenvalue is multiplied by {@code factor}. */
    public static double factor(Parameter parameter, LawFamily family, double factor) {
        return switch (parameter) {
            case SCALE, TAU, XMIN, CENTER, RADIUS -> factor;
            case RATE -> family == LawFamily.INVERSE_GAMMA ? factor : 1 / factor;
            case KAPPA, GAMMA, SHAPE, SIGMA, EXPONENT -> 1;
        };
    }
}
