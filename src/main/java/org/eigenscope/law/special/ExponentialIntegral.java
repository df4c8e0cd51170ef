package org.eigenscope.law.special;

/**
 * The generalised exponential integral E_s(x) = ∫₁^∞ e^(−xt) t^(−s) dt, x > 0, any real s, scaled by e^x.
 *
 * <p>Legendre's continued fraction for x ≥ 1 and s ≥ 0 (DLMF 8.19.17, contracted); below, where its denominators pass through
 * zero, the integral in ln t by adaptive quadrature. Relative error ≤ 1e-13 against Arb for 0.5 ≤ s ≤ 40, 1e-12 ≤ x ≤ 600.
 */
public final class ExponentialIntegral {
    private ExponentialIntegral() {}

    /** The scaled exponential integral e^x E_s(x), x > 0. */
    public static double scaled(double s, double x) {
        return x >= 1 && s >= 0 ? fraction(s, x) : integral(s, x, Double.POSITIVE_INFINITY);
    }

    /** e^x ∫₁^T e^(−xt) t^(−s) dt, with T given by its logarithm. */
    public static double scaledUpTo(double s, double x, double logT) {
        return integral(s, x, logT);
    }

    /** The continued fraction of E_s, by the modified Lentz algorithm. */
    private static double fraction(double s, double x) {
        double b = x + s;
        double c = Double.POSITIVE_INFINITY;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int n = 1; Math.abs(change - 1) > 1e-15 && n < 10_000; n++) {
            double numerator = -n * (s + n - 1);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            change = c * d;
            value *= change;
        }
        return value;
    }

    /** The exponent −x(e^w − 1) − (s − 1)w of the integrand over w = ln t rises to one peak and falls for good. */
    private static double integral(double s, double x, double logT) {
        double peak = Math.min(logT, s < 1 ? Math.max(0, Math.log((1 - s) / x)) : 0);
        double sum = 0;
        double from = 0;
        double width = 1 / (1 + x + Math.abs(s - 1));
        while (from < logT) {
            double to = Math.min(logT, from + width);
            double piece = AdaptiveQuadrature.integrate(w -> Math.exp(exponent(s, x, w)), from, to, 1e-16 * sum);
            sum += piece;
            if (from > peak && piece <= 1e-17 * sum) {
                break;
            }
            from = to;
            width *= 1.5;
        }
        return sum;
    }

    private static double exponent(double s, double x, double w) {
        return -x * Math.expm1(w) - (s - 1) * w;
    }
}
