package org.eigenscope.fit;

import java.util.function.ToDoubleFunction;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;

/**
 * E[Z] of the standard law of a family, s = 1 and τ = 0: 1 for HTMP and MP, c/(δ − 1) for inverse HTMP, 1/(1 − γ) for inverse
 * MP, a for Gamma, 1/(a − 1) for inverse Gamma; +∞ where there is none.
 */
final class StandardMean {
    private StandardMean() {}

    static double of(LawFamily family, ToDoubleFunction<Parameter> value) {
        return switch (family) {
            case HTMP, MP -> 1;
            case INVERSE_HTMP ->
                inverseHtmp(value.applyAsDouble(Parameter.KAPPA), value.applyAsDouble(Parameter.GAMMA));
            case INVERSE_MP -> positive(1 - value.applyAsDouble(Parameter.GAMMA));
            case GAMMA_LAW -> value.applyAsDouble(Parameter.SHAPE);
            case INVERSE_GAMMA -> positive(value.applyAsDouble(Parameter.SHAPE) - 1);
        };
    }

    private static double inverseHtmp(double kappa, double gamma) {
        double c = kappa / (2 * gamma);
        return c * positive(c - kappa / 2 - 1);
    }

    private static double positive(double denominator) {
        return denominator > 0 ? 1 / denominator : Double.POSITIVE_INFINITY;
    }
}
