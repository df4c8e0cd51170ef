package org.eigenscope.fit.search;

import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Units;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * A checked request, scaled to units in which the eigenvalues are near 1.
 *
 * @param request the request
 * @param search the search over the scaled sample
 * @param hints the request's start, scaled
 * @param unit the power of two that the eigenvalues were divided by
 */
public record FitProblem(FitRequest request, FitSearch search, ParameterSet hints, double unit) {
    /**
     * Checks and scales a request.
     *
     * @throws BadInputException if the sample is too small or a held value contradicts it or the law
     */
    public static FitProblem of(FitRequest request, CancelToken cancel) throws BadInputException {
        LawFamily family = request.family();
        RequestCheck.check(request);
        Sample sample = Sample.of(request);
        RequestCheck.checkFloor(request, sample);
        double unit = sample.unit();
        RequestCheck.checkUnit(request, unit);
        Sample scaled = sample.dividedBy(unit);
        ParameterSet fixed = Units.scaled(request.fixed(), family, 1 / unit);
        Constraints constraints = request.constraints().scaled(family, 1 / unit);
        Coordinates coordinates = new Coordinates(family, fixed, constraints, scaled);
        FitSearch search = new FitSearch(scaled, coordinates, cancel);
        return new FitProblem(request, search, Units.scaled(request.start(), family, 1 / unit), unit);
    }

    /** The same problem over a condensed sample. */
    public FitProblem condensed() {
        return new FitProblem(request, search.condensed(), hints, unit);
    }

    /** The parameters at a point in the request's units, the held ones exactly as they were given. */
    public ParameterSet parameters(double[] theta) {
        ParameterSet parameters = Units.scaled(search.coordinates().parameters(theta), request.family(), unit);
        for (Parameter parameter : request.fixed().asMap().keySet()) {
            parameters = parameters.with(parameter, request.fixed().get(parameter));
        }
        return parameters;
    }

    /** Parameters in the request's units, converted to the units of the scaled sample. */
    public ParameterSet scaled(ParameterSet parameters) {
        return Units.scaled(parameters, request.family(), 1 / unit);
    }

    /** The term to add to a log-likelihood of the scaled sample: −n ln(unit). */
    public double logLikelihoodShift() {
        return -search.sample().size() * Math.log(unit);
    }
}
