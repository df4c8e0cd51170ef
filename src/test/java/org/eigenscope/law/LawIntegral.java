package org.eigenscope.law;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.eigenscope.law.special.GaussLegendre;

/** Integrals against a law's density for tests: Gauss–Legendre panels between fixed quantiles, nothing adaptive. */
final class LawIntegral {
    private static final GaussLegendre RULE = GaussLegendre.of(24);
    private static final double[] TAIL = {
        1e-250, 1e-200, 1e-150, 1e-100, 1e-70, 1e-50, 1e-40, 1e-30, 1e-25, 1e-20, 1e-16, 1e-13, 1e-10, 1e-8, 1e-6, 1e-5,
        1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5
    };
    private static final int PIECES = 3;

    private LawIntegral() {}

    /** ∫fρ over the whole support. */
    static double of(SpectralLaw law, DoubleUnaryOperator f) {
        if (law.supportUpper() < Double.POSITIVE_INFINITY) {
            double sum = 0;
            for (int k = 0; k < 60; k++) {
                sum += finite(law, f, k == 59 ? 0 : Math.PI * Math.pow(2, -k - 1), Math.PI * Math.pow(2, -k));
            }
            return sum;
        }
        double lower = law.supportLower();
        double share = 1 - law.atomAtZero();
        double[] breaks = new double[2 * TAIL.length - 1];
        for (int i = 0; i < TAIL.length; i++) {
            breaks[i] = law.quantile(law.atomAtZero() + share * TAIL[i]) - lower;
            breaks[breaks.length - 1 - i] = law.inverseSurvival(share * TAIL[i]) - lower;
        }
        breaks = Arrays.stream(breaks)
                .filter(b -> b > 1e-300 && b < 1e300)
                .sorted()
                .distinct()
                .toArray();
        double first = lower + breaks[0];
        double last = lower + breaks[breaks.length - 1];
        double sum = outer(f.applyAsDouble(first), law.cumulative(first) - law.atomAtZero())
                + outer(f.applyAsDouble(last), law.survival(last));
        for (int i = 1; i < breaks.length; i++) {
            sum += logarithmic(law, f, Math.log(breaks[i - 1]), Math.log(breaks[i]));
        }
        return sum;
    }

    /** What a bounded f adds beyond the outermost quantiles; an f that overflows there is one that the mass makes up for. */
    private static double outer(double value, double mass) {
        return Double.isFinite(value) ? value * mass : 0;
    }

    /** ∫fρ from one point to another. */
    static double between(SpectralLaw law, DoubleUnaryOperator f, double from, double to) {
        double lower = law.supportLower();
        if (law.supportUpper() < Double.POSITIVE_INFINITY) {
            return finite(law, f, angle(law, from), angle(law, to));
        }
        return logarithmic(law, f, Math.log(from - lower), Math.log(to - lower));
    }

    /** The median's height above the support's lower end. */
    static double scale(SpectralLaw law) {
        return law.quantile(law.atomAtZero() + (1 - law.atomAtZero()) * 0.5) - law.supportLower();
    }

    private static double angle(SpectralLaw law, double x) {
        return 2 * Math.atan2(Math.sqrt(x - law.supportLower()), Math.sqrt(law.supportUpper() - x));
    }

    private static double finite(SpectralLaw law, DoubleUnaryOperator f, double from, double to) {
        double lower = law.supportLower();
        double width = law.supportUpper() - lower;
        return pieces(
                phi -> {
                    double s = Math.sin(phi / 2);
                    double x = lower + width * s * s;
                    return law.density(x) * f.applyAsDouble(x) * width * 0.5 * Math.sin(phi);
                },
                from,
                to,
                8);
    }

    private static double logarithmic(SpectralLaw law, DoubleUnaryOperator f, double from, double to) {
        double lower = law.supportLower();
        return pieces(
                t -> {
                    double x = lower + Math.exp(t);
                    return law.density(x) * Math.exp(t) * f.applyAsDouble(x);
                },
                from,
                to,
                PIECES);
    }

    private static double pieces(DoubleUnaryOperator g, double from, double to, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += RULE.integrate(g, from + (to - from) * i / count, from + (to - from) * (i + 1) / count);
        }
        return sum;
    }
}
