package org.eigenscope.law;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.complex.Complex;

/**
 * A mass w at zero, and a law on (0, ∞) for the rest: ρ = (1 − w)ρ_positive, F = w + (1 − w)F_positive. The law of a Gram
 * matrix of deficient rank; as accurate as the law of the rest.
 */
public final class ZeroInflatedLaw implements SpectralLaw {
    private final SpectralLaw positive;
    private final double atom;

    private ZeroInflatedLaw(SpectralLaw positive, double atom) {
        this.positive = positive;
        this.atom = atom;
    }

    /**
     * The mixture atom·δ₀ + (1 − atom)·positive.
     *
     * @param positive a law on [0, ∞) without an atom
     * @param atom the mass at zero, in [0, 1)
     * @throws IllegalArgumentException if the atom is outside [0, 1), or the law reaches below zero or has its own atom
     */
    public static ZeroInflatedLaw of(SpectralLaw positive, double atom) {
        if (!(atom >= 0 && atom < 1)) {
            throw new IllegalArgumentException("atom = " + atom + " is outside [0, 1)");
        }
        Arguments.withoutAtom(positive);
        if (positive.supportLower() < 0) {
            throw new IllegalArgumentException("positive has support from " + positive.supportLower() + ", below zero");
        }
        return new ZeroInflatedLaw(positive, atom);
    }

    @Override
    public double atomAtZero() {
        return atom;
    }

    @Override
    public double logDensity(double lambda) {
        return Math.log1p(-atom) + positive.logDensity(lambda);
    }

    @Override
    public double cumulative(double lambda) {
        return Arguments.notNaN("lambda", lambda) < 0 ? 0 : atom + (1 - atom) * positive.cumulative(lambda);
    }

    @Override
    public double survival(double lambda) {
        return Arguments.notNaN("lambda", lambda) < 0 ? 1 : (1 - atom) * positive.survival(lambda);
    }

    @Override
    public double quantile(double p) {
        Arguments.probability("p", p);
        return p <= atom ? 0 : positive.quantile(Math.min(1, (p - atom) / (1 - atom)));
    }

    @Override
    public double inverseSurvival(double q) {
        Arguments.probability("q", q);
        return q >= 1 - atom ? 0 : positive.inverseSurvival(q / (1 - atom));
    }

    @Override
    public double supportLower() {
        return positive.supportLower();
    }

    @Override
    public double supportUpper() {
        return positive.supportUpper();
    }

    @Override
    public double mean() {
        return (1 - atom) * positive.mean();
    }

    @Override
    public double variance() {
        double mean = positive.mean();
        return (1 - atom) * (positive.variance() + atom * mean * mean);
    }

    @Override
    public double logMoment() {
        return atom > 0 ? Double.NEGATIVE_INFINITY : positive.logMoment();
    }

    @Override
    public double reciprocalMean() {
        return atom > 0 ? Double.POSITIVE_INFINITY : positive.reciprocalMean();
    }

    @Override
    public double reciprocalVariance() {
        return atom > 0 ? Double.POSITIVE_INFINITY : positive.reciprocalVariance();
    }

    /**
     * {@inheritDoc} The atom's 1/z is part of it.
     *
     * @throws IllegalArgumentException also at z on the real axis at or right of the atom
     */
    @Override
    public Complex stieltjes(Complex z) {
        Arguments.transformArgument(z, atom > 0 ? 0 : supportLower());
        Complex continuous = positive.stieltjes(z).multiply(1 - atom);
        return atom > 0 ? continuous.add(z.reciprocal().multiply(atom)) : continuous;
    }

    @Override
    public OptionalDouble upperTailExponent() {
        return positive.upperTailExponent();
    }

    @Override
    public OptionalDouble lowerTailExponent() {
        return positive.lowerTailExponent();
    }

    @Override
    public Optional<TailAsymptote> lowerAsymptote() {
        return positive.lowerAsymptote().map(tail -> tail.times(1 - atom));
    }

    @Override
    public Optional<TailAsymptote> upperAsymptote() {
        return positive.upperAsymptote().map(tail -> tail.times(1 - atom));
    }
}
