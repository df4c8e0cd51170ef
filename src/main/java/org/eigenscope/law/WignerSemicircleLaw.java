package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;

/**
 * Wigner's semicircle ρ(λ) = (2/(πR²))√(R² − (λ − m)²) on [m − R, m + R]; variance R²/4.
 *
 * <p>Any real m and R > 0, in the units of λ: R = 2σ√n for a symmetric n×n matrix of entries of variance σ². With λ = m − R
 * cos φ, F = (2φ − sin 2φ)/(2π). F and 1 − F keep their relative accuracy at the edges, 1e-13. Wigner, Ann. Math. 67 (1958)
 * 325.
 */
public final class WignerSemicircleLaw implements SpectralLaw {
    private final double centre;
    private final double radius;

    private WignerSemicircleLaw(double centre, double radius) {
        this.centre = centre;
        this.radius = radius;
    }

    /**
     * The law with the given centre and radius.
     *
     * @param centre m, finite
     * @param radius R > 0
     * @throws IllegalArgumentException outside these domains
     */
    public static WignerSemicircleLaw of(double centre, double radius) {
        return new WignerSemicircleLaw(Arguments.finite("centre", centre), Arguments.positive("radius", radius));
    }

    /** The centre m, which is also the mean. */
    public double centre() {
        return centre;
    }

    /** The radius R > 0. */
    public double radius() {
        return radius;
    }

    /** (λ − lower)/R, to rounding of itself near the lower edge. */
    private double above(double lambda) {
        return (Arguments.notNaN("lambda", lambda) - (centre - radius)) / radius;
    }

    /** The distance from the upper end in radii, (upper − λ)/R. */
    private double below(double lambda) {
        return (centre + radius - Arguments.notNaN("lambda", lambda)) / radius;
    }

    @Override
    public double logDensity(double lambda) {
        double above = above(lambda);
        double below = below(lambda);
        if (!(above > 0 && below > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(2 / Math.PI) - Math.log(radius) + 0.5 * (Math.log(above) + Math.log(below));
    }

    @Override
    public double density(double lambda) {
        double above = above(lambda);
        double below = below(lambda);
        return above > 0 && below > 0 ? 2 / Math.PI * Math.sqrt(above) * Math.sqrt(below) / radius : 0;
    }

    @Override
    public double cumulative(double lambda) {
        return mass(above(lambda), below(lambda));
    }

    @Override
    public double survival(double lambda) {
        return mass(below(lambda), above(lambda));
    }

    /** The mass on the near side of a point from its distances to the two edges. */
    private static double mass(double near, double far) {
        if (near <= 0 || far <= 0) {
            return near <= 0 ? 0 : 1;
        }
        return arc(4 * Math.atan2(Math.sqrt(near), Math.sqrt(far))) / (2 * Math.PI);
    }

    /** t − sin t without the cancellation at small t. */
    private static double arc(double t) {
        if (t > 1) {
            return t - Math.sin(t);
        }
        double term = t * t * t / 6;
        double sum = 0;
        for (int k = 4; Math.abs(term) > 1e-18 * sum; k += 2) {
            sum += term;
            term *= -t * t / (k * (k + 1.0));
        }
        return sum;
    }

    @Override
    public double quantile(double p) {
        Arguments.probability("p", p);
        return p <= 0.5 ? supportLower() + edgeDistance(p) : supportUpper() - edgeDistance(1 - p);
    }

    @Override
    public double inverseSurvival(double q) {
        Arguments.probability("q", q);
        return q <= 0.5 ? supportUpper() - edgeDistance(q) : supportLower() + edgeDistance(1 - q);
    }

    /** R(1 − cos φ) with arc(2φ) = 2πp for p ≤ ½, by Newton's method on the logarithms. */
    private double edgeDistance(double p) {
        if (p == 0) {
            return 0;
        }
        double target = 2 * Math.PI * p;
        double t = Math.cbrt(6 * target);
        for (int step = 0; step < 50; step++) {
            double value = arc(t);
            double half = Math.sin(t / 2);
            double change = -Math.log(value / target) * value / (2 * half * half);
            t = Math.min(Math.PI, t + change);
            if (Math.abs(change) <= 2e-16 * t) {
                break;
            }
        }
        double quarter = Math.sin(t / 4);
        return 2 * radius * quarter * quarter;
    }

    @Override
    public double supportLower() {
        return centre - radius;
    }

    @Override
    public double supportUpper() {
        return centre + radius;
    }

    /** The centre m, which is also the mean. */
    @Override
    public double mean() {
        return centre;
    }

    /** The variance Var[Λ] = R²/4. */
    @Override
    public double variance() {
        return 0.25 * radius * radius;
    }

    /** E[ln Λ] = ln((m + t)/2) + R²/(2(m + t)²) with t = √(m² − R²) for m ≥ R, else −∞. */
    @Override
    public double logMoment() {
        if (centre < radius) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = centre + gap();
        double ratio = radius / sum;
        return Math.log(sum / 2) + 0.5 * ratio * ratio;
    }

    private double gap() {
        return Math.sqrt(centre - radius) * Math.sqrt(centre + radius);
    }

    /** The mean of 1/λ where the support is positive, 2/(m + t). */
    @Override
    public double reciprocalMean() {
        requirePositiveSupport();
        return 2 / (centre + gap());
    }

    /** Var[1/Λ] = 2R²/((m + t)³t), +∞ at m = R. */
    @Override
    public double reciprocalVariance() {
        requirePositiveSupport();
        double sum = centre + gap();
        double ratio = radius / sum;
        return 2 * ratio * ratio / sum / gap();
    }

    private void requirePositiveSupport() {
        if (centre < radius) {
            throw new IllegalStateException("the support reaches below zero, to " + supportLower());
        }
    }

    /** {@inheritDoc} 2/(w + √(w − R)√(w + R)), w = z − m. */
    @Override
    public Complex stieltjes(Complex z) {
        Arguments.transformArgument(z, supportLower());
        Complex w = z.subtract(centre);
        Complex root = w.subtract(radius).sqrt().multiply(w.add(radius).sqrt());
        return w.add(root).reciprocal().multiply(2);
    }

    /** The exponent ½: the density vanishes like u^½ at either end, u the distance to it. */
    @Override
    public OptionalDouble lowerTailExponent() {
        return OptionalDouble.of(0.5);
    }

    /** C = (2/R)^(3/2)/π, p = ½. */
    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return Optional.of(edge(supportLower()));
    }

    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return Optional.of(edge(supportUpper()));
    }

    private TailAsymptote edge(double position) {
        return TailAsymptote.powerLaw(1.5 * Math.log(2 / radius) - Math.log(Math.PI), position, 0.5);
    }
}
