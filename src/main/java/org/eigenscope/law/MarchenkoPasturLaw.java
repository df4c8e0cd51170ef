package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.special.GaussLegendre;

/**
 * The Marchenko–Pastur law MP(γ), γ ∈ (0, 1], mean 1: ρ(λ) = √((λ − a)(b − λ))/(2πγλ) between a = (1 − √γ)² and b = (1 +
 * √γ)².
 *
 * <p>With r = √γ and λ = 1 + γ − 2r cos φ, F = (2/π)∫₀^φ sin²θ/(1 + γ − 2r cos θ) dθ: an integral of a smooth positive
 * function, so that F and 1 − F keep their relative accuracy at the edges: 1e-12, for the exact edges of the γ given.
 * Convention: λ are eigenvalues of the smaller Gram matrix divided by the larger side, for entries of variance 1.
 */
public final class MarchenkoPasturLaw implements SpectralLaw {
    /**
     * The γ for which quantiles are good to ten digits of the bulk's width: below, rounding of λ near 1 tells fewer of its
     * points apart. The law itself is defined for every γ ∈ (0, 1].
     */
    public static final Domain GAMMAS = Domain.closed(1e-12, 1);

    private static final GaussLegendre RULE = GaussLegendre.of(32);

    private final double gamma;
    private final double root;

    /** The exact √γ minus the double nearest to it, to leading order: the rounding error of √γ. */
    private final double rootError;

    private MarchenkoPasturLaw(double gamma) {
        this.gamma = gamma;
        this.root = Math.sqrt(gamma);
        this.rootError = Math.fma(-root, root, gamma) / (2 * root);
    }

    /**
     * MP(γ).
     *
     * @throws IllegalArgumentException if γ is outside (0, 1]
     */
    public static MarchenkoPasturLaw of(double gamma) {
        return new MarchenkoPasturLaw(Arguments.aspectRatio(gamma));
    }

    /**
     * The law of the larger Gram matrix, mean 1 with the zeros counted: mass 1 − 1/ratio at zero, and ratio·X with X ~
     * MP(1/ratio) for the rest, on ((1 − √ratio)², (1 + √ratio)²).
     *
     * @param ratio larger side over smaller side, > 1 (1 gives MP(1))
     * @throws IllegalArgumentException if the ratio is not a finite number ≥ 1
     */
    public static SpectralLaw ofLargerGram(double ratio) {
        if (!(ratio >= 1) || ratio == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("ratio = " + ratio + " is not a finite number ≥ 1");
        }
        MarchenkoPasturLaw smaller = of(1 / ratio);
        return ratio == 1 ? smaller : ZeroInflatedLaw.of(AffineLaw.of(smaller, ratio, 0), 1 - 1 / ratio);
    }

    /** The aspect ratio γ in (0, 1], which is also the variance. */
    public double gamma() {
        return gamma;
    }

