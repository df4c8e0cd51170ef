package org.eigenscope.fit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.law.SpectralLaw;

/**
 * The standard laws Z of one fit, with the last few kept: an HTMP law costs a table to build, and a search asks for the
 * same (κ, γ) whenever it moves s and τ only. Belongs to one thread.
 */
final class StandardLaws {
    private static final int KEPT = 16;

    private final Coordinates coordinates;
    private final Map<ParameterSet, SpectralLaw> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ParameterSet, SpectralLaw> eldest) {
            return size() > KEPT;
        }
    };

    StandardLaws(Coordinates coordinates) {
        this.coordinates = coordinates;
    }

    /** The law of Z = (Λ − τ)/s at a point. */
    SpectralLaw at(double[] theta) {
        ParameterSet shape = ParameterSet.EMPTY;
        for (Parameter parameter : coordinates.family().parameters()) {
            shape = switch (parameter) {
                case SCALE, RATE -> shape.with(parameter, 1);
                case TAU -> shape.with(parameter, 0);
                default -> shape.with(parameter, coordinates.value(parameter, theta));
            };
        }
        return recent.computeIfAbsent(shape, coordinates.family()::law);
    }

    /** Whether a parameter moves the standard law, or only s or τ. */
    static boolean isShape(Parameter parameter) {
        return switch (parameter) {
            case KAPPA, GAMMA, SHAPE -> true;
            case SCALE, RATE, TAU -> false;
        };
    }
}
