package org.eigenscope.session;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * A law over a spectrum.
 *
 * @param family the family
 * @param parameters all of its parameters
 * @param origin where they come from
 * @param held those that the fit was not allowed to move
 * @param byHand those of them that were set by hand
 * @param evidence the result of the fit; only for fitted laws
 */
public record LawPlan(
        LawFamily family,
        ParameterSet parameters,
        Origin origin,
        Set<Parameter> held,
        Set<Parameter> byHand,
        Optional<Evidence> evidence) {
    /** Where parameters come from. */
    public enum Origin {
        /** A fit, but for those that were held. */
        FITTED("fitted"),
        /** All were given. */
        GIVEN("given"),
        /** The limit of the panel's first law at its parameters. */
        LIMIT("limit");

        private final String id;

        Origin(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /**
     * The result of a fit.
     *
     * @param objective the id of what was optimised
     * @param n how many eigenvalues were fitted
     * @param logLikelihood ln L at the parameters
     * @param aic 2k − 2 ln L
     * @param bic k ln n − 2 ln L
     * @param ks the Kolmogorov–Smirnov distance
     * @param intervals 95 % intervals
     */
    public record Evidence(
            String objective,
            int n,
            double logLikelihood,
            double aic,
            double bic,
            double ks,
            Map<Parameter, Interval> intervals) {
        public Evidence {
            Objects.requireNonNull(objective, "objective");
            intervals = Map.copyOf(intervals);
        }

        /** The result of a fit, without intervals. */
        public static Evidence of(FitResult fit) {
            return of(fit, Map.of());
        }

        /** The result of a fit, with its intervals. */
        public static Evidence of(FitResult fit, Map<Parameter, Interval> intervals) {
            return new Evidence(
                    fit.objective().id(),
                    fit.sampleSize(),
                    fit.logLikelihood(),
                    fit.aic(),
                    fit.bic(),
                    fit.kolmogorovSmirnov(),
                    intervals);
        }
    }

    public LawPlan {
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(origin, "origin");
        held = Set.copyOf(held);
        byHand = Set.copyOf(byHand);
        Objects.requireNonNull(evidence, "evidence");
        for (Parameter parameter : family.parameters()) {
            if (!parameters.has(parameter)) {
                throw new IllegalArgumentException(family.id() + " lacks " + parameter.id());
            }
            family.domain(parameter).require(parameter.id(), parameters.get(parameter));
        }
    }

    /** A fit as it is remembered. */
    public static LawPlan ofFit(FitResult fit, Map<Parameter, Interval> intervals) {
        return new LawPlan(
                fit.family(),
                fit.parameters(),
                Origin.FITTED,
                fit.fixed(),
                Set.of(),
                Optional.of(Evidence.of(fit, intervals)));
    }

    /** Colour and dashes: those of the family, or grey for a limit. */
    public CurveRole role() {
        return origin == Origin.LIMIT ? CurveRole.ofLimit(family) : CurveRole.of(family);
    }

    /** The law, ready to evaluate. */
    public SpectralLaw law() {
        return family.law(parameters);
    }

    /** The interval of a parameter, if there is one. */
    public Optional<Interval> interval(Parameter parameter) {
        return evidence.map(e -> e.intervals().get(parameter));
    }
}
