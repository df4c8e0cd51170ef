package org.eigenscope.ui.fit.parameter;

import org.eigenscope.law.Domain;
import org.eigenscope.law.family.Parameter;

/** The names and meanings of the parameters. */
final class ParameterText {
    private ParameterText() {}

    static String name(Parameter parameter) {
        return switch (parameter) {
            case KAPPA -> "repulsion";
            case GAMMA -> "aspect ratio";
            case TAU -> "floor";
            case SCALE -> "scale";
            case SHAPE -> "shape";
            case RATE -> "rate";
            case SIGMA -> "spread";
            case EXPONENT -> "exponent";
            case XMIN -> "smallest";
            case CENTER -> "centre";
            case RADIUS -> "radius";
        };
    }

    /** Meaning, unit, place in the formula, and the values that it may have. */
    static String meaning(Parameter parameter, Domain domain) {
        return meaning(parameter) + "\nIt must be " + domain.describe() + ".";
    }

    private static String meaning(Parameter parameter) {
        return switch (parameter) {
            case KAPPA ->
                "κ, eigenvalue repulsion, no unit.\n"
                        + "Eigenvalues repel with Dyson index κ/N: κ → ∞ is Marchenko–Pastur,\n"
                        + "κ → 0 with κ/γ held is the Gamma law, or the inverse Gamma law.\n"
                        + "With γ held, a smaller κ gives the inverse law a heavier tail.";
            case GAMMA ->
                "γ, aspect ratio min(m,n)/max(m,n), no unit.\n"
                        + "Known from the shape of a rectangular matrix and locked there;\n"
                        + "fitted for a symmetric one.";
            case TAU ->
                "τ, floor of the spectrum, in units of λ.\n"
                        + "Every eigenvalue lies above it: λ = τ + s·X, or τ + s/X when inverse.\n"
                        + "In the paper's model the training temperature leaves it in a learned feature matrix.";
            case SCALE ->
                "s, scale of the eigenvalues, in units of λ.\n"
                        + "λ = τ + s·X, or τ + s/X when inverse, where X has mean 1.";
            case SHAPE -> "a, shape, no unit.";
            case RATE -> "b, rate per unit of λ (Gamma, cut-off) or scale in units of λ (inverse Gamma).";
            case SIGMA -> "σ, standard deviation of ln(λ − τ), no unit.";
            case EXPONENT -> "α, exponent of the density λ^−α, no unit.";
            case XMIN -> "x_min, where the power law begins, in units of λ: the smallest eigenvalue used.";
            case CENTER -> "m, middle of the semicircle, in units of λ.";
            case RADIUS -> "R, radius of the semicircle, in units of λ.";
        };
    }
}
