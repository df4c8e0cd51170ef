package org.eigenscope.law.special;

/** The complementary error function, accurate relatively in its tail (error ≤ 1e-13), and the normal tail. */
public final class ErrorFunction {
    private static final double SQRT_PI = 1.7724538509055160273;

    private ErrorFunction() {}

    /** erfc(z) for any real z. */
    public static double complement(double z) {
        if (z < 0) {
            return 2 - complement(-z);
        }
        return z < 1 ? 1 - series(z) : Math.exp(-z * z) * fraction(z);
    }

    /** e^(z²) erfc(z) for z ≥ 0; does not underflow. */
    public static double scaledComplement(double z) {
        return z < 1 ? Math.exp(z * z) * (1 - series(z)) : fraction(z);
    }

    /** P(Z > z) for a standard normal Z. */
    public static double normalTail(double z) {
        return 0.5 * complement(z * Math.sqrt(0.5));
    }

    /** erf(z) = 2/√π e^(−z²) Σ 2ⁿ z^(2n+1)/(2n+1)!!, every term positive (DLMF 7.6.2). */
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }
        return 2 / SQRT_PI * Math.exp(-z * z) * sum;
    }

    /** The scaled function for z ≥ 1 by the even part of Laplace's continued fraction (DLMF 7.9.3), from the far end. */
    private static double fraction(double z) {
        if (z > 1e8) {
            return 1 / (SQRT_PI * z);
        }
        double square = z * z;
        int terms = 10 + (int) (150 / square);
        double tail = 0;
        for (int n = terms; n >= 1; n--) {
            double numerator = n * (n - 0.5);
            tail = numerator / (square + 2 * n + 0.5 - tail);
        }
        return z / (SQRT_PI * (square + 0.5 - tail));
    }
}
