package org.eigenscope.law.htmp;

/** The Chebyshev points of the second kind on [0, 1] and the transform from values at them to coefficients. */
final class ChebyshevNodes {
    static final int COUNT = 18;

    /** Ascending in [0, 1], both ends included. */
    static final double[] POINTS = points();

    private static final double[][] TRANSFORM = transform();

    private ChebyshevNodes() {}

    static double point(int i) {
        return POINTS[i];
    }

    /** Coefficients of T₀ … T₁₇ in ξ = 2θ − 1 ∈ [−1, 1] of the interpolant through the values. */
    static void coefficients(double[] values, double[] out, int offset) {
        for (int k = 0; k < COUNT; k++) {
            double sum = 0;
            for (int j = 0; j < COUNT; j++) {
                sum += TRANSFORM[k][j] * values[j];
            }
            out[offset + k] = sum;
        }
    }

    /** The size of the two highest coefficients: what the interpolant leaves unresolved. */
    static double unresolved(double[] values) {
        double last = 0;
        double lastButOne = 0;
        for (int j = 0; j < COUNT; j++) {
            last += TRANSFORM[COUNT - 1][j] * values[j];
            lastButOne += TRANSFORM[COUNT - 2][j] * values[j];
        }
        return Math.abs(last) + Math.abs(lastButOne);
    }

    /** Clenshaw's sum Σ a_k T_k(ξ). */
    static double sum(double[] coefficients, int offset, double xi) {
        double twice = 2 * xi;
        double b1 = 0;
        double b2 = 0;
        for (int k = offset + COUNT - 1; k > offset; k--) {
            double b = Math.fma(twice, b1, coefficients[k] - b2);
            b2 = b1;
            b1 = b;
        }
        return Math.fma(xi, b1, coefficients[offset] - b2);
    }

    private static double[] points() {
        double[] points = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            points[i] = (1 - Math.cos(Math.PI * i / (COUNT - 1))) / 2;
        }
        return points;
    }

    private static double[][] transform() {
        int last = COUNT - 1;
        double[][] matrix = new double[COUNT][COUNT];
        for (int k = 0; k < COUNT; k++) {
            for (int j = 0; j < COUNT; j++) {
                double ends = (j == 0 || j == last ? 0.5 : 1) * (k == 0 || k == last ? 0.5 : 1);
                // node j sits at ξ = −cos(πj/last), so T_k(ξ) = (−1)^k cos(πkj/last)
                double sign = k % 2 == 0 ? 1 : -1;
                matrix[k][j] = 2.0 / last * ends * sign * Math.cos(Math.PI * k * j / last);
            }
        }
        return matrix;
    }
}
