package org.eigenscope.library;

import java.util.Arrays;

/** Products of the factors of adapters, all arrays row-major. */
final class FactorProducts {
    private FactorProducts() {}

    /** C = A·B with A m×r and B r×n. */
    static double[] times(double[] a, double[] b, int m, int r, int n) {
        double[] product = new double[Math.multiplyExact(m, n)];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < r; k++) {
                double factor = a[i * r + k];
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += factor * b[k * n + j];
                }
            }
        }
        return product;
    }

    static double[] transposed(double[] a, int m, int n) {
        double[] transposed = new double[a.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j * m + i] = a[i * n + j];
            }
        }
        return transposed;
    }

    /**
     * The kernel of a convolution in Tucker's form, ΔW[p,q,k] = Σ_ij T[i,j,k] L[i,p] R[j,q].
     *
     * @param core T, r×s×taps
     * @param left L, r×p
     * @param right R, s×q
     * @return p×q×taps
     */
    static double[] tucker(double[] core, double[] left, double[] right, Tucker sizes) {
        int taps = sizes.taps();
        // p × (s·taps)
        double[] half = times(transposed(left, sizes.r(), sizes.p()), core, sizes.p(), sizes.r(), sizes.s() * taps);
        double[] kernel = new double[Math.multiplyExact(Math.multiplyExact(sizes.p(), sizes.q()), taps)];
        for (int p = 0; p < sizes.p(); p++) {
            for (int j = 0; j < sizes.s(); j++) {
                for (int q = 0; q < sizes.q(); q++) {
                    double factor = right[j * sizes.q() + q];
                    for (int k = 0; k < taps; k++) {
                        kernel[(p * sizes.q() + q) * taps + k] += factor * half[(p * sizes.s() + j) * taps + k];
                    }
                }
            }
        }
        return kernel;
    }

    /** The sizes of {@link #tucker}. */
    record Tucker(int r, int s, int taps, int p, int q) {}

    /** The Kronecker product of A, a×b, and C, c×d: (a·c)×(b·d). */
    static double[] kronecker(double[] first, double[] second, int a, int b, int c, int d) {
        double[] product = new double[Math.multiplyExact(Math.multiplyExact(a, c), Math.multiplyExact(b, d))];
        for (int row = 0; row < a * c; row++) {
            for (int column = 0; column < b * d; column++) {
                product[row * b * d + column] = first[row / c * b + column / d] * second[row % c * d + column % d];
            }
        }
        return product;
    }

    /** Entry by entry, into the first. */
    static double[] hadamard(double[] first, double[] second) {
        Arrays.setAll(first, i -> first[i] * second[i]);
        return first;
    }

    static double[] scaled(double[] values, double scale) {
        Arrays.setAll(values, i -> scale * values[i]);
        return values;
    }

    /**
     * DoRA: each group of entries is given a norm, m·V/‖V‖. A group is a row of an out×in×taps kernel or, for norms along inputs, all that
     * belongs to one input.
     */
    static double[] withNorms(double[] values, double[] norms, int out, int taps, boolean byInput) {
        int in = values.length / out / taps;
        double[] squares = new double[byInput ? in : out];
        for (int i = 0; i < values.length; i++) {
            squares[group(i, in, taps, byInput)] += values[i] * values[i];
        }
        Arrays.setAll(values, i -> {
            int group = group(i, in, taps, byInput);
            return squares[group] == 0 ? 0 : values[i] * (norms[group] / Math.sqrt(squares[group]));
        });
        return values;
    }

    private static int group(int entry, int in, int taps, boolean byInput) {
        return byInput ? entry / taps % in : entry / taps / in;
    }
}
