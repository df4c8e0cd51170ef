package org.eigenscope.law.edge;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.Arguments;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.StieltjesQuadrature;
import org.eigenscope.law.special.Airy;
import org.eigenscope.law.special.GaussLegendre;
import org.eigenscope.law.special.PiecewiseSeries;

/**
 * The Tracy–Widom laws F₁ and F₂ of the largest eigenvalue at a soft edge, real and complex, in the standard scaling: the
 * edge of the Airy point process, mean −1.2065 and −1.7711.
 *
 * <p>With B_s the operator of kernel Ai(x + y + s) on L²(0, ∞), F₁(s) = det(1 − B_s) and F₂(s) = det(1 − B_s)·det(1 + B_s)
 * (Ferrari and Spohn, J. Phys. A 38 (2005) L557), each as a Gauss–Legendre determinant (Bornemann, Math. Comp. 79 (2010)
 * 871), tabulated once. F is right to 1e-13 absolutely, 1 − F to 1e-11 relatively; below s = −6, where F &lt; 1e-7, F is
 * right to 1e-8 relatively, from its asymptotic series with its constant.
 *
 * <p>Convention: s has no unit. The largest eigenvalue of a Gaussian sample covariance matrix of n dimensions and m samples is
 * about μ + σs in distribution with μ = (√n + √m)²/m and σ = (√n + √m)(1/√n + 1/√m)^(1/3)/m.
 */
public final class TracyWidom implements SpectralLaw {
    private static final double LEFT = -6;
    private static final double MIDDLE = 0;
    private static final double RIGHT = 12;
    private static final int POINTS = 14;
    private static final GaussLegendre TRACE = GaussLegendre.of(40);

    private final int beta;
    private final PiecewiseSeries logCumulative;
    private final PiecewiseSeries logSurvival;
    private final TracyWidomLowerTail lowerTail;
    private final double mean;
    private final double variance;

    private TracyWidom(int beta) {
        this.beta = beta;
        AiryDeterminant determinant = new AiryDeterminant();
        this.logCumulative =
                PiecewiseSeries.of(s -> Math.log(determinant.cumulative(beta, s)), LEFT, MIDDLE + 1, 14, POINTS);
        this.logSurvival = PiecewiseSeries.of(s -> Math.log(determinant.survival(beta, s)), MIDDLE, RIGHT, 16, POINTS);
        this.lowerTail = new TracyWidomLowerTail(beta, LEFT, logCumulative.value(LEFT), logCumulative.derivative(LEFT));
        this.mean = moment(0, 1);
        this.variance = moment(mean, 2);
    }

    private static final class RealLaw {
        static final TracyWidom INSTANCE = new TracyWidom(1);
    }

    private static final class ComplexLaw {
        static final TracyWidom INSTANCE = new TracyWidom(2);
    }

    /**
     * The law for Dyson index β.
     *
     * @param beta 1 (real matrices) or 2 (complex)
     * @throws IllegalArgumentException for another β
     */
    public static TracyWidom of(int beta) {
        return switch (beta) {
            case 1 -> RealLaw.INSTANCE;
            case 2 -> ComplexLaw.INSTANCE;
            default -> throw new IllegalArgumentException("beta = " + beta + " is neither 1 nor 2");
        };
    }

    /** The Dyson index β: 1 for real, 2 for complex matrices. */
    public int beta() {
        return beta;
    }

    /** F_β(s) for any real s, with the errors that the class states. */
    @Override
    public double cumulative(double s) {
        return Arguments.notNaN("s", s) < MIDDLE ? Math.exp(logCumulative(s)) : 1 - survival(s);
    }

    @Override
    public double survival(double s) {
        if (Arguments.notNaN("s", s) < MIDDLE) {
            return -Math.expm1(logCumulative(s));
        }
        return Math.exp(logSurvival(s));
    }

