package org.eigenscope.law.convolution;

import java.util.OptionalDouble;
import org.eigenscope.law.SpectralLaw;

/** A factor with a known law: everything except the transform comes from the law. */
abstract class FactorOfLaw implements FreeFactor {
    private final SpectralLaw law;

    FactorOfLaw(SpectralLaw law) {
        this.law = law;
    }

    @Override
    public final double mean() {
        return law.mean();
    }

    @Override
    public final double variance() {
        return law.variance();
    }

    @Override
    public final double logMoment() {
        return law.logMoment();
    }

    @Override
    public final double lower() {
        return law.supportLower();
    }

    @Override
    public final double upper() {
        return law.supportUpper();
    }

    @Override
    public final double atomAtZero() {
        return law.atomAtZero();
    }

    @Override
    public final double quantile(double p) {
        return law.quantile(p);
    }

    @Override
    public final double inverseSurvival(double q) {
        return law.inverseSurvival(q);
    }

    @Override
    public final OptionalDouble upperTailExponent() {
        return law.upperTailExponent();
    }

    @Override
    public final OptionalDouble lowerTailExponent() {
        return law.supportLower() == 0 ? law.lowerTailExponent() : OptionalDouble.empty();
    }
}
