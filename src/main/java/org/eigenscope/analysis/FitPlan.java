package org.eigenscope.analysis;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.search.FixedPointIteration;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * Which laws to fit, and which results to report.
 *
 * @param families the laws
 * @param values which parameters are held, and where the others start; each law takes those of its own
 * @param objective what to optimise
 * @param trims which eigenvalues to leave out
 * @param bootstrap the draws for intervals and a KS p-value
 * @param iteration how the stochastic iteration is run where it is the objective
 */
public record FitPlan(
        List<LawFamily> families,
        Values values,
        Objective objective,
        Trims trims,
        Bootstrap bootstrap,
        FixedPointIteration.Settings iteration) {
    /** A plan with the default settings of the stochastic iteration. */
    public FitPlan(List<LawFamily> families, Values values, Objective objective, Trims trims, Bootstrap bootstrap) {
        this(families, values, objective, trims, bootstrap, FixedPointIteration.Settings.DEFAULT);
    }

    public FitPlan {
        families = List.copyOf(families);
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(trims, "trims");
        Objects.requireNonNull(bootstrap, "bootstrap");
        Objects.requireNonNull(iteration, "iteration");
        if (families.isEmpty()) {
            throw new IllegalArgumentException("families is empty");
        }
    }

    /**
     * Values of parameters.
     *
     * @param fixed held
     * @param start where the search starts
     * @param constraints bounds, ties and the mean penalty
     */
    public record Values(ParameterSet fixed, ParameterSet start, Constraints constraints) {
        public Values {
            Objects.requireNonNull(fixed, "fixed");
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(constraints, "constraints");
        }

        /** The plan with nothing constrained. */
        public Values(ParameterSet fixed, ParameterSet start) {
            this(fixed, start, Constraints.NONE);
        }
    }

    /**
     * Eigenvalues left out.
     *
     * @param bottom how many of the smallest positive ones
     * @param top how many of the largest
     */
    public record Trims(int bottom, int top) {
        public Trims {
            if (bottom < 0 || top < 0) {
                throw new IllegalArgumentException("trims " + bottom + ", " + top + " must not be negative");
            }
        }
    }

    /**
     * Refits to draws from the fitted ensemble.
     *
     * @param replicates how many; with 0 the intervals come from the profile likelihood and there is no p-value
     * @param seed of the draws
     */
    public record Bootstrap(int replicates, long seed) {
        public Bootstrap {
            if (replicates < 0) {
                throw new IllegalArgumentException("replicates = " + replicates + " is negative");
            }
        }
    }

    /**
     * This plan with γ held at the aspect ratio of the sample's shape, where it has one and no value, bound or tie of γ
     * says otherwise: the rows and columns of a matrix are known, not estimated.
     */
    FitPlan holdingShapeOf(FitSample sample) {
        OptionalDouble aspectRatio = sample.spectrum().details().aspectRatio();
        boolean decided = values.fixed().has(Parameter.GAMMA)
                || values.start().has(Parameter.GAMMA)
                || values.constraints().bounds().containsKey(Parameter.GAMMA)
                || values.constraints().ties().alpha().isPresent();
        if (decided || aspectRatio.isEmpty() || !HtmpLaw.GAMMAS.contains(aspectRatio.getAsDouble())) {
            return this;
        }
        ParameterSet fixed = values.fixed().with(Parameter.GAMMA, aspectRatio.getAsDouble());
        return new FitPlan(
                families,
                new Values(fixed, values.start(), values.constraints()),
                objective,
                trims,
                bootstrap,
                iteration);
    }

    /** The request for the first law; a league makes those of the others from it. */
    FitRequest request(double[] eigenvalues) {
        return new FitRequest(
                eigenvalues,
                families.get(0),
                values.fixed(),
                values.start(),
                objective,
                trims.bottom(),
                trims.top(),
                values.constraints());
    }
}
