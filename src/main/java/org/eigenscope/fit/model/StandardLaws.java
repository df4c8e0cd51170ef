package org.eigenscope.fit.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.ParameterSet;

/**
 * The standard laws of one fit. The last few are kept, because an HTMP law needs a table and a search uses the same (κ,
 * γ) whenever it moves only s and τ. Belongs to one thread.
 */
public final class StandardLaws {
    private static final int KEPT = 16;

    private final Coordinates coordinates;
    private final Map<ParameterSet, SpectralLaw> recent = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ParameterSet, SpectralLaw> eldest) {
            return size() > KEPT;
        }
    };

    public StandardLaws(Coordinates coordinates) {
        this.coordinates = coordinates;
    }

    /** The law of Z = (Λ − τ)/s at a point. */
    public SpectralLaw at(double[] theta) {
        ParameterSet shape = coordinates.standard().standardParameters(p -> coordinates.value(p, theta));
        return recent.computeIfAbsent(shape, coordinates.family()::law);
    }
}
