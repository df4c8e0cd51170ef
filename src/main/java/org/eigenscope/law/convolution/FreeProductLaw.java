package org.eigenscope.law.convolution;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.SpectralLaw;

/**
 * The free multiplicative convolution μ ⊠ ν: the limiting spectrum of Σ^(1/2) X Σ^(1/2) as the size grows, for Σ with
 * spectrum μ and an orthogonally invariant X with spectrum ν (Voiculescu, Dykema and Nica, Free Random Variables, 1992).
 * With ν = MP it is Silverstein's generalised Marchenko–Pastur law.
 *
 * <p>The density is −Im M(x)/(πx), with M on the axis from {@link Subordination}: 1e-10 of its largest value or better,
 * and 0 where it is below 1e-13·|M|/x, which rounding hides. F and quantiles come from a table of integrals that is made
 * when first asked for, to 1e-8. Mean, variance and E[ln λ] are closed forms of the factors'. Immutable; safe for many
 * threads.
 */
public final class FreeProductLaw implements SpectralLaw {
    /** The mass that the table leaves to the closed form of each tail. */
    private static final double TAIL = 1e-10;

    private static final double LEAST_LOG = -690;
    private static final double GREATEST_LOG = 690;

    private final FreeFactor first;
    private final FreeFactor second;
    private final Subordination subordination;
    private volatile ProductTable table;

    private FreeProductLaw(FreeFactor first, FreeFactor second) {
        this.first = first;
        this.second = second;
        this.subordination = new Subordination(first, second);
    }

    /**
     * μ ⊠ ν; the order of the factors does not matter.
     *
     * @throws IllegalArgumentException if both factors have a single value, so that the product has no density
     */
    public static FreeProductLaw of(FreeFactor first, FreeFactor second) {
        if (first.lower() == first.upper() && second.lower() == second.upper()) {
            throw new IllegalArgumentException("both factors are single values: their product has no density");
        }
        return new FreeProductLaw(first, second);
    }

    private AxisWalk walk() {
        return new AxisWalk(
                subordination, first.lower() * second.lower() * (1 - 1e-12), first.upper() * second.upper());
    }

    @Override
    public double density(double lambda) {
        return walk().density(requireNumber(lambda));
    }

    @Override
    public double logDensity(double lambda) {
        return Math.log(density(lambda));
    }

    /** {@inheritDoc} Each point starts from the one before: far faster than one by one if they are sorted. */
    @Override
    public void logDensities(double[] lambdas, double[] out) {
        AxisWalk walk = walk();
        for (int i = 0; i < lambdas.length; i++) {
            out[i] = Math.log(walk.density(requireNumber(lambdas[i])));
        }
    }

    /** ρ at many points, fastest if they are sorted. */
    public double[] densities(double[] lambdas) {
        AxisWalk walk = walk();
        return Arrays.stream(lambdas).map(x -> walk.density(requireNumber(x))).toArray();
    }

    private ProductTable table() {
        ProductTable made = table;
        if (made == null) {
            made = build();
            table = made;
        }
        return made;
    }

    private ProductTable build() {
        double from = Math.max(LEAST_LOG, Math.log(end(first, true)) + Math.log(end(second, true)));
        double to = Math.min(GREATEST_LOG, Math.log(end(first, false)) + Math.log(end(second, false)));
        AxisWalk walk = walk();
        return ProductTable.of(walk, from, to, lowerTail(walk, Math.exp(from)), upperTail(walk, Math.exp(to)));
    }

    private static double end(FreeFactor factor, boolean lower) {
        if (lower) {
            double level = factor.atomAtZero() + TAIL * (1 - factor.atomAtZero());
            return factor.lower() > 0 ? factor.lower() : Math.max(factor.quantile(level), Double.MIN_NORMAL);
        }
        return factor.upper() < Double.POSITIVE_INFINITY
                ? factor.upper()
                : Math.min(factor.inverseSurvival(TAIL), Double.MAX_VALUE);
    }

    private double lowerTail(AxisWalk walk, double x) {
        OptionalDouble power = lowerTailExponent();
        return power.isPresent() && power.getAsDouble() > -1 ? x * walk.density(x) / (power.getAsDouble() + 1) : 0;
    }

