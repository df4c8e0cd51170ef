package org.eigenscope.law.special;

/**
 * Airy's function Ai on the real axis, scaled by e^ζ with ζ = ⅔x^(3/2) where x > 0.
 *
 * <p>For x ≥ 1 by π·e^ζ·Ai(x) = ∫₀^∞ e^(−√x·t²) cos(t³/3) dt (DLMF 9.5.4 on its steepest-descent path); elsewhere by Taylor
 * steps of y″ = xy from 0. Relative error ≤ 1e-13 for x ≥ −1, absolute error ≤ 1e-13 down to x = −30.
 */
public final class Airy {
    private static final double AI_ZERO = 0.35502805388781723926;
    private static final double AI_SLOPE_ZERO = -0.25881940379280679841;
    private static final double LONGEST_STEP = 0.5;
    private static final GaussLegendre RULE = GaussLegendre.of(80);

    private Airy() {}

    /** Ai(x) for −30 ≤ x. */
    public static double ai(double x) {
        return x > 0 ? scaled(x) * Math.exp(-zeta(x)) : stepped(x);
    }

    /** e^ζ Ai(x) for x ≥ 0. */
    public static double scaled(double x) {
        if (x < 1) {
            return stepped(x) * Math.exp(zeta(x));
        }
        double root = Math.sqrt(x);
        double half = 3.1 / Math.sqrt(root);
        double sum = 0;
        for (int i = 0; i < RULE.size(); i++) {
            double t = half * (1 + RULE.node(i));
            sum += RULE.weight(i) * Math.exp(-root * t * t) * Math.cos(t * t * t / 3);
        }
        return half * sum / Math.PI;
    }

    /** The exponent ζ = ⅔x^(3/2) of the asymptotic forms. */
    public static double zeta(double x) {
        return 2 * x * Math.sqrt(x) / 3;
    }

    private static double stepped(double target) {
        int steps = Math.max(1, (int) Math.ceil(Math.abs(target) / LONGEST_STEP));
        double h = target / steps;
        double value = AI_ZERO;
        double slope = AI_SLOPE_ZERO;
        for (int i = 0; i < steps; i++) {
            double x = i * h;
            // y = Σ a_n h^n with (n + 2)(n + 1)a_(n+2) = x·a_n + a_(n−1)
            double before = 0;
            double current = value;
            double next = slope * h;
            double sum = current + next;
            double derivative = next;
            for (int n = 0; n < 24; n++) {
                double term = (x * current + before * h) * h * h / ((n + 2) * (n + 1));
                before = current;
                current = next;
                next = term;
                sum += term;
                derivative += (n + 2) * term;
            }
            value = sum;
            slope = derivative / h;
            if (h == 0) {
                return AI_ZERO;
            }
        }
        return value;
    }
}
