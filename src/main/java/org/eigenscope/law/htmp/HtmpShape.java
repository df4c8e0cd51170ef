package org.eigenscope.law.htmp;

/**
 * The constants of one HTMP(γ, κ) law, in the notation y = c·x, t = ln y.
 *
 * @param kappa κ, the eigenvalue repulsion
 * @param gamma γ, the aspect ratio
 * @param a A = κ/2
 * @param c c = κ/(2γ), the rate of y = c·x
 * @param delta δ = c − A = A(1 − γ)/γ, computed without that subtraction
 */
public record HtmpShape(double kappa, double gamma, double a, double c, double delta) {
    /** The least κ, and the least γ, that the law is tabulated for. */
    public static final double LEAST = 1e-4;

    /** The largest κ that the law is tabulated for. */
    public static final double LARGEST_KAPPA = 1e5;

    /**
     * The constants for κ ∈ [1e-4, 1e5] and γ ∈ [1e-4, 1].
     *
     * @throws IllegalArgumentException outside that domain
     */
    public static HtmpShape of(double kappa, double gamma) {
        if (!(kappa >= LEAST && kappa <= LARGEST_KAPPA)) {
            throw new IllegalArgumentException("kappa = " + kappa + " is outside [1e-4, 1e5]");
        }
        if (!(gamma >= LEAST && gamma <= 1)) {
            throw new IllegalArgumentException("gamma = " + gamma + " is outside [1e-4, 1]");
        }
        double a = kappa / 2;
        return new HtmpShape(kappa, gamma, a, a / gamma, a * (1 - gamma) / gamma);
    }

    /**
     * Q(y) of w″ + Q·w = 0 (derivatives in t), the normal form of Kummer's equation: positive where the eigenvalues are
     * dense, negative in the tails.
     */
    double oscillation(double y) {
        double gap = y - delta;
        return (a - 0.5) * y - gap * gap / 4;
    }

    /** The first derivative dQ/dt. */
    double oscillationSlope(double y) {
        return y * (a - 0.5 - (y - delta) / 2);
    }

    /** The second derivative d²Q/dt². */
    double oscillationCurvature(double y) {
        return y * (a - 0.5 + delta / 2 - y);
    }

    /** A point y in the bulk, where Q is largest; at least 1, where small laws keep what mass is not near zero. */
    double bulkPoint() {
        return Math.max(1, c + a - 1);
    }

    /** (√c + √A)², the upper edge of the limiting support in y. */
    double upperEdge() {
        double root = Math.sqrt(c) + Math.sqrt(a);
        return root * root;
    }

    /** (√c − √A)² = δ²/(√c + √A)², the lower edge of the limiting support in y. */
    double lowerEdge() {
        return delta * delta / upperEdge();
    }
}
