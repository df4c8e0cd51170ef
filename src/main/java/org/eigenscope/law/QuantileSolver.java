package org.eigenscope.law;

/**
 * Inverts a law's distribution function on a support that is bounded on the left.
 *
 * <p>Newton's method for ln F (or ln(1 − F) in the upper half) against t = ln(λ − lower), in which the tails of every
 * law here are nearly straight lines. Steps stay inside a shrinking bracket; the last steps are taken in λ itself. The
 * answer is as good as the law's own F.
 */
final class QuantileSolver {
    private static final double LOWEST = -745.2;
    private static final double HIGHEST = 709.78;
    private static final int MAX_STEPS = 300;

    private final SpectralLaw law;
    private final double logTarget;
    private final boolean upper;
    private final double lower;

    private QuantileSolver(SpectralLaw law, double target, boolean upper) {
        this.law = law;
        this.logTarget = Math.log(target);
        this.upper = upper;
        this.lower = law.supportLower();
    }

    /** The λ with F(λ) = p. */
    static double quantile(SpectralLaw law, double p) {
        Arguments.probability("p", p);
        if (p == 0) {
            return law.supportLower();
        }
        if (p == 1) {
            return law.supportUpper();
        }
        // 1 − p is exact from one half on
        return p < 0.5 ? new QuantileSolver(law, p, false).solve() : new QuantileSolver(law, 1 - p, true).solve();
    }

    /** The λ with 1 − F(λ) = q. */
    static double inverseSurvival(SpectralLaw law, double q) {
        Arguments.probability("q", q);
        if (q == 0) {
            return law.supportUpper();
        }
        if (q >= 0.5) {
            return quantile(law, 1 - q);
        }
        return new QuantileSolver(law, q, true).solve();
    }

    private double solve() {
        double low = LOWEST;
        double high = Math.min(HIGHEST, Math.log(law.supportUpper() - lower));
        double t = Math.max(low, Math.min(high, start()));
        double stride = 1;
        for (int step = 0; step < MAX_STEPS && high - low > 1e-15 * Math.max(1, Math.abs(t)); step++) {
            double tail = tail(lower + Math.exp(t));
            double miss = miss(tail);
            if (miss == 0) {
                break;
            }
            if (miss < 0) {
                low = t;
            } else {
                high = t;
            }
            double change = newtonStep(t, tail, miss);
            if (Math.abs(change) <= 1e-13 * Math.max(1, Math.abs(t))) {
                t += change;
                break;
            }
            // far from the answer a Newton step may be much too long: limit it, and double the limit each time
            double next = t + Math.max(-stride, Math.min(stride, change));
            stride *= 2;
            boolean bisect = !(next > low && next < high) || step % 8 == 7 && high - low < 64;
            t = bisect ? 0.5 * (low + high) : next;
        }
        return polish(lower + Math.exp(Math.max(low, Math.min(high, t))));
    }

    private double start() {
        double mean = law.mean() - lower;
        return mean > 0 && mean < Double.POSITIVE_INFINITY ? Math.log(mean) : 0;
    }

    private double tail(double lambda) {
        return upper ? law.survival(lambda) : law.cumulative(lambda);
    }

    /** How far the tail's logarithm is from the target, rising with λ. */
    private double miss(double tail) {
        return upper ? logTarget - Math.log(tail) : Math.log(tail) - logTarget;
    }

    private double newtonStep(double t, double tail, double miss) {
        double slope = Math.exp(law.logDensity(lower + Math.exp(t)) + t - Math.log(tail));
        double change = -miss / slope;
        return Double.isNaN(change) ? Double.POSITIVE_INFINITY : change;
    }

    /** Two Newton steps in λ: e^t carries |t| units of rounding. */
    private double polish(double start) {
        double lambda = start;
        for (int i = 0; i < 2; i++) {
            double tail = tail(lambda);
            double change = -miss(tail) * tail / law.density(lambda);
            if (!(Math.abs(change) < 1e-9 * (lambda - lower))) {
                return lambda;
            }
            lambda += change;
        }
        return lambda;
    }
}
