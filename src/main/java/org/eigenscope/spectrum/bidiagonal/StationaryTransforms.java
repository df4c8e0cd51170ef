package org.eigenscope.spectrum.bidiagonal;

import java.util.Arrays;

/**
 * Where numbers x lie among the eigenvalues λ of T = L·Lᵀ: how many are smaller, Σ x/(x − λ) and Σ (x/(x − λ))², for
 * many x at once.
 *
 * <p>The differential stationary quotient-difference transform (K. V. Fernando and B. N. Parlett, Numer. Math. 67,
 * 1994), in the squares q_i = L_ii² and e_i = L_{i+1,i}²: T − x = L₊·D₊·L₊ᵀ with pivots d_i = q_i + s_i, s_1 = −x,
 * s_{i+1} = s_i·e_i/d_i − x. As many λ as pivots are negative lie below x, exactly so for a T whose entries differ by a
 * few roundings each. The sums are x·(ln |∏ d_i|)′ and −x²·(ln |∏ d_i|)″, from x·s′ and x²·s″ carried along, which stay
 * in range however small x is. O(N) for one x.
 *
 * <p>With one x after the other, each step would wait for a division. Here the rows are the outer loop, and the loops
 * over x are written so that the compiler turns them into vector instructions: no branches, few arrays.
 */
final class StationaryTransforms {
    /** How many x are processed together, so that their values stay in the first-level cache. */
    private static final int WIDTH = 256;

    private final double[] q;
    private final double[] e;
    private final double[] x = new double[WIDTH];
    private final double[] s = new double[WIDTH];
    private final double[] slope = new double[WIDTH];
    private final double[] curvature = new double[WIDTH];
    private final double[] reciprocal = new double[WIDTH];
    private final double[] signs = new double[WIDTH];
    private final double[] sum = new double[WIDTH];
    private final double[] squares = new double[WIDTH];
    private final double[] counts;
    private final double[] sums;
    private final double[] sumsOfSquares;

    /**
     * @param q squares of the diagonal of L, N of them, positive
     * @param e squares below it, N − 1, positive
     */
    StationaryTransforms(double[] q, double[] e) {
        this.q = q;
        this.e = e;
        this.counts = new double[q.length];
        this.sums = new double[q.length];
        this.sumsOfSquares = new double[q.length];
    }

    /**
     * Takes the first numbers of an array.
     *
     * @param numbers x
     * @param count how many, at most N
     */
    void at(double[] numbers, int count) {
        for (int from = 0; from < count; from += WIDTH) {
            int width = Math.min(WIDTH, count - from);
            System.arraycopy(numbers, from, x, 0, width);
            start(width);
            int last = q.length - 1;
            for (int i = 0; i <= last; i++) {
                double coupling = i < last ? e[i] : 0;
                pivots(q[i], coupling, width);
                derivatives(q[i], coupling, width);
            }
            for (int k = 0; k < width; k++) {
                counts[from + k] = Math.rint((q.length - signs[k]) / 2);
            }
            System.arraycopy(sum, 0, sums, from, width);
            System.arraycopy(squares, 0, sumsOfSquares, from, width);
        }
    }

    private void start(int width) {
        for (int k = 0; k < width; k++) {
            s[k] = -x[k];
            slope[k] = -x[k];
        }
        Arrays.fill(curvature, 0);
        Arrays.fill(signs, 0);
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
    }

    private void pivots(double qi, double ei, int width) {
        for (int k = 0; k < width; k++) {
            double pivot = s[k] + qi;
            double over = 1 / pivot;
            reciprocal[k] = over;
            signs[k] += Math.abs(pivot) * over;
            s[k] = s[k] * (ei * over) - x[k];
        }
    }

    private void derivatives(double qi, double ei, int width) {
        for (int k = 0; k < width; k++) {
            double over = reciprocal[k];
            double first = slope[k];
            double relative = first * over;
            sum[k] += relative;
            squares[k] += relative * relative - curvature[k] * over;
            double factor = (qi * over) * (ei * over);
            curvature[k] = factor * (curvature[k] - 2 * first * relative);
            slope[k] = factor * first - x[k];
        }
    }

    /** How many eigenvalues are below the j-th number; NaN if a pivot came out as 0, then as well for the sums. */
    double count(int j) {
        return counts[j];
    }

    /** Σ x/(x − λ). */
    double sum(int j) {
        return sums[j];
    }

    /** Σ (x/(x − λ))². */
    double sumOfSquares(int j) {
        return sumsOfSquares[j];
    }
}