    @Override
    public double logDensity(double s) {
        if (Double.isInfinite(Arguments.notNaN("s", s))) {
            return Double.NEGATIVE_INFINITY;
        }
        if (s >= RIGHT) {
            return beta == 1 ? Math.log(0.5 * Airy.scaled(s)) - Airy.zeta(s) : logTrace(s, false);
        }
        if (s >= MIDDLE) {
            return Math.log(-logSurvival.derivative(s)) + logSurvival.value(s);
        }
        double below = logCumulative(s);
        // −|s|³/24 leaves the doubles long before the slope, which would then be an infinity against it
        return below == Double.NEGATIVE_INFINITY ? below : Math.log(logCumulativeSlope(s)) + below;
    }

    private double logSurvival(double s) {
        return s < RIGHT ? logSurvival.value(s) : logTrace(s, true);
    }

    private double logCumulativeSlope(double s) {
        return s < LEFT ? lowerTail.slope(s) : logCumulative.derivative(s);
    }

    private double logCumulative(double s) {
        return s < LEFT ? lowerTail.logCumulative(s) : logCumulative.value(s);
    }

    /** From s = 12 on one trace is all of 1 − F: ½∫ₛ^∞ Ai for β = 1, ∫₀^∞ u·Ai(s + u)² du for β = 2; or ∫₀^∞ Ai(s + u)² du. */
    private double logTrace(double s, boolean weighted) {
        double zeta = Airy.zeta(s);
        if (zeta == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double half = 20 / (beta * Math.sqrt(s));
        double scaled = 0;
        for (int i = 0; i < TRACE.size(); i++) {
            double u = half * (1 + TRACE.node(i));
            double ai = Airy.scaled(s + u) * Math.exp(zeta - Airy.zeta(s + u));
            scaled += half * TRACE.weight(i) * (beta == 1 ? 0.5 * ai : (weighted ? u : 1) * ai * ai);
        }
        return Math.log(scaled) - beta * zeta;
    }

    @Override
    public double supportLower() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double quantile(double p) {
        return solve(Arguments.probability("p", p), 1 - p);
    }

    @Override
    public double inverseSurvival(double q) {
        return solve(1 - q, Arguments.probability("q", q));
    }

    private double solve(double p, double q) {
        if (p == 0 || q == 0) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double low = -40;
        double high = 60;
        double s = mean;
        for (int step = 0; step < 200; step++) {
            boolean upper = s > mean;
            double tail = upper ? survival(s) : cumulative(s);
            double target = upper ? q : p;
            double miss = upper ? Math.log(target / tail) : Math.log(tail / target);
            if (miss < 0) {
                low = s;
            } else {
                high = s;
            }
            double next = s - miss * tail / density(s);
            next = next > low && next < high ? next : 0.5 * (low + high);
            if (Math.abs(next - s) <= 4e-16 * Math.max(1, Math.abs(s))) {
                return next;
            }
            s = next;
        }
        return s;
    }

    /** {@inheritDoc} −1.2065335745820 for β = 1, −1.7710868074112 for β = 2. */
    @Override
    public double mean() {
        return mean;
    }

    /** {@inheritDoc} 1.607781034581 for β = 1, 0.8131947928329 for β = 2. */
    @Override
    public double variance() {
        return variance;
    }

    /** −∞: S is negative with probability 0.83 (β = 1) or 0.97 (β = 2). */
    @Override
    public double logMoment() {
        return Double.NEGATIVE_INFINITY;
    }

    /** {@inheritDoc} By quadrature; error ≤ 1e-9·|G|. The support is the whole axis, so z must lie above it. */
    @Override
    public Complex stieltjes(Complex z) {
        return StieltjesQuadrature.of(this, z);
    }

    private double moment(double centre, int order) {
        GaussLegendre rule = GaussLegendre.of(24);
        double sum = 0;
        for (double from = -14; from < RIGHT; from++) {
            sum += rule.integrate(s -> Math.pow(s - centre, order) * density(s), from, from + 1);
        }
        return sum;
    }
}
