package org.eigenscope.fit;

import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** How parameters change when every eigenvalue is multiplied by a factor. */
public final class Units {
    private Units() {}

    /**
     * The parameters for the multiplied eigenvalues: scales and positions have the unit of λ, rates its inverse, shapes
     * none. A value that would leave its domain is moved to the nearest end.
     */
    public static ParameterSet scaled(ParameterSet parameters, LawFamily family, double factor) {
        ParameterSet scaled = parameters;
        for (Parameter parameter : parameters.asMap().keySet()) {
            double moved = parameters.get(parameter) * factor(parameter, family, factor);
            scaled = scaled.with(parameter, parameter.domain().clamp(moved));
        }
        return scaled;
    }

    /** The factor of a parameter when every eigenvalue is multiplied by {@code factor}. */
    public static double factor(Parameter parameter, LawFamily family, double factor) {
        return power(factor, family.unitPower(parameter));
    }

    /**
     * The factor of β, the rate of an HTMP law's ensemble, when every eigenvalue is multiplied by {@code factor}; 1 for
     * families without β.
     */
    public static double rateFactor(LawFamily family, double factor) {
        return power(factor, family.orientation().map(Orientation::ratePower).orElse(0));
    }

    private static double power(double factor, int exponent) {
        return switch (exponent) {
            case 1 -> factor;
            case 0 -> 1;
            case -1 -> 1 / factor;
            default -> Math.pow(factor, exponent);
        };
    }
}
