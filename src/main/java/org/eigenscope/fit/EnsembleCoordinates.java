package org.eigenscope.fit;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;

/**
 * The coordinates (κ, α, β, τ) of the master model q(M) ∝ (det M)^(−α) exp(−β tr M⁻¹), in one-to-one correspondence with
 * (κ, γ, s, τ): α = 1 + (κ/2)(1 + 1/γ), γ = κ/(2(α − 1) − κ), β = c·s (inverse) or c/s (direct), c = κ/(2γ).
 *
 * @param kappa κ &gt; 0
 * @param alpha α ≥ 1 + κ; smaller ones would need γ &gt; 1
 * @param beta β &gt; 0
 * @param tau τ ≥ 0
 */
public record EnsembleCoordinates(double kappa, double alpha, double beta, double tau) {
    private static final double ROUNDING = 1e-12;

    public EnsembleCoordinates {
        if (!(kappa > 0) || !(beta > 0) || !(tau >= 0) || !Double.isFinite(kappa + alpha + beta + tau)) {
            throw new IllegalArgumentException(
                    "κ = " + kappa + ", β = " + beta + " must be positive and τ = " + tau + " not negative");
        }
        if (!isReachable(kappa, alpha)) {
            throw new IllegalArgumentException(
                    "α = " + alpha + " is below 1 + κ = " + smallestAlpha(kappa) + ", which would need γ > 1");
        }
    }

    /** The smallest α that some γ ≤ 1 reaches. */
    public static double smallestAlpha(double kappa) {
        return 1 + kappa;
    }

    /** Whether some γ ≤ 1 gives this α, up to rounding. */
    public static boolean isReachable(double kappa, double alpha) {
        return alpha >= smallestAlpha(kappa) * (1 - ROUNDING);
    }

    static double alpha(double kappa, double gamma) {
        return 1 + kappa / 2 * (1 + 1 / gamma);
    }

    /** The coordinates of a law with parameters (κ, γ, s, τ). */
    public static EnsembleCoordinates of(Orientation orientation, ParameterSet p) {
        double c = p.get(KAPPA) / (2 * p.get(GAMMA));
        double beta = orientation.rate(c, p.get(SCALE));
        return new EnsembleCoordinates(p.get(KAPPA), alpha(p.get(KAPPA), p.get(GAMMA)), beta, p.get(TAU));
    }

    /**
     * The ratio τ/η of the two temperatures of training, for a Gaussian likelihood with m outputs and a flat prior on M: α =
     * mτ/(2η), so that faster cooling means larger α and a lighter tail.
     *
     * @param outputs m, at least 1
     */
    public double temperatureRatio(int outputs) {
        return 2 * alpha / requireOutputs(outputs);
    }

    /**
     * The same κ, β and τ with the α of a ratio of temperatures, α = mτ/(2η).
     *
     * @param ratio τ/η, at least 2(1 + κ)/m; below, γ would exceed 1
     * @param outputs m, at least 1
     * @throws IllegalArgumentException outside these
     */
    public EnsembleCoordinates withTemperatureRatio(double ratio, int outputs) {
        return new EnsembleCoordinates(kappa, requireOutputs(outputs) * ratio / 2, beta, tau);
    }

    private static int requireOutputs(int outputs) {
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs = " + outputs + " is not positive");
        }
        return outputs;
    }

    /** γ = κ/(2(α − 1) − κ) ∈ (0, 1]. */
    public double gamma() {
        return Math.min(1, kappa / (2 * (alpha - 1) - kappa));
    }

    /** The parameters (κ, γ, s, τ) of the law; scale s = β/c (inverse) or c/β (direct). */
    public ParameterSet parameters(Orientation orientation) {
        double c = kappa / (2 * gamma());
        double scale = orientation.scale(c, beta);
        return ParameterSet.ofHtmp(kappa, gamma(), scale, tau);
    }
}
