package org.eigenscope.law;

import java.util.function.DoubleUnaryOperator;
import org.eigenscope.law.special.AdaptiveQuadrature;

/**
 * E[f(Λ)] by quadrature of the density.
 *
 * <p>On a half-line the variable is t = ln(λ − lower); panels, at first as wide as the middle half of the mass, are
 * added outward from the median until they contribute nothing more. Where the range of doubles ends first, the rest of
 * a power tail is added from its slope. On a finite support λ = lower + width·sin²(φ/2), which removes the singularity
 * of square-root edges. Relative error about 1e-12 for smooth f of one sign.
 */
final class Expectation {
    /** ln of the farthest λ − lower that a march reaches: λ and 1/λ are doubles there. */
    private static final double REACH = 690;

    /** As {@link #REACH}, for an f that grows as λ² or 1/λ², so that f stays a double too. */
    private static final double REACH_OF_SQUARES = 340;

    private static final double NEGLIGIBLE = 1e-17;
    private static final double PANEL_GROWTH = 1.25;

    private final SpectralLaw law;
    private final DoubleUnaryOperator f;
    private final double lower;
    private final double gapFrom;
    private final double gapTo;
    private final double reach;

    private Expectation(SpectralLaw law, DoubleUnaryOperator f, double reach, double gapFrom, double gapTo) {
        this.reach = reach;
        this.law = law;
        this.f = f;
        this.lower = lowerEnd(law);
        this.gapFrom = gapFrom;
        this.gapTo = gapTo;
    }

    /**
     * E[f(Λ)] over the continuous part; ±∞ if fρ falls too slowly for the integral to converge beyond the range of
     * doubles.
     */
    static double of(SpectralLaw law, DoubleUnaryOperator f) {
        return of(law, f, REACH);
    }

    private static double of(SpectralLaw law, DoubleUnaryOperator f, double reach) {
        Expectation expectation = new Expectation(law, f, reach, Double.NaN, Double.NaN);
        if (law.supportUpper() < Double.POSITIVE_INFINITY) {
            return expectation.finite(law.supportUpper() - law.supportLower());
        }
        return expectation.halfLine();
    }

    /** E[f(Λ); Λ outside (from, to)] with lower < from < to, for a law on a half-line. */
    static double outside(SpectralLaw law, DoubleUnaryOperator f, double from, double to) {
        double lower = lowerEnd(law);
        return new Expectation(law, f, REACH, Math.log(from - lower), Math.log(to - lower)).halfLine();
    }

    /** The support's lower end or, at −∞, where F leaves the range of doubles. */
    static double lowerEnd(SpectralLaw law) {
        double lower = law.supportLower();
        return lower > Double.NEGATIVE_INFINITY ? lower : law.quantile(Double.MIN_NORMAL);
    }

    static double reciprocalMean(SpectralLaw law) {
        return reciprocal(law, 1, x -> 1 / x);
    }

    static double reciprocalVariance(SpectralLaw law) {
        double mean = law.reciprocalMean();
        if (mean == Double.POSITIVE_INFINITY) {
            return mean;
        }
        return reciprocal(law, 2, x -> (1 / x - mean) * (1 / x - mean));
    }

    private static double reciprocal(SpectralLaw law, int order, DoubleUnaryOperator f) {
        if (law.supportLower() < 0) {
            throw new IllegalStateException("the support reaches below zero, to " + law.supportLower());
        }
        boolean diverges = law.supportLower() == 0 && law.lowerTailExponent().orElse(order) <= order - 1;
        return diverges || law.atomAtZero() > 0
                ? Double.POSITIVE_INFINITY
                : of(law, f, order == 1 ? REACH : REACH_OF_SQUARES);
    }

    private double finite(double width) {
        DoubleUnaryOperator integrand = phi -> {
            double s = Math.sin(phi / 2);
            double lambda = lower + width * s * s;
            double density = law.density(lambda);
            return density == 0 ? 0 : density * f.applyAsDouble(lambda) * width * 0.5 * Math.sin(phi);
        };
        return AdaptiveQuadrature.integrate(integrand, 0, Math.PI, 0);
    }

    private double halfLine() {
        double start = Math.log(law.quantile(0.5) - lower);
        double spread = Math.log(law.quantile(0.75) - lower) - Math.log(law.quantile(0.25) - lower);
        if (!(Math.abs(start) < reach)) {
            start = Math.max(-reach, Math.min(reach, start));
            spread = 1;
        }
        double width = Math.max(1e-12, Math.min(2, spread));
        return march(start, width, reach) + march(start, -width, -reach);
    }

    private double integrand(double t) {
        double offset = Math.exp(t);
        double lambda = lower + offset;
        double density = law.density(lambda) * offset;
        return density == 0 ? 0 : density * f.applyAsDouble(lambda);
    }

    private double march(double start, double width, double end) {
        double sign = Math.signum(width);
        double sum = 0;
        double size = 0;
        double from = start;
        double stride = width;
        int quiet = 0;
        while (sign * (end - from) > 0) {
            double to = sign * (end - from) < 1.5 * Math.abs(stride) ? end : from + stride;
            double piece = panel(Math.min(from, to), Math.max(from, to), size);
            sum += piece;
            size += Math.abs(piece);
            boolean beforeGap = !Double.isNaN(gapFrom) && sign * ((sign > 0 ? gapTo : gapFrom) - to) > 0;
            quiet = !beforeGap && Math.abs(piece) <= NEGLIGIBLE * size ? quiet + 1 : 0;
            if (quiet == 3) {
                return sum;
            }
            from = to;
            stride *= PANEL_GROWTH;
        }
        return sum + beyond(end, sign);
    }

    /** The integral over a panel, without the part that lies in the gap. */
    private double panel(double from, double to, double size) {
        if (!(from < gapTo && to > gapFrom)) {
            return AdaptiveQuadrature.integrate(this::integrand, from, to, 1e-15 * size);
        }
        double below = from < gapFrom ? AdaptiveQuadrature.integrate(this::integrand, from, gapFrom, 1e-15 * size) : 0;
        double above = to > gapTo ? AdaptiveQuadrature.integrate(this::integrand, gapTo, to, 1e-15 * size) : 0;
        return below + above;
    }

    /**
     * The integral beyond the last panel, for a density and an f that are powers there: f·tail times the ratio of the
     * slopes of ρ and of fρ, which is 1 for a bounded f.
     */
    private double beyond(double end, double sign) {
        double lambda = lower + Math.exp(end);
        double tail = sign < 0 ? law.cumulative(lambda) : law.survival(lambda);
        double value = f.applyAsDouble(lambda);
        if (tail == 0 || value == 0) {
            return 0;
        }
        double inside = lower + Math.exp(end - sign);
        double decay = law.logDensity(inside) - law.logDensity(lambda) - sign;
        double growth = Math.log(Math.abs(value / f.applyAsDouble(inside)));
        double net = decay - growth;
        if (Double.isNaN(net)) {
            return 0;
        }
        return net > 1e-9 * Math.abs(decay) ? value * tail * decay / net : value * Double.POSITIVE_INFINITY;
    }
}