    @Override
    public double logDensity(double lambda) {
        double above = gapToLower(lambda);
        double below = gapToUpper(lambda);
        if (!(above > 0 && below > 0)) {
            return lambda == 0 && gamma == 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return 0.5 * (Math.log(above) + Math.log(below)) - Math.log(2 * Math.PI * gamma) - Math.log(lambda);
    }

    @Override
    public double density(double lambda) {
        double above = gapToLower(lambda);
        double below = gapToUpper(lambda);
        if (!(above > 0 && below > 0)) {
            return lambda == 0 && gamma == 1 ? Double.POSITIVE_INFINITY : 0;
        }
        return Math.sqrt(above) * Math.sqrt(below) / (2 * Math.PI * gamma * lambda);
    }

    @Override
    public double cumulative(double lambda) {
        double above = gapToLower(lambda);
        double below = gapToUpper(lambda);
        if (above <= 0 || below <= 0) {
            return above <= 0 ? 0 : 1;
        }
        double upper = massAbove(above, below);
        return upper < 0.5 ? 1 - upper : massBelow(above, below);
    }

    @Override
    public double survival(double lambda) {
        double above = gapToLower(lambda);
        double below = gapToUpper(lambda);
        if (above <= 0 || below <= 0) {
            return above <= 0 ? 1 : 0;
        }
        double upper = massAbove(above, below);
        return upper < 0.5 ? upper : 1 - massBelow(above, below);
    }

    /** (2/π)∫₀^φ sin²θ/λ(θ)dθ, tan(φ/2) = √(above/below). */
    private double massBelow(double above, double below) {
        double phi = 2 * Math.atan2(Math.sqrt(above), Math.sqrt(below));
        double pole = -Math.log(root);
        if (phi < 3 * pole) {
            return 2 / Math.PI * RULE.integrate(this::integrand, 0, phi);
        }
        // φ reaches far past the pole at iθ = ln r, and the terms no longer cancel
        double turn = Math.atan2(root * Math.sin(phi), 1 - root * Math.cos(phi));
        return 2 / Math.PI * (phi / 2 + Math.sin(phi) / (2 * root) - (1 - gamma) * turn / (2 * gamma));
    }

    private double massAbove(double above, double below) {
        double psi = 2 * Math.atan2(Math.sqrt(below), Math.sqrt(above));
        return 2 / Math.PI * RULE.integrate(eta -> mirrored(eta), 0, psi);
    }

    private double integrand(double theta) {
        double sine = Math.sin(theta);
        double half = Math.sin(theta / 2);
        double edge = (1 - gamma) / (1 + root);
        return sine * sine / (edge * edge + 4 * root * half * half);
    }

    private double mirrored(double eta) {
        double sine = Math.sin(eta);
        double half = Math.sin(eta / 2);
        return sine * sine / ((1 + root) * (1 + root) - 4 * root * half * half);
    }

    /** λ − (1 − √γ)², to rounding of itself: the sum is exact in pairs of doubles. */
    private double gapToLower(double lambda) {
        return clampedSum(Arguments.notNaN("lambda", lambda), 2 * root, 2 * rootError, 1);
    }

    /** The distance to the upper edge, (1 + √γ)² − λ, accurate as {@link #gapToLower}. */
    private double gapToUpper(double lambda) {
        return clampedSum(Arguments.notNaN("lambda", lambda), -2 * root, -2 * rootError, -1);
    }

    /** sign·(λ − 1 − γ + twice + twiceError). */
    private double clampedSum(double lambda, double twice, double twiceError, int sign) {
        if (Double.isInfinite(lambda)) {
            return sign * lambda;
        }
        double less = lambda - 1;
        double wider = less + twice;
        double sum = wider - gamma;
        double error = lost(lambda, -1, less) + lost(less, twice, wider) + lost(wider, -gamma, sum);
        return sign * (sum + (error + twiceError));
    }

    /** The rounding error of a + b: the exact sum minus {@code sum}. */
    private static double lost(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    @Override
    public double quantile(double p) {
        Arguments.probability("p", p);
        return p < 0.5 ? solve(p, false) : solve(1 - p, true);
    }

    @Override
    public double inverseSurvival(double q) {
        Arguments.probability("q", q);
        return q < 0.5 ? solve(q, true) : solve(1 - q, false);
    }

    /** Newton's method for the logarithm of the mass against ln of the angle from the nearer edge, inside a bracket. */
    private double solve(double mass, boolean fromAbove) {
        if (mass == 0) {
            return fromAbove ? supportUpper() : supportLower();
        }
        double low = 0;
        double high = Math.PI;
        double angle = Math.PI / 2;
        for (int step = 0; step < 200 && high - low > 1e-16 * high; step++) {
            double cos = Math.cos(angle / 2);
            double sin = Math.sin(angle / 2);
            double near = 4 * root * sin * sin;
            double far = 4 * root * cos * cos;
            double got = fromAbove ? massAbove(far, near) : massBelow(near, far);
            if (got < mass) {
                low = angle;
            } else {
                high = angle;
            }
            double slope = 2 / Math.PI * (fromAbove ? mirrored(angle) : integrand(angle));
            double next = angle * Math.exp(-Math.log(got / mass) * got / (slope * angle));
            if (Math.abs(next - angle) <= 4e-16 * angle) {
                break;
            }
            angle = next > low && next < high ? next : 0.5 * (low + high);
        }
        double half = Math.sin(angle / 2);
        double gap = 4 * root * half * half;
        return fromAbove ? supportUpper() - gap : supportLower() + gap;
    }

    @Override
    public double supportLower() {
        double edge = (1 - gamma) / (1 + root);
        return edge * edge;
    }

    @Override
    public double supportUpper() {
        return (1 + root) * (1 + root);
    }

    @Override
    public double mean() {
        return 1;
    }

    /** The aspect ratio γ in (0, 1], which is also the variance. */
    @Override
    public double variance() {
        return gamma;
    }

    /** E[ln Λ] = −1 − ((1 − γ)/γ) ln(1 − γ). */
    @Override
    public double logMoment() {
        if (gamma > 0.1) {
            return gamma == 1 ? -1 : -1 - (1 - gamma) / gamma * Math.log1p(-gamma);
        }
        double sum = 0;
        double power = gamma;
        for (int n = 1; power > 1e-18 * gamma; n++) {
            sum -= power / (n * (n + 1.0));
            power *= gamma;
        }
        return sum;
    }

    /** E[1/Λ] = 1/(1 − γ), +∞ at γ = 1. */
    @Override
    public double reciprocalMean() {
        return 1 / (1 - gamma);
    }

    /** Var[1/Λ] = γ/(1 − γ)³, +∞ at γ = 1. */
    @Override
    public double reciprocalVariance() {
        double gap = 1 - gamma;
        return gamma / (gap * gap * gap);
    }

    /** {@inheritDoc} 2/(z + γ − 1 + √(z − a)√(z − b)), or its conjugate form where that keeps more digits. */
    @Override
    public Complex stieltjes(Complex z) {
        Arguments.transformArgument(z, supportLower());
        Complex linear = z.add(gamma - 1);
        Complex surd = z.subtract(supportLower())
                .sqrt()
                .multiply(z.subtract(supportUpper()).sqrt());
        Complex sum = linear.add(surd);
        Complex difference = linear.subtract(surd);
        if (sum.abs() >= difference.abs()) {
            return sum.reciprocal().multiply(2);
        }
        return difference.divide(z).divide(2 * gamma);
    }

    /** The square root at the edge; C = 1/π, p = −½ at γ = 1. */
    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return Optional.of(gamma == 1 ? TailAsymptote.powerLaw(-Math.log(Math.PI), 0, -0.5) : edge(supportLower()));
    }

    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return Optional.of(edge(supportUpper()));
    }

    private TailAsymptote edge(double position) {
        double logConstant = 0.5 * Math.log(supportUpper() - supportLower()) - Math.log(2 * Math.PI * gamma * position);
        return TailAsymptote.powerLaw(logConstant, position, 0.5);
    }

    /** The exponent at the lower edge: ½, and −½ at γ = 1. */
    @Override
    public OptionalDouble lowerTailExponent() {
        return OptionalDouble.of(gamma == 1 ? -0.5 : 0.5);
    }
}
