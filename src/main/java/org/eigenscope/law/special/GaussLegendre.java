package org.eigenscope.law.special;

import java.util.function.DoubleUnaryOperator;

/**
 * The n-point Gauss–Legendre rule; exact for polynomials of degree 2n − 1. Immutable.
 *
 * <p>Nodes by Newton's method on the three-term recurrence of P_n; nodes and weights to a few units of rounding.
 */
public final class GaussLegendre {
    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * The rule with n nodes.
     *
     * @throws IllegalArgumentException if n is not positive
     */
    public static GaussLegendre of(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n = " + n + " is not positive");
        }
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int iteration = 0; iteration < 8; iteration++) {
                double previous = 1;
                double current = x;
                for (int k = 2; k <= n; k++) {
                    double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
                    previous = current;
                    current = next;
                }
                slope = n * (previous - x * current) / ((1 - x) * (1 + x));
                x -= current / slope;
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x) * (1 + x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    /** The number of nodes. */
    public int size() {
        return nodes.length;
    }

    /** Node i of [−1, 1], ascending. */
    public double node(int i) {
        return nodes[i];
    }

    /** The weight of node i; the weights sum to 2. */
    public double weight(int i) {
        return weights[i];
    }

    /** ∫f over [a, b]. */
    public double integrate(DoubleUnaryOperator f, double a, double b) {
        double half = 0.5 * (b - a);
        double middle = 0.5 * (a + b);
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * f.applyAsDouble(middle + half * nodes[i]);
        }
        return half * sum;
    }
}
