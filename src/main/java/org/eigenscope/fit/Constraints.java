package org.eigenscope.fit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;

/**
 * The constraints of a fit besides the values that are held.
 *
 * @param bounds closed ranges that free parameters stay in, narrower or, for κ, wider than the search's own
 * @param ties relations that take the place of free parameters
 * @param meanPenalty w ≥ 0, the weight of the squared difference w(ln m − ln m̂)² between the law's mean and the
 *     sample's, both on the kept window, that is added to the objective; a likelihood counts as −ℓ/n. 0 leaves it out
 */
public record Constraints(Map<Parameter, Bounds> bounds, Ties ties, double meanPenalty) {
    /** No bounds, no ties, no penalty. */
    public static final Constraints NONE = new Constraints(Map.of(), Ties.NONE, 0);

    /**
     * A closed range.
     *
     * @param lower its least value
     * @param upper its greatest, above the least
     */
    public record Bounds(double lower, double upper) {
        public Bounds {
            if (!(lower < upper)) {
                throw new IllegalArgumentException("bounds " + lower + " and " + upper + " leave no range");
            }
        }
    }

    public Constraints {
        bounds = Map.copyOf(bounds);
        Objects.requireNonNull(ties, "ties");
        if (!(meanPenalty >= 0 && meanPenalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("meanPenalty = " + meanPenalty + " is negative or not finite");
        }
        bounds.forEach((parameter, range) -> {
            if (!parameter.accepts(range.lower) || !parameter.accepts(range.upper)) {
                throw new IllegalArgumentException("bounds " + range.lower + " and " + range.upper + " of "
                        + parameter.id() + " leave its domain; they must be "
                        + parameter.domain().describe());
            }
        });
    }

    /** A copy with the closed range [lower, upper] for a parameter, in its own units. */
    public Constraints withBounds(Parameter parameter, double lower, double upper) {
        Map<Parameter, Bounds> more = new EnumMap<>(Parameter.class);
        more.putAll(bounds);
        more.put(parameter, new Bounds(lower, upper));
        return new Constraints(more, ties, meanPenalty);
    }

    /** A copy with other ties. */
    public Constraints withTies(Ties relations) {
        return new Constraints(bounds, relations, meanPenalty);
    }

    /** A copy with another weight w ≥ 0 of the mean penalty; 0 leaves it out. */
    public Constraints withMeanPenalty(double weight) {
        return new Constraints(bounds, ties, weight);
    }

    /** The constraints that apply to a family, for a league of several families. */
    public Constraints of(LawFamily family) {
        Map<Parameter, Bounds> own = new EnumMap<>(Parameter.class);
        bounds.forEach((parameter, range) -> {
            if (family.parameters().contains(parameter)) {
                own.put(parameter, range);
            }
        });
        return new Constraints(own, ties.of(family), meanPenalty);
    }

    /** The same constraints for eigenvalues multiplied by a factor. */
    public Constraints scaled(LawFamily family, double factor) {
        Map<Parameter, Bounds> scaled = new EnumMap<>(Parameter.class);
        bounds.forEach((parameter, range) -> {
            double multiplier = Units.factor(parameter, family, factor);
            scaled.put(parameter, new Bounds(range.lower * multiplier, range.upper * multiplier));
        });
        Ties units = ties.beta().isEmpty()
                ? ties
                : ties.withBeta(ties.beta().getAsDouble() * Units.rateFactor(family, factor));
        return new Constraints(scaled, units, meanPenalty);
    }
}
