package org.eigenscope.fit.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Ties;
import org.eigenscope.fit.Units;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.model.SearchBox;
import org.eigenscope.law.Domain;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/** Refuses requests that contradict the law, the sample or themselves, each with a sentence. */
final class RequestCheck {
    private RequestCheck() {}

    /** Checks what does not need the sample. */
    static void check(FitRequest request) throws BadInputException {
        for (Parameter parameter : request.fixed().asMap().keySet()) {
            requireKnown(parameter, request.family(), "hold; remove it from the fixed ones");
            requireWithin(parameter, request.fixed().get(parameter), request.family(), "is held at");
        }
        checkTies(request);
        for (Map.Entry<Parameter, Constraints.Bounds> entry :
                request.constraints().bounds().entrySet()) {
            checkBounds(request, entry.getKey(), entry.getValue());
        }
    }

    private static void checkTies(FitRequest request) throws BadInputException {
        Ties ties = request.constraints().ties();
        Set<Parameter> tied = ties.tied(request.family());
        for (Parameter parameter : tied) {
            if (request.fixed().has(parameter)) {
                throw new BadInputException(parameter.symbol() + " is held and follows from other parameters as well; "
                        + "leave one of the two out.");
            }
        }
        if ((ties.beta().isPresent() || ties.alpha().isPresent())
                && !request.family().parameters().contains(Parameter.KAPPA)) {
            throw new BadInputException("α and β can be held for HTMP and inverse HTMP, not for the "
                    + request.family().displayName() + " law.");
        }
        if (ties.meanMatched() && request.family().tiedToMean().isEmpty()) {
            throw new BadInputException("The scale of the " + request.family().displayName()
                    + " is the smallest eigenvalue used, so it cannot follow from the mean; use the mean penalty.");
        }
        if (ties.meanMatched() && request.trimBottom() + request.trimTop() > 0) {
            throw new BadInputException(
                    "s can follow from the mean of a whole sample, not of a trimmed one; use the mean "
                            + "penalty, which compares the means on the window.");
        }
        if (ties.alpha().isPresent()) {
            checkAlpha(request, ties.alpha().getAsDouble());
        }
    }

    /** A held α leaves κ the range in which γ lies between its bounds, γ = κ/(2(α − 1) − κ). */
    private static void checkAlpha(FitRequest request, double alpha) throws BadInputException {
        if (request.fixed().has(Parameter.KAPPA)) {
            double kappa = request.fixed().get(Parameter.KAPPA);
            if (kappa > alpha - 1) {
                throw new BadInputException("α is held at " + alpha + " and κ at " + kappa
                        + ", but α below 1 + κ would need γ above 1; hold a smaller κ or a larger α.");
            }
            double least = request.family().domain(Parameter.GAMMA).lower();
            if (kappa / (2 * (alpha - 1) - kappa) < least) {
                throw new BadInputException("α is held at " + alpha + " and κ at " + kappa + ", which needs γ below "
                        + least + "; hold a larger κ or a smaller α.");
            }
            return;
        }
        Constraints.Bounds bounds = request.constraints().bounds().get(Parameter.KAPPA);
        double least = SearchBox.smallestKappa(alpha);
        double low = Math.max(least, bounds == null ? SearchBox.SMALLEST_KAPPA : bounds.lower());
        double high = Math.min(alpha - 1, bounds == null ? SearchBox.LARGEST_KAPPA : bounds.upper());
        if (!(low < high)) {
            throw new BadInputException("α is held at " + alpha + ", which needs κ between " + least + " and "
                    + (alpha - 1) + ", outside " + (bounds == null ? "the range of searches from " : "its bounds from ")
                    + (bounds == null ? SearchBox.SMALLEST_KAPPA : bounds.lower()) + " to "
                    + (bounds == null ? SearchBox.LARGEST_KAPPA : bounds.upper()) + "; change one of the two.");
        }
    }

