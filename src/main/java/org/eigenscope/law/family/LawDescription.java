package org.eigenscope.law.family;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eigenscope.law.Domain;
import org.eigenscope.law.SpectralLaw;

/**
 * The entry of one family: all that front ends and fits know of a law. It starts from a law λ = τ + s·X of positive
 * eigenvalues that is not related to HTMP and has an optional scale and floor. Each further call says what differs.
 */
final class LawDescription {
    final String id;
    final String displayName;
    final List<Parameter> parameters;
    final Function<ParameterSet, SpectralLaw> law;
    final Map<Parameter, Double> defaults = new EnumMap<>(Parameter.class);
    final Map<Parameter, Domain> domains = new EnumMap<>(Parameter.class);
    final Map<Parameter, Integer> unitPowers = new EnumMap<>(Parameter.class);
    Optional<Orientation> orientation = Optional.empty();
    LawRole role = LawRole.WITHOUT_REPULSION;
    Set<Parameter> readFromSample = Set.of();
    Parameter scale = Parameter.SCALE;
    Optional<Parameter> shift = Optional.of(Parameter.TAU);
    Optional<Parameter> tiedToMean;

    private LawDescription(
            String id, String displayName, List<Parameter> parameters, Function<ParameterSet, SpectralLaw> law) {
        this.id = id;
        this.displayName = displayName;
        this.parameters = parameters;
        this.law = law;
        this.tiedToMean = Optional.of(scale);
        if (parameters.contains(Parameter.SCALE)) {
            defaults.put(Parameter.SCALE, 1.0);
        }
        if (parameters.contains(Parameter.TAU)) {
            defaults.put(Parameter.TAU, 0.0);
        }
    }

    /**
     * A family.
     *
     * @param id its name on the command line and in files
     * @param displayName its name in legends and tables
     * @param law makes the law of a set that has a value for every parameter
     * @param parameters what it is written in, in the order in which they are listed
     */
    static LawDescription of(
            String id, String displayName, Function<ParameterSet, SpectralLaw> law, Parameter... parameters) {
        return new LawDescription(id, displayName, List.of(parameters), law);
    }

    /** The orientation of the law, and its role beside HTMP and its limits. */
    LawDescription in(Orientation way, LawRole place) {
        orientation = Optional.of(way);
        role = place;
        return this;
    }

    /** The parameter that sets the scale, where that is not s; the mean is matched by it. */
    LawDescription scaledBy(Parameter parameter) {
        scale = parameter;
        tiedToMean = Optional.of(parameter);
        return this;
    }

    /** A law of eigenvalues of any sign. The parameter shifts it, may be left out, and can match the mean. */
    LawDescription placedBy(Parameter parameter) {
        shift = Optional.of(parameter);
        tiedToMean = shift;
        role = LawRole.OF_ANY_SIGN;
        defaults.put(parameter, 0.0);
        return this;
    }

    /** A law that begins at its scale, which is read from the sample's smallest value, so that nothing can match the mean. */
    LawDescription beginningAt(Parameter parameter) {
        scale = parameter;
        shift = Optional.empty();
        tiedToMean = Optional.empty();
        readFromSample = Set.of(parameter);
        defaults.put(parameter, 1.0);
        return this;
    }

    /** The law has a smaller domain of a parameter than {@link Parameter#domain}. */
    LawDescription taking(Parameter parameter, Domain less) {
        domains.put(parameter, less);
        return this;
    }

    /** A parameter has another unit than usual. */
    LawDescription withUnitPower(Parameter parameter, int power) {
        unitPowers.put(parameter, power);
        return this;
    }
}
