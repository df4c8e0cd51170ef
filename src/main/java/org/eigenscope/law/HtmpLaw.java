package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.special.Gamma;
import org.eigenscope.law.htmp.HtmpDistribution;
import org.eigenscope.law.htmp.HtmpShape;
import org.eigenscope.law.htmp.HtmpTable;
import org.eigenscope.law.htmp.HtmpTransform;
import org.eigenscope.law.special.GammaFunctions;

/**
 * The high-temperature Marchenko–Pastur law HTMP(γ, κ) in its standard form, mean 1, on (0, ∞).
 *
 * <p>With A = κ/2, c = κ/(2γ), δ = c − A and y = c·x, ρ(x) = c·y^(δ−1)·e^(−y)/(Γ(A+1)Γ(c)|U(A, 1−δ, −y−i0)|²), U
 * Tricomi's function. It tends to MP(γ) as κ → ∞ and to the Gamma law of shape c as κ → 0. At γ = 1 the density is
 * 1/(x·ln²x) at 0, up to a constant.
 *
 * <p>Domain: κ ∈ [1e-4, 1e5], γ ∈ [1e-4, 1]. Accuracy against reference values for κ ∈ [1e-3, 1e4], γ ≥ 1e-3: ln ρ within
 * 1e-12·max(1, |ln ρ|), F and 1 − F within 1e-12, relatively 1e-10 where they are small. Over the whole domain the mass is 1
 * within 1e-13 for κ ≥ 0.01 and 3e-11 at κ = 1e-4. Source: Hodgkinson, Mahoney and Wang, arXiv 2506.03470; the evaluation is
 * that of the decision record on U.
 *
 * <p>Building the law builds its table of ln ρ; that of F is built when first asked for.
 */
public final class HtmpLaw implements SpectralLaw {
    /** The κ that the law is tabulated for. */
    public static final Domain KAPPAS = Domain.closed(HtmpShape.LEAST, HtmpShape.LARGEST_KAPPA);

    /** The γ that the law is tabulated for. */
    public static final Domain GAMMAS = Domain.closed(HtmpShape.LEAST, 1);

    /** δ from which Stirling's series gives Γ to full accuracy. */
    private static final double LARGE = 10;

    private final HtmpShape shape;
    private final HtmpTable table;
    private final HtmpTransform transform;
    private final Lazy<HtmpDistribution> distribution;

    private HtmpLaw(HtmpShape shape) {
        this.shape = shape;
        this.table = HtmpTable.of(shape);
        this.transform = HtmpTransform.of(shape);
        this.distribution = new Lazy<>(() -> HtmpDistribution.of(table));
    }

    /**
     * The law for given κ and γ.
     *
     * @throws IllegalArgumentException outside κ ∈ [1e-4, 1e5], γ ∈ [1e-4, 1]
     */
    public static HtmpLaw of(double kappa, double gamma) {
        return new HtmpLaw(HtmpShape.of(KAPPAS.require("kappa", kappa), GAMMAS.require("gamma", gamma)));
    }

    /** The repulsion κ > 0. */
    public double kappa() {
        return shape.kappa();
    }

    /** The aspect ratio γ in (0, 1]. */
    public double gamma() {
        return shape.gamma();
    }

    @Override
    public double logDensity(double x) {
        Arguments.notNaN("x", x);
        return x > 0 && x < Double.POSITIVE_INFINITY ? table.logDensity(x) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cumulative(double x) {
        Arguments.notNaN("x", x);
        if (x <= 0) {
            return 0;
        }
        return x < Double.POSITIVE_INFINITY ? distribution.get().cumulative(x) : 1;
    }

    @Override
    public double survival(double x) {
        Arguments.notNaN("x", x);
        if (x <= 0) {
            return 1;
        }
        return x < Double.POSITIVE_INFINITY ? distribution.get().survival(x) : 0;
    }

    /** {@inheritDoc} Below the smallest positive double the answer is 0. */
    @Override
    public double quantile(double p) {
        return distribution.get().quantile(Arguments.probability("p", p));
    }

    /** {@inheritDoc} Below the smallest positive double the answer is 0. */
    @Override
    public double inverseSurvival(double q) {
        return distribution.get().inverseSurvival(Arguments.probability("q", q));
    }

    @Override
    public double supportLower() {
        return 0;
    }

    @Override
    public double supportUpper() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double mean() {
        return 1;
    }

    /** The variance, γ(1 + 2/κ). */
    @Override
    public double variance() {
        return shape.gamma() * (1 + 2 / shape.kappa());
    }

    /** E[ln X] = (2/κ)[ln Γ(c) − ln Γ(δ)] − ln c; −∞ at γ = 1. */
    @Override
    public double logMoment() {
        if (shape.delta() == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (shape.delta() > LARGE) {
            // Stirling's leading terms combine to this, δ/c = 1 − γ; the Γs themselves would cancel
            double leading = -(shape.delta() - 0.5) * Math.log1p(-shape.gamma()) / shape.a() - 1;
            double rest = GammaFunctions.stirlingRemainder(shape.c()) - GammaFunctions.stirlingRemainder(shape.delta());
            return leading + rest / shape.a();
        }
        return (Gamma.logGamma(shape.c()) - Gamma.logGamma(shape.delta())) / shape.a() - Math.log(shape.c());
    }

    /** E[1/X] = c/(δ − 1) for δ > 1, else +∞. */
    @Override
    public double reciprocalMean() {
        double excess = shape.delta() - 1;
        return excess > 0 ? shape.c() / excess : Double.POSITIVE_INFINITY;
    }

    /** Var[1/X] = c²(A + 1)/((δ − 1)²(δ − 2)) for δ > 2, else +∞. */
    @Override
    public double reciprocalVariance() {
        double mean = reciprocalMean();
        return shape.delta() > 2 ? mean * mean * (shape.a() + 1) / (shape.delta() - 2) : Double.POSITIVE_INFINITY;
    }

    @Override
    public Complex stieltjes(Complex z) {
        return transform.at(Arguments.transformArgument(z, 0));
    }

    /** C = c^δ·Γ(c)/(Γ(A+1)Γ(δ)²), p = δ − 1; none at γ = 1, where ρ ~ 1/(x·ln²x). */
    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        if (shape.delta() == 0) {
            return Optional.empty();
        }
        double logConstant = shape.delta() * Math.log(shape.c())
                + Gamma.logGamma(shape.c())
                - GammaFunctions.logGamma1p(shape.a())
                - 2 * Gamma.logGamma(shape.delta());
        return Optional.of(TailAsymptote.powerLaw(logConstant, 0, shape.delta() - 1));
    }

    /** C = c^(c+A)/(Γ(A+1)Γ(c)), p = c + A − 1, r = c. */
    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        double power = shape.c() + shape.a() - 1;
        double logConstant =
                (power + 1) * Math.log(shape.c()) - GammaFunctions.logGamma1p(shape.a()) - Gamma.logGamma(shape.c());
        return Optional.of(new TailAsymptote(logConstant, 0, power, shape.c(), 0));
    }

    /** The power of x at zero, δ − 1. */
    @Override
    public OptionalDouble lowerTailExponent() {
        return OptionalDouble.of(shape.delta() - 1);
    }
}