    private static void checkBounds(FitRequest request, Parameter parameter, Constraints.Bounds bounds)
            throws BadInputException {
        requireKnown(parameter, request.family(), "bound; remove its bounds");
        requireWithin(parameter, bounds.lower(), request.family(), "is bounded by");
        requireWithin(parameter, bounds.upper(), request.family(), "is bounded by");
        if (request.family().readFromSample().contains(parameter)) {
            throw new BadInputException(
                    parameter.symbol() + " is bounded, but its estimate is the smallest eigenvalue used, "
                            + "so the bounds mean nothing; hold it, or trim the bottom.");
        }
        if (request.fixed().has(parameter) || request.determined().contains(parameter)) {
            throw new BadInputException(parameter.symbol()
                    + " is bounded, but held or tied as well, so the bounds mean nothing; remove them.");
        }
    }

    private static void requireKnown(Parameter parameter, LawFamily family, String todo) throws BadInputException {
        if (!family.parameters().contains(parameter)) {
            throw new BadInputException("The " + family.displayName() + " law has no parameter " + parameter.symbol()
                    + " to " + todo + ".");
        }
    }

    /**
     * Requires that a value is in the law's domain; without a cut-off only a power steeper than 1/λ can be normalised.
     */
    private static void requireWithin(Parameter parameter, double value, LawFamily family, String what)
            throws BadInputException {
        Domain domain = family.domain(parameter);
        if (!domain.contains(value)) {
            throw new BadInputException(parameter.symbol() + " " + what + " " + value + ", but the "
                    + family.displayName() + " law can be computed for values "
                    + domain.describe() + " only.");
        }
    }

    /** Checks that given values survive the change to a unit in which the eigenvalues are near 1. */
    static void checkUnit(FitRequest request, double unit) throws BadInputException {
        Domain scales = Parameter.SCALE.domain();
        if (!scales.contains(unit)) {
            throw new BadInputException("The eigenvalues lie around " + unit + ", but a law's scale must be "
                    + scales.describe() + "; multiply the eigenvalues by a constant and fit again.");
        }
        for (ParameterSet given : List.of(request.fixed(), request.start())) {
            for (Parameter parameter : given.asMap().keySet()) {
                requireConvertible(parameter, given.get(parameter), request.family(), unit);
            }
        }
        for (Map.Entry<Parameter, Constraints.Bounds> entry :
                request.constraints().bounds().entrySet()) {
            requireConvertible(entry.getKey(), entry.getValue().lower(), request.family(), unit);
            requireConvertible(entry.getKey(), entry.getValue().upper(), request.family(), unit);
        }
        double beta = request.constraints().ties().beta().orElse(1);
        double factor = Units.rateFactor(request.family(), 1 / unit);
        requireConvertible("β", beta, beta * factor > 0 && beta * factor < Double.POSITIVE_INFINITY);
    }

    private static void requireConvertible(Parameter parameter, double value, LawFamily family, double unit)
            throws BadInputException {
        double converted = value * Units.factor(parameter, family, 1 / unit);
        requireConvertible(parameter.symbol(), value, parameter.accepts(converted));
    }

    private static void requireConvertible(String symbol, double value, boolean accepted) throws BadInputException {
        if (!accepted) {
            throw new BadInputException(symbol + " = " + value
                    + " is too far from the eigenvalues to be compared with them; choose a value nearer to them.");
        }
    }

    /** Checks where the law begins, τ or x_min, held or bounded from below, against the smallest eigenvalue. */
    static void checkFloor(FitRequest request, Sample sample) throws BadInputException {
        if (request.fixed().has(Parameter.XMIN) && request.fixed().get(Parameter.XMIN) > sample.smallest()) {
            throw new BadInputException("x_min is held at " + request.fixed().get(Parameter.XMIN)
                    + ", but the smallest eigenvalue used is " + sample.smallest()
                    + "; hold x_min at it or below, free it, or trim the bottom.");
        }
        if (!request.family().parameters().contains(Parameter.TAU)) {
            return;
        }
        Constraints.Bounds bounds = request.constraints().bounds().get(Parameter.TAU);
        double floor = bounds == null ? request.fixed().getOrDefault(Parameter.TAU, 0) : bounds.lower();
        if (floor >= sample.smallest()) {
            throw new BadInputException("τ is held at " + floor + (bounds == null ? "" : " or above")
                    + ", but the smallest eigenvalue used is " + sample.smallest()
                    + "; hold τ below it, free it, or trim the bottom.");
        }
    }
}
