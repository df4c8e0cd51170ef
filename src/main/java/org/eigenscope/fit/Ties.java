package org.eigenscope.fit;

import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;

/**
 * Relations that take the place of free parameters.
 *
 * @param meanMatched s, or the semicircle's m, follows from the other parameters such that the law's mean equals the sample's
 * @param beta s follows from κ and γ such that the ensemble's rate β, c·s for inverse and c/s for direct laws, has this value
 * @param alpha γ follows from κ such that α = 1 + (κ/2)(1 + 1/γ) has this value; leaves κ ≤ α − 1
 */
public record Ties(boolean meanMatched, OptionalDouble beta, OptionalDouble alpha) {
    /** No relation: every parameter is free or held. */
    public static final Ties NONE = new Ties(false, OptionalDouble.empty(), OptionalDouble.empty());

    public Ties {
        Objects.requireNonNull(beta, "beta");
        Objects.requireNonNull(alpha, "alpha");
        if (meanMatched && beta.isPresent()) {
            throw new IllegalArgumentException("s cannot follow from the mean and from beta = " + beta.getAsDouble());
        }
        if (beta.isPresent() && !(beta.getAsDouble() > 0 && beta.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("beta = " + beta.getAsDouble() + " is not positive and finite");
        }
        if (alpha.isPresent() && !(alpha.getAsDouble() > 1 && alpha.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha = " + alpha.getAsDouble() + " is not above 1 and finite");
        }
    }

    /** A copy that also ties the law's mean to the sample's. */
    public Ties withMeanMatched() {
        return new Ties(true, beta, alpha);
    }

    /** A copy that also holds the ensemble's rate β. */
    public Ties withBeta(double value) {
        return new Ties(meanMatched, OptionalDouble.of(value), alpha);
    }

    /** A copy that also holds α = 1 + (κ/2)(1 + 1/γ). */
    public Ties withAlpha(double value) {
        return new Ties(meanMatched, beta, OptionalDouble.of(value));
    }

    /** The parameters of a family that these relations determine. */
    public Set<Parameter> tied(LawFamily family) {
        Set<Parameter> tied = EnumSet.noneOf(Parameter.class);
        if (meanMatched) {
            family.tiedToMean().ifPresent(tied::add);
        }
        if (beta.isPresent()) {
            tied.add(Parameter.SCALE);
        }
        if (alpha.isPresent()) {
            tied.add(Parameter.GAMMA);
        }
        return tied;
    }

    /**
     * The relations that a family has: α and β belong to HTMP and its inverse, the mean to all laws but the power laws.
     */
    Ties of(LawFamily family) {
        if (family.parameters().contains(Parameter.KAPPA)) {
            return this;
        }
        boolean matched = meanMatched && family.tiedToMean().isPresent();
        return new Ties(matched, OptionalDouble.empty(), OptionalDouble.empty());
    }
}
