package org.eigenscope.law;

import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.special.Gamma;
import org.eigenscope.law.htmp.HtmpDistribution;
import org.eigenscope.law.htmp.HtmpShape;
import org.eigenscope.law.htmp.HtmpTable;
import org.eigenscope.law.htmp.HtmpTransform;

/**
 * The high-temperature Marchenko–Pastur law HTMP(γ, κ) in its standard form, mean 1, on (0, ∞).
 *
 * <p>With A = κ/2, c = κ/(2γ), δ = c − A and y = c·x, ρ(x) = c·y^(δ−1)·e^(−y)/(Γ(A+1)Γ(c)|U(A, 1−δ, −y−i0)|²), U
 * Tricomi's function. It tends to MP(γ) as κ → ∞ and to the Gamma law of shape c as κ → 0. At γ = 1 the density is
 * 1/(x·ln²x) at 0, up to a constant.
 *
 * <p>Domain: κ ∈ [1e-4, 1e5], γ ∈ [1e-4, 1]. Accuracy against 50-digit values: ln ρ within 1e-12·max(1, |ln ρ|) for κ ≤
 * 400, F within 1e-12, relatively 1e-10 where it is small. Source: Hodgkinson, Mahoney and Wang, arXiv 2506.03470; the
 * Riccati route of the decision record on U.
 *
 * <p>Building the law builds its table of ln ρ; that of F is built when first asked for.
 */
public final class HtmpLaw implements SpectralLaw {
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
        return new HtmpLaw(HtmpShape.of(kappa, gamma));
    }

    /** κ. */
    public double kappa() {
        return shape.kappa();
    }

    /** γ. */
    public double gamma() {
        return shape.gamma();
    }

    @Override
    public double logDensity(double x) {
        requireNumber(x);
        return x > 0 && x < Double.POSITIVE_INFINITY ? table.logDensity(x) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cumulative(double x) {
        requireNumber(x);
        if (x <= 0) {
            return 0;
        }
        return x < Double.POSITIVE_INFINITY ? distribution.get().cumulative(x) : 1;
    }

    @Override
    public double survival(double x) {
        requireNumber(x);
        if (x <= 0) {
            return 1;
        }
        return x < Double.POSITIVE_INFINITY ? distribution.get().survival(x) : 0;
    }

    /** {@inheritDoc} Below the smallest positive double the answer is 0. */
    @Override
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p = " + p + " is outside [0, 1]");
        }
        return distribution.get().quantile(p);
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

    /** γ(1 + 2/κ). */
    @Override
    public double variance() {
        return shape.gamma() * (1 + 2 / shape.kappa());
    }

    /** (2/κ)[ln Γ(c) − ln Γ(δ)] − ln c; −∞ at γ = 1. */
    @Override
    public double logMoment() {
        if (shape.delta() == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return (Gamma.logGamma(shape.c()) - Gamma.logGamma(shape.delta())) / shape.a() - Math.log(shape.c());
    }

    @Override
    public Complex stieltjes(Complex z) {
        boolean inDomain = z.getImaginary() > 0 || (z.getImaginary() == 0 && z.getReal() < 0);
        if (!inDomain || z.isInfinite()) {
            throw new IllegalArgumentException(
                    "z = " + z + " is neither in the upper half-plane nor on the negative axis");
        }
        return transform.at(z);
    }

    /** δ − 1. */
    @Override
    public OptionalDouble lowerTailExponent() {
        return OptionalDouble.of(shape.delta() - 1);
    }

    private static void requireNumber(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("x is not a number");
        }
    }
}
