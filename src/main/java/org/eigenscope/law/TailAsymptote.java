package org.eigenscope.law;

/**
 * The leading behaviour of a density at one end of its support, with its constant: ln ρ(λ) → ln C + p·ln u − r·u − q/u, u =
 * |λ − origin|.
 *
 * @param logConstant ln C
 * @param origin where u is measured from, in units of λ
 * @param power p
 * @param linearRate r ≥ 0, per unit of λ
 * @param reciprocalRate q ≥ 0, in units of λ
 */
public record TailAsymptote(double logConstant, double origin, double power, double linearRate, double reciprocalRate) {

    /** A pure power tail C·u^p. */
    static TailAsymptote powerLaw(double logConstant, double origin, double power) {
        return new TailAsymptote(logConstant, origin, power, 0, 0);
    }

    /** ln C + p·ln u − r·u − q/u at λ ≠ origin. */
    public double logDensity(double lambda) {
        double u = Math.abs(lambda - origin);
        return logConstant + power * Math.log(u) - linearRate * u - reciprocalRate / u;
    }

    /** The same end of a law that has the given share of the mass. */
    TailAsymptote times(double share) {
        return new TailAsymptote(logConstant + Math.log(share), origin, power, linearRate, reciprocalRate);
    }

    /** The same end of the law of shift + scale·X. */
    TailAsymptote affine(double scale, double shift) {
        return new TailAsymptote(
                logConstant - (power + 1) * Math.log(scale),
                shift + scale * origin,
                power,
                linearRate / scale,
                reciprocalRate * scale);
    }

    /** The end of the law of shift + scale/X that this end of the law of X becomes. */
    TailAsymptote reciprocal(double scale, double shift) {
        if (origin == 0) {
            return new TailAsymptote(
                    logConstant + (power + 1) * Math.log(scale),
                    shift,
                    -power - 2,
                    reciprocalRate / scale,
                    linearRate * scale);
        }
        // an edge at x₀ > 0 goes to one at shift + scale/x₀, stretched by scale/x₀²
        double stretch = scale / (origin * origin);
        return powerLaw(logConstant - (power + 1) * Math.log(stretch), shift + scale / origin, power);
    }
}
