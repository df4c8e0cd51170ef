package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.TAU;

import org.eigenscope.error.BadInputException;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * A checked request, brought to units in which the eigenvalues are near 1.
 *
 * @param request the request
 * @param search the search over the scaled sample
 * @param hints the request's start, scaled
 * @param unit the power of two that the eigenvalues were divided by
 */
record FitProblem(FitRequest request, FitSearch search, ParameterSet hints, double unit) {
    /** The range of the HTMP law itself, wider than the search's. */
    private static final double SMALLEST_HELD = 1e-4;

    private static final double LARGEST_HELD_KAPPA = 1e5;

    /**
     * Checks and scales a request.
     *
     * @throws BadInputException if the sample is too small or a held value contradicts it or the law
     */
    static FitProblem of(FitRequest request, CancelToken cancel) throws BadInputException {
        LawFamily family = request.family();
        for (Parameter parameter : request.fixed().asMap().keySet()) {
            if (!family.parameters().contains(parameter)) {
                throw new BadInputException("The " + family.displayName() + " law has no parameter "
                        + parameter.symbol() + " to hold; remove it from the fixed ones.");
            }
        }
        requireWithin(request.fixed(), Parameter.KAPPA, SMALLEST_HELD, LARGEST_HELD_KAPPA);
        requireWithin(request.fixed(), Parameter.GAMMA, SMALLEST_HELD, 1);
        Sample sample = Sample.of(request);
        double floor = request.fixed().getOrDefault(TAU, 0);
        if (floor >= sample.smallest()) {
            throw new BadInputException("τ is held at " + floor + ", but the smallest eigenvalue used is "
                    + sample.smallest() + "; hold τ below it, free it, or trim the bottom.");
        }
        double unit = sample.unit();
        ParameterSet fixed = Units.scaled(request.fixed(), family, 1 / unit);
        FitSearch search = new FitSearch(sample.dividedBy(unit), family, fixed, cancel);
        return new FitProblem(request, search, Units.scaled(request.start(), family, 1 / unit), unit);
    }

    private static void requireWithin(ParameterSet fixed, Parameter parameter, double least, double most)
            throws BadInputException {
        double value = fixed.getOrDefault(parameter, least);
        if (value < least || value > most) {
            throw new BadInputException(parameter.symbol() + " is held at " + value + ", outside the range from "
                    + least + " to " + most + " that the law can be computed in.");
        }
    }

    /** The parameters at a point in the request's units, the held ones exactly as they were given. */
    ParameterSet parameters(double[] theta) {
        ParameterSet parameters = Units.scaled(search.coordinates().parameters(theta), request.family(), unit);
        for (Parameter parameter : request.fixed().asMap().keySet()) {
            parameters = parameters.with(parameter, request.fixed().get(parameter));
        }
        return parameters;
    }

    /** Parameters in the request's units, brought to the sample's. */
    ParameterSet scaled(ParameterSet parameters) {
        return Units.scaled(parameters, request.family(), 1 / unit);
    }

    /** What to add to a log-likelihood of the scaled sample: −n ln(unit). */
    double logLikelihoodShift() {
        return -search.sample().size() * Math.log(unit);
    }
}
