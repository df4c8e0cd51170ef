package org.eigenscope.fit;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * The question of a fit: which law to fit to which eigenvalues, and how.
 *
 * @param eigenvalues the positive eigenvalues, ascending, of any sign for the semicircle; copied in and out
 * @param family the law
 * @param fixed parameters held at these values ("locked")
 * @param start where to start for some of the free ones; others start from moments
 * @param objective what to optimise
 * @param trimBottom how many of the smallest eigenvalues to leave out; the density is renormalised on the kept window
 * @param trimTop how many of the largest to leave out
 * @param constraints bounds, ties and the mean penalty
 */
public record FitRequest(
        double[] eigenvalues,
        LawFamily family,
        ParameterSet fixed,
        ParameterSet start,
        Objective objective,
        int trimBottom,
        int trimTop,
        Constraints constraints) {
    public FitRequest {
        eigenvalues = eigenvalues.clone();
        Arrays.sort(eigenvalues);
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(fixed, "fixed");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(constraints, "constraints");
        if (trimBottom < 0 || trimTop < 0) {
            throw new IllegalArgumentException("trims " + trimBottom + ", " + trimTop + " must not be negative");
        }
    }

    /** A request without bounds, ties and penalty. */
    public FitRequest(
            double[] eigenvalues,
            LawFamily family,
            ParameterSet fixed,
            ParameterSet start,
            Objective objective,
            int trimBottom,
            int trimTop) {
        this(eigenvalues, family, fixed, start, objective, trimBottom, trimTop, Constraints.NONE);
    }

    /** A request by likelihood, with nothing fixed and nothing trimmed. */
    public static FitRequest of(double[] eigenvalues, LawFamily family) {
        return new FitRequest(eigenvalues, family, ParameterSet.EMPTY, ParameterSet.EMPTY, Objective.LIKELIHOOD, 0, 0);
    }

    @Override
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** A copy with other held parameters. */
    public FitRequest withFixed(ParameterSet values) {
        return new FitRequest(eigenvalues, family, values, start, objective, trimBottom, trimTop, constraints);
    }

    /** A copy with other starting values. */
    public FitRequest withStart(ParameterSet values) {
        return new FitRequest(eigenvalues, family, fixed, values, objective, trimBottom, trimTop, constraints);
    }

    /** A copy with another objective. */
    public FitRequest withObjective(Objective value) {
        return new FitRequest(eigenvalues, family, fixed, start, value, trimBottom, trimTop, constraints);
    }

    /** A copy that leaves out other numbers of the smallest and of the largest eigenvalues. */
    public FitRequest withTrims(int bottom, int top) {
        return new FitRequest(eigenvalues, family, fixed, start, objective, bottom, top, constraints);
    }

    /** A copy with other constraints. */
    public FitRequest withConstraints(Constraints value) {
        return new FitRequest(eigenvalues, family, fixed, start, objective, trimBottom, trimTop, value);
    }

    /** A copy for other eigenvalues, ascending. */
    public FitRequest withEigenvalues(double[] values) {
        return new FitRequest(values, family, fixed, start, objective, trimBottom, trimTop, constraints);
    }

    /** The parameters that are neither free nor held: they follow from others or from the sample. */
    public Set<Parameter> determined() {
        Set<Parameter> determined = constraints.ties().tied(family);
        family.readFromSample().stream()
                .filter(parameter -> !fixed.has(parameter))
                .forEach(determined::add);
        return determined;
    }

    /**
     * The same request for another family, with the held values, starts and constraints of those parameters that it
     * has.
     */
    public FitRequest forFamily(LawFamily other) {
        return new FitRequest(
                eigenvalues,
                other,
                own(fixed, other),
                own(start, other),
                objective,
                trimBottom,
                trimTop,
                constraints.of(other));
    }

    private static ParameterSet own(ParameterSet values, LawFamily family) {
        ParameterSet own = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            own = values.has(parameter) ? own.with(parameter, values.get(parameter)) : own;
        }
        return own;
    }
}