    private double upperTail(AxisWalk walk, double x) {
        OptionalDouble power = upperTailExponent();
        return power.isPresent() ? x * walk.density(x) / (-1 - power.getAsDouble()) : 0;
    }

    @Override
    public double cumulative(double lambda) {
        requireNumber(lambda);
        if (lambda <= 0) {
            return lambda < 0 ? 0 : atomAtZero();
        }
        double t = Math.log(lambda);
        if (t <= table().from()) {
            return atomAtZero() + lowerTail(walk(), lambda);
        }
        return t >= table().to() ? 1 - upperTail(walk(), lambda) : atomAtZero() + table().below(walk(), t);
    }

    @Override
    public double survival(double lambda) {
        requireNumber(lambda);
        if (lambda <= 0) {
            return lambda < 0 ? 1 : 1 - atomAtZero();
        }
        double t = Math.log(lambda);
        if (t >= table().to()) {
            return lambda == Double.POSITIVE_INFINITY ? 0 : upperTail(walk(), lambda);
        }
        return t <= table().from() ? 1 - atomAtZero() - lowerTail(walk(), lambda) : table().above(walk(), t);
    }

    @Override
    public double quantile(double p) {
        requireProbability("p", p);
        if (p <= atomAtZero()) {
            return p == 0 && atomAtZero() == 0 ? supportLower() : 0;
        }
        if (p == 1) {
            return supportUpper();
        }
        return p > 0.5 ? inverseSurvival(1 - p) : Math.exp(table().whereBelow(walk(), p - atomAtZero()));
    }

    @Override
    public double inverseSurvival(double q) {
        requireProbability("q", q);
        if (q >= 1 - atomAtZero()) {
            return atomAtZero() > 0 ? 0 : supportLower();
        }
        return q == 0 ? supportUpper() : Math.exp(table().whereAbove(walk(), q));
    }

    /** {@inheritDoc} It is 0 if a factor's support reaches down to 0. */
    @Override
    public double supportLower() {
        boolean zero = first.lower() == 0 || second.lower() == 0;
        return zero ? 0 : table().bottom();
    }

    @Override
    public double supportUpper() {
        return first.upper() * second.upper() < Double.POSITIVE_INFINITY ? table().top() : Double.POSITIVE_INFINITY;
    }

    /** P(Λ = 0), the larger of the factors' masses at zero. */
    @Override
    public double atomAtZero() {
        return Math.max(first.atomAtZero(), second.atomAtZero());
    }

    /** E[Λ], the product of the factors' means. */
    @Override
    public double mean() {
        return first.mean() * second.mean();
    }

    /** Var[Λ] = m²v′ + m′²v, with m, m′ and v, v′ the factors' means and variances. */
    @Override
    public double variance() {
        return square(first.mean()) * second.variance() + square(second.mean()) * first.variance();
    }

    /** E[ln Λ], the sum of the factors' E[ln X]. */
    @Override
    public double logMoment() {
        return first.logMoment() + second.logMoment();
    }

    /** {@inheritDoc} (1 + M(z))/z. */
    @Override
    public Complex stieltjes(Complex z) {
        boolean left = z.getImaginary() == 0 && z.getReal() < 0;
        if (!(z.getImaginary() > 0 || left)) {
            throw new IllegalArgumentException(
                    "z = " + z.getReal() + " + " + z.getImaginary() + "i is neither above the real axis nor negative");
        }
        return subordination.descend(z).moment().add(1).divide(z);
    }

    /** The exponent of the factor with the heavier upper tail. */
    @Override
    public OptionalDouble upperTailExponent() {
        return either(first.upperTailExponent(), second.upperTailExponent(), true);
    }

    /** The exponent of the factor with more mass near 0. */
    @Override
    public OptionalDouble lowerTailExponent() {
        return either(first.lowerTailExponent(), second.lowerTailExponent(), false);
    }

    private static OptionalDouble either(OptionalDouble a, OptionalDouble b, boolean larger) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        double x = a.getAsDouble();
        double y = b.getAsDouble();
        return OptionalDouble.of(larger ? Math.max(x, y) : Math.min(x, y));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double requireNumber(double lambda) {
        if (Double.isNaN(lambda)) {
            throw new IllegalArgumentException("lambda = NaN is not a number");
        }
        return lambda;
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " = " + value + " is outside [0, 1]");
        }
    }
}
