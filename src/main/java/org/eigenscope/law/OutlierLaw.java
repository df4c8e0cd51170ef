package org.eigenscope.law;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.complex.Complex;

/**
 * A bulk and k outliers of mass m each: ρ = (1 − km)·ρ_bulk, F = (1 − km)·F_bulk + m·#{outliers ≤ λ}.
 *
 * <p>The law of a matrix of finite size: one eigenvalue of N weighs 1/N. The outliers are part of everything but the density
 * and the support, which are those of the continuous part.
 */
public final class OutlierLaw implements SpectralLaw {
    private final SpectralLaw bulk;
    private final double mass;
    private final double[] outliers;

    /** The mass of the bulk, 1 − km. */
    private final double share;

    private OutlierLaw(SpectralLaw bulk, double mass, double[] outliers) {
        this.bulk = bulk;
        this.mass = mass;
        this.outliers = outliers;
        this.share = 1 - mass * outliers.length;
    }

    /**
     * The mixture of a bulk with outliers.
     *
     * @param bulk the law of the rest, without an atom
     * @param mass the mass of one outlier, in [0, 1/outliers)
     * @param outliers where they are, > 0, in any order
     * @throws IllegalArgumentException if a number is outside its domain or the bulk has an atom
     */
    public static OutlierLaw of(SpectralLaw bulk, double mass, double... outliers) {
        Arguments.withoutAtom(bulk);
        if (!(mass >= 0 && mass * outliers.length < 1)) {
            throw new IllegalArgumentException(
                    "mass = " + mass + " of each of " + outliers.length + " outliers is not in [0, 1) together");
        }
        double[] sorted = outliers.clone();
        Arrays.sort(sorted);
        for (double outlier : sorted) {
            Arguments.positive("outlier", outlier);
        }
        return new OutlierLaw(bulk, mass, sorted);
    }

    /** The positions λ > 0 of the outliers, ascending; a copy. */
    public double[] outliers() {
        return outliers.clone();
    }

    /** The mass m of one outlier, in [0, 1/k). */
    public double outlierMass() {
        return mass;
    }

    private long atMost(double lambda) {
        return Arrays.stream(outliers).filter(outlier -> outlier <= lambda).count();
    }

    @Override
    public double logDensity(double lambda) {
        return Math.log(share) + bulk.logDensity(lambda);
    }

    @Override
    public double cumulative(double lambda) {
        return share * bulk.cumulative(lambda) + mass * atMost(lambda);
    }

    @Override
    public double survival(double lambda) {
        return share * bulk.survival(lambda) + mass * (outliers.length - atMost(lambda));
    }

    @Override
    public double quantile(double p) {
        double left = Arguments.probability("p", p);
        for (double outlier : outliers) {
            double below = share * bulk.cumulative(outlier);
            if (left <= below && below > 0) {
                break;
            }
            if (left <= below + mass || bulk.survival(outlier) == 0 && last(outlier)) {
                return outlier;
            }
            left -= mass;
        }
        return bulk.quantile(Math.min(1, left / share));
    }

    @Override
    public double inverseSurvival(double q) {
        double left = Arguments.probability("q", q);
        for (int i = outliers.length - 1; i >= 0; i--) {
            double above = share * bulk.survival(outliers[i]);
            if (left < above) {
                break;
            }
            if (left < above + mass) {
                return outliers[i];
            }
            left -= mass;
        }
        return left >= share && outliers.length > 0 && bulk.cumulative(outliers[0]) == 0
                ? outliers[0]
                : bulk.inverseSurvival(Math.min(1, left / share));
    }

    private boolean last(double outlier) {
        return outlier == outliers[outliers.length - 1];
    }

    @Override
    public double supportLower() {
        return bulk.supportLower();
    }

    @Override
    public double supportUpper() {
        return bulk.supportUpper();
    }

    private double mixed(double ofBulk, DoubleUnaryOperator ofOutlier) {
        return share * ofBulk + mass * Arrays.stream(outliers).map(ofOutlier).sum();
    }

    @Override
    public double mean() {
        return mixed(bulk.mean(), outlier -> outlier);
    }

    @Override
    public double variance() {
        double mean = mean();
        return mixed(bulk.variance() + square(bulk.mean() - mean), outlier -> square(outlier - mean));
    }

    @Override
    public double logMoment() {
        return mixed(bulk.logMoment(), Math::log);
    }

    @Override
    public double reciprocalMean() {
        return mixed(bulk.reciprocalMean(), outlier -> 1 / outlier);
    }

    @Override
    public double reciprocalVariance() {
        if (bulk.reciprocalVariance() == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = reciprocalMean();
        return mixed(
                bulk.reciprocalVariance() + square(bulk.reciprocalMean() - mean),
                outlier -> square(1 / outlier - mean));
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * {@inheritDoc} The outliers' poles are part of it.
     *
     * @throws IllegalArgumentException also at z on the real axis at or right of an outlier
     */
    @Override
    public Complex stieltjes(Complex z) {
        double first = outliers.length > 0 ? outliers[0] : Double.POSITIVE_INFINITY;
        Arguments.transformArgument(z, Math.min(supportLower(), first));
        Complex sum = bulk.stieltjes(z).multiply(share);
        for (double outlier : outliers) {
            sum = sum.add(z.subtract(outlier).reciprocal().multiply(mass));
        }
        return sum;
    }

    @Override
    public OptionalDouble upperTailExponent() {
        return bulk.upperTailExponent();
    }

    @Override
    public OptionalDouble lowerTailExponent() {
        return bulk.lowerTailExponent();
    }

    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return bulk.lowerAsymptote().map(tail -> tail.times(share));
    }

    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return bulk.upperAsymptote().map(tail -> tail.times(share));
    }
}
