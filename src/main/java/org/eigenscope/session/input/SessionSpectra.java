package org.eigenscope.session.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.spectrum.Spectrum;

/**
 * The eigenvalues that a session is drawn from.
 *
 * @param inputs those of its inputs under its conventions, by their index; inputs of nothing but ghosts have none
 * @param ghosts those of its ghosts
 */
public record SessionSpectra(Map<Integer, Spectrum> inputs, Map<GhostPlan, Spectrum> ghosts) {
    public SessionSpectra {
        inputs = Map.copyOf(inputs);
        ghosts = Map.copyOf(ghosts);
    }

    /** The spectra of all inputs, in order, and no ghosts. */
    public static SessionSpectra of(List<Spectrum> inputs) {
        Map<Integer, Spectrum> byIndex = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            byIndex.put(i, inputs.get(i));
        }
        return new SessionSpectra(byIndex, Map.of());
    }

    public SessionSpectra withGhosts(Map<GhostPlan, Spectrum> value) {
        return new SessionSpectra(inputs, value);
    }

    /**
     * The spectrum of a series.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public Spectrum of(SeriesPlan series) {
        return required(inputs.get(series.input()), series.label());
    }

    /**
     * The spectrum of a ghost.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public Spectrum of(GhostPlan ghost) {
        return required(ghosts.get(ghost), ghost.label());
    }

    private static Spectrum required(Spectrum spectrum, String label) {
        if (spectrum == null) {
            throw new IllegalArgumentException("the spectrum of " + label + " is not there");
        }
        return spectrum;
    }
}
