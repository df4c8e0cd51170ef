package org.eigenscope.law.special;

import org.apache.commons.math3.special.Gamma;

/** Functions related to the Gamma function, in forms without cancellation. */
public final class GammaFunctions {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727418;

    /** From here on Stirling's series with seven terms is exact to rounding. */
    private static final double STIRLING_FROM = 10;

    /** B_2k / (2k(2k − 1)), the coefficients of Stirling's series. */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    /** B_2k / (2k), the coefficients of the digamma function's asymptotic series. */
    private static final double[] DIGAMMA = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160
    };

    private GammaFunctions() {}

    /**
     * μ − ln(1 + μ) for μ > −1, without the cancellation at small μ; relative error a few units of rounding.
     *
     * <p>With t = μ/(2 + μ), ln(1 + μ) = 2 artanh t, so the difference is μt − 2(t³/3 + t⁵/5 + …).
     */
    public static double minusLog1p(double mu) {
        if (mu < -0.4 || mu > 0.6) {
            return mu - Math.log1p(mu);
        }
        double t = mu / (2 + mu);
        double t2 = t * t;
        double power = t2 * t;
        double sum = 0;
        for (int k = 3; ; k += 2) {
            double next = sum + power / k;
            if (next == sum) {
                return mu * t - 2 * sum;
            }
            sum = next;
            power *= t2;
        }
    }

    /** ln Γ(a + 1) − [(a + ½) ln a − a + ½ ln 2π], for a > 0: the remainder of Stirling's formula. */
    public static double stirlingRemainder(double a) {
        if (a < STIRLING_FROM) {
            return logGamma1p(a) - ((a + 0.5) * Math.log(a) - a + HALF_LOG_TWO_PI);
        }
        double inverse = 1 / a;
        return inverse * evenSeries(STIRLING, inverse * inverse);
    }

    /** ln Γ(a + 1) for a > 0; accurate relatively as a → 0 too. */
    public static double logGamma1p(double a) {
        return a <= 1.5 ? Gamma.logGamma1p(a) : Gamma.logGamma(a) + Math.log(a);
    }

    /**
     * The digamma function ψ(a) = d ln Γ/da for a > 0.
     *
     * <p>Upward recurrence to a ≥ 12, then the asymptotic series (DLMF 5.11.2). Absolute error ≤ 4e-15·max(1, |ψ|).
     */
    public static double digamma(double a) {
        double shift = 0;
        double x = a;
        while (x < 12) {
            shift += 1 / x;
            x += 1;
        }
        double inverse = 1 / (x * x);
        return Math.log(x) - 0.5 / x - inverse * evenSeries(DIGAMMA, inverse) - shift;
    }

    /** ln[x^a e^(−x) / Γ(a + 1)] for a > 0 and x > 0, finite: the logarithm of the Poisson weight at real a. */
    public static double logPoissonWeight(double a, double x) {
        return logPoissonWeight(a, x, logGamma1pIfSmall(a));
    }

    /** What {@link #logPoissonWeight(double, double, double)} needs of lnΓ(a + 1), to be computed once where there are many x. */
    public static double logGamma1pIfSmall(double a) {
        return a < STIRLING_FROM ? logGamma1p(a) : Double.NaN;
    }

    /**
     * As {@link #logPoissonWeight(double, double)}.
     *
     * @param logGamma1p of a, by {@link #logGamma1pIfSmall}
     */
    public static double logPoissonWeight(double a, double x, double logGamma1p) {
        if (a < STIRLING_FROM) {
            return a * Math.log(x) - x - logGamma1p;
        }
        // the saddle-point form: a·ln x − x − lnΓ(a + 1) would subtract numbers of size a
        double deviation = (x - a) / a;
        double exponent = deviation < -0.4 ? a * (Math.log(x / a) - deviation) : -a * minusLog1p(deviation);
        return exponent - 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingRemainder(a);
    }

    private static double evenSeries(double[] coefficients, double square) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * square + coefficients[k];
        }
        return sum;
    }
}
