package org.eigenscope.law.family;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Values for some parameters; immutable. */
public final class ParameterSet {
    /** The set that holds no value. */
    public static final ParameterSet EMPTY = new ParameterSet(new EnumMap<>(Parameter.class));

    private final Map<Parameter, Double> values;

    private ParameterSet(EnumMap<Parameter, Double> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** The four parameters of HTMP and its relatives. */
    public static ParameterSet ofHtmp(double kappa, double gamma, double scale, double tau) {
        return EMPTY.with(Parameter.KAPPA, kappa)
                .with(Parameter.GAMMA, gamma)
                .with(Parameter.SCALE, scale)
                .with(Parameter.TAU, tau);
    }

    /**
     * A copy with one value set.
     *
     * @throws IllegalArgumentException if the value is outside the parameter's domain
     */
    public ParameterSet with(Parameter parameter, double value) {
        parameter.domain().require(parameter.id(), value);
        EnumMap<Parameter, Double> copy = new EnumMap<>(Parameter.class);
        copy.putAll(values);
        copy.put(parameter, value);
        return new ParameterSet(copy);
    }

    /** Whether the set holds a value of the parameter. */
    public boolean has(Parameter parameter) {
        return values.containsKey(parameter);
    }

    /**
     * The value of a parameter.
     *
     * @throws IllegalArgumentException if it is not set
     */
    public double get(Parameter parameter) {
        Double value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(parameter.id() + " is not set");
        }
        return value;
    }

    /** The value of the parameter, or {@code fallback} where the set holds none. */
    public double getOrDefault(Parameter parameter, double fallback) {
        return values.getOrDefault(parameter, fallback);
    }

    /** The values in declaration order, unmodifiable. */
    public Map<Parameter, Double> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterSet set && values.equals(set.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
