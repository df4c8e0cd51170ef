package org.eigenscope.figure.compose;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.eigenscope.law.SpectralLaw;

/**
 * A function of λ that a curve is sampled from.
 *
 * @param logHeight ln of the height at λ; −∞ for a height of 0
 * @param lower where the curve begins, possibly −∞
 * @param upper where it ends, possibly +∞
 * @param drops whether it falls to the floor at its ends, as a density does at the edges of its support
 */
public record CurveFunction(DoubleUnaryOperator logHeight, double lower, double upper, boolean drops) {
    public CurveFunction {
        Objects.requireNonNull(logHeight, "logHeight");
    }

    /** The density ρ(λ) of a law, on its support. */
    public static CurveFunction densityOf(SpectralLaw law) {
        return new CurveFunction(law::logDensity, law.supportLower(), law.supportUpper(), true);
    }

    /** A share of the eigenvalues, such as F or 1 − F. */
    public static CurveFunction share(DoubleUnaryOperator height) {
        return new CurveFunction(
                lambda -> Math.log(Math.max(0, height.applyAsDouble(lambda))),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                false);
    }

    /** The curve with all heights multiplied by a positive factor. */
    public CurveFunction times(double factor) {
        double shift = Math.log(factor);
        return shift == 0
                ? this
                : new CurveFunction(lambda -> logHeight.applyAsDouble(lambda) + shift, lower, upper, drops);
    }
}
