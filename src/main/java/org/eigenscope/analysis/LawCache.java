package org.eigenscope.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.AffineLaw;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * Laws for many points of parameter space. Every family is λ = τ + s·Z with Z in standard form. The law of Z is costly
 * to prepare, so the last few of these are kept; s and τ are free. Not safe for several threads.
 */
public final class LawCache {
    private static final int LAWS_KEPT = 256;

    private final LawFamily family;
    private final Map<ParameterSet, SpectralLaw> standard = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ParameterSet, SpectralLaw> eldest) {
            return size() > LAWS_KEPT;
        }
    };

    public LawCache(LawFamily family) {
        this.family = family;
    }

    /**
     * The law with the given parameters; scale defaults to 1 and τ to 0.
     *
     * @throws BadInputException if the law is not defined, or not computed, there
     * @throws IllegalArgumentException if a parameter is missing
     */
    public SpectralLaw law(ParameterSet parameters) throws BadInputException {
        ParameterSet shape = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            if (parameter != Parameter.SCALE && parameter != Parameter.TAU) {
                shape = shape.with(parameter, given(parameters, parameter));
            }
        }
        SpectralLaw law = standard.get(shape);
        if (law == null) {
            law = prepare(shape);
            standard.put(shape, law);
        }
        return AffineLaw.of(
                law, parameters.getOrDefault(Parameter.SCALE, 1), parameters.getOrDefault(Parameter.TAU, 0));
    }

    private double given(ParameterSet parameters, Parameter parameter) {
        return parameters.has(parameter)
                ? parameters.get(parameter)
                : family.usual(parameter).orElseGet(() -> parameters.get(parameter));
    }

    private SpectralLaw prepare(ParameterSet shape) throws BadInputException {
        try {
            return family.law(shape);
        } catch (IllegalArgumentException beyond) {
            // each value is in its own domain, but the law may be computed on less than that
            throw new BadInputException("law '" + family.id() + "': " + beyond.getMessage() + ".", beyond);
        }
    }
}
