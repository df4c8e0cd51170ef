package org.eigenscope.law.htmp;

import java.util.function.DoubleUnaryOperator;

/** ∫₀^∞ e^(−v)·f(v) dv by the 40-point Gauss–Laguerre rule. */
final class GaussLaguerre {
    private static final int POINTS = 40;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double x = node(i, i > 0 ? NODES[i - 1] : 0, i > 1 ? NODES[i - 2] : 0);
            double[] l = laguerre(x);
            NODES[i] = x;
            // w = x/((n+1)·L_{n+1}(x))², with (n+1)L_{n+1} = −n·L_{n−1} at a zero of L_n
            double next = POINTS * l[1];
            WEIGHTS[i] = x / (next * next);
        }
    }

    private GaussLaguerre() {}

    static double mean(DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = POINTS - 1; i >= 0; i--) {
            sum += WEIGHTS[i] * f.applyAsDouble(NODES[i]);
        }
        return sum;
    }

    /** Newton with the zeros already found divided out, so that it cannot return to one of them. */
    private static double node(int index, double previous, double beforePrevious) {
        double x = index == 0 ? 0.5 / POINTS : previous + 1.05 * (previous - beforePrevious) + 0.5 / POINTS;
        for (int iteration = 0; iteration < 200; iteration++) {
            double[] l = laguerre(x);
            double logSlope = POINTS * (l[0] - l[1]) / (x * l[0]);
            for (int j = 0; j < index; j++) {
                logSlope -= 1 / (x - NODES[j]);
            }
            double step = 1 / logSlope;
            x -= step;
            if (Math.abs(step) < 1e-15 * x) {
                break;
            }
        }
        return x;
    }

    /** The Laguerre polynomials {L_n(x), L_{n−1}(x)} by their recurrence. */
    private static double[] laguerre(double x) {
        double before = 1;
        double current = 1 - x;
        for (int k = 1; k < POINTS; k++) {
            double next = ((2 * k + 1 - x) * current - k * before) / (k + 1);
            before = current;
            current = next;
        }
        return new double[] {current, before};
    }
}
