package org.eigenscope.law.convolution;

import java.util.Arrays;

/**
 * Moments of free products by Voiculescu's S-transform as a formal power series: with ψ(z) = Σ m_k z^k and its inverse
 * χ, S(w) = χ(w)(1 + w)/w is multiplicative. Exact up to rounding; for orders up to about 12.
 */
public final class FreeMoments {
    private FreeMoments() {}

    /**
     * The moments of μ ⊠ ν.
     *
     * @param first m₁…m_K of μ, finite, m₁ ≠ 0
     * @param second m₁…m_K of ν, likewise
     * @return m₁…m_K of the product
     * @throws IllegalArgumentException if the lengths differ or are 0, or a first moment is 0
     */
    public static double[] product(double[] first, double[] second) {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException(first.length + " and " + second.length + " moments do not match");
        }
        if (first[0] == 0 || second[0] == 0) {
            throw new IllegalArgumentException("mean = 0: there is no S-transform");
        }
        // χ = χ₁χ₂(1 + w)/w: one power of w is common to the factors
        double[] a = inverse(series(first));
        double[] b = inverse(series(second));
        int order = first.length;
        double[] chi = new double[order + 1];
        for (int i = 1; i <= order; i++) {
            for (int j = 1; i + j - 1 <= order; j++) {
                chi[i + j - 1] += a[i] * b[j];
                if (i + j <= order) {
                    chi[i + j] += a[i] * b[j];
                }
            }
        }
        double[] psi = inverse(chi);
        return Arrays.copyOfRange(psi, 1, order + 1);
    }

    /**
     * m₁…m_K of a law from its three-term recurrence, m_k = (J^k)₁₁ of its Jacobi matrix.
     *
     * @param diagonal a₀, a₁, … (at least K/2 + 1 of them)
     * @param squaredOffDiagonal b₁², b₂², …
     * @param order K
     */
    public static double[] ofRecurrence(double[] diagonal, double[] squaredOffDiagonal, int order) {
        int size = order / 2 + 1;
        double[] vector = new double[size];
        vector[0] = 1;
        double[] moments = new double[order];
        for (int k = 0; k < order; k++) {
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                next[i] += diagonal[i] * vector[i];
                if (i > 0) {
                    // the recurrence in monic form: ones above the diagonal, squares below
                    next[i] += squaredOffDiagonal[i - 1] * vector[i - 1];
                }
                if (i + 1 < size) {
                    next[i] += vector[i + 1];
                }
            }
            vector = next;
            moments[k] = vector[0];
        }
        return moments;
    }

    /**
     * m₁…m_K of HTMP(γ, κ), from its coefficients in c·x: a₀ = c, a_n = 2n + κ/2 + c, b_n² = (n + κ/2)(n − 1 + c), c =
     * κ/(2γ).
     */
    public static double[] ofHtmp(double kappa, double gamma, int order) {
        double c = kappa / (2 * gamma);
        int size = order / 2 + 1;
        double[] diagonal = new double[size];
        double[] squared = new double[size];
        for (int n = 0; n < size; n++) {
            diagonal[n] = n == 0 ? 1 : (2 * n + kappa / 2 + c) / c;
            squared[n] = (n + 1 + kappa / 2) * (n + c) / (c * c);
        }
        return ofRecurrence(diagonal, squared, order);
    }

    private static double[] series(double[] moments) {
        double[] series = new double[moments.length + 1];
        System.arraycopy(moments, 0, series, 1, moments.length);
        return series;
    }

    /** The inverse under composition of Σ_{k≥1} p_k z^k, by Lagrange: [w^n] = [z^(n−1)] (z/p(z))^n / n. */
    private static double[] inverse(double[] p) {
        int order = p.length - 1;
        double[] reciprocal = new double[order];
        for (int n = 0; n < order; n++) {
            double sum = n == 0 ? 1 : 0;
            for (int k = 1; k <= n; k++) {
                sum -= p[k + 1] * reciprocal[n - k];
            }
            reciprocal[n] = sum / p[1];
        }
        double[] result = new double[order + 1];
        double[] power = new double[order];
        power[0] = 1;
        for (int n = 1; n <= order; n++) {
            power = truncatedProduct(power, reciprocal);
            result[n] = power[n - 1] / n;
        }
        return result;
    }

    private static double[] truncatedProduct(double[] p, double[] q) {
        double[] product = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; i + j < p.length; j++) {
                product[i + j] += p[i] * q[j];
            }
        }
        return product;
    }
}
