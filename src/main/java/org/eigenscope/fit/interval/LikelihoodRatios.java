package org.eigenscope.fit.interval;

import java.util.EnumMap;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.StandardFamily;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * Roots √(2(ℓmax − ℓ_p(v))) of the profile likelihood ratio at given values v, negative where v lies below the
 * estimate.
 *
 * <p>Intervals that bound this root by its bootstrap quantile do not depend on the parameters' units, stay within the
 * parameters' ranges and correct for the repulsion that makes the nominal 1.96 too large (R. Beran, Journal of the
 * American Statistical Association 83, 1988). Percentiles of the estimates would double the bias that ln κ̂ has at
 * small N.
 */
final class LikelihoodRatios {
    private LikelihoodRatios() {}

    /** Whether a request's fits have a likelihood ratio: by likelihood, of a law with a smooth one. */
    static boolean serve(FitRequest request) {
        return request.objective() == Objective.LIKELIHOOD
                && !StandardFamily.of(request.family()).isBounded();
    }

    /**
     * The roots at the given values of the free parameters; +∞ where a value is impossible for the sample.
     *
     * @param request what was fitted
     * @param fit its result
     * @param values every parameter of the family
     */
    static Map<Parameter, Double> roots(FitRequest request, FitResult fit, ParameterSet values, CancelToken cancel)
            throws BadInputException, CancelledException {
        FitProblem problem = FitProblem.of(request, cancel);
        Coordinates coordinates = problem.search().coordinates();
        ParameterSet best = problem.scaled(fit.parameters());
        ParameterSet scaled = problem.scaled(values);
        double top = problem.search().climbed().at(coordinates.of(best));
        Map<Parameter, Double> roots = new EnumMap<>(Parameter.class);
        for (Parameter parameter : coordinates.free()) {
            double value = scaled.get(parameter);
            double root = Double.POSITIVE_INFINITY;
            if (parameter != Parameter.TAU || value <= coordinates.largestShift()) {
                Optimum held = problem.search().holding(parameter, value).mostLikelyNear(best);
                double sign = value < best.get(parameter) ? -1 : 1;
                root = sign * Math.sqrt(2 * Math.max(0, top + held.cost()));
            }
            roots.put(parameter, root);
        }
        return roots;
    }
}
