package org.eigenscope.fit;

import java.util.Arrays;
import java.util.Objects;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.ParameterSet;

/**
 * What to fit to what.
 *
 * @param eigenvalues the positive eigenvalues, ascending; copied in and out
 * @param family the law
 * @param fixed parameters held at these values ("locked")
 * @param start where to start for some of the free ones; others start from moments
 * @param objective what to optimise
 * @param trimBottom how many of the smallest eigenvalues to leave out; the density is renormalised on the kept window
 * @param trimTop how many of the largest to leave out
 */
public record FitRequest(
        double[] eigenvalues,
        LawFamily family,
        ParameterSet fixed,
        ParameterSet start,
        Objective objective,
        int trimBottom,
        int trimTop) {
    public FitRequest {
        eigenvalues = eigenvalues.clone();
        Arrays.sort(eigenvalues);
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(fixed, "fixed");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(objective, "objective");
        if (trimBottom < 0 || trimTop < 0) {
            throw new IllegalArgumentException("trims " + trimBottom + ", " + trimTop + " must not be negative");
        }
    }

    /** Likelihood, nothing fixed, nothing trimmed. */
    public static FitRequest of(double[] eigenvalues, LawFamily family) {
        return new FitRequest(eigenvalues, family, ParameterSet.EMPTY, ParameterSet.EMPTY, Objective.LIKELIHOOD, 0, 0);
    }

    @Override
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    public FitRequest withFixed(ParameterSet values) {
        return new FitRequest(eigenvalues, family, values, start, objective, trimBottom, trimTop);
    }

    public FitRequest withStart(ParameterSet values) {
        return new FitRequest(eigenvalues, family, fixed, values, objective, trimBottom, trimTop);
    }

    public FitRequest withObjective(Objective value) {
        return new FitRequest(eigenvalues, family, fixed, start, value, trimBottom, trimTop);
    }

    public FitRequest withTrims(int bottom, int top) {
        return new FitRequest(eigenvalues, family, fixed, start, objective, bottom, top);
    }
}
