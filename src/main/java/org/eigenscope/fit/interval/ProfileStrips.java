package org.eigenscope.fit.interval;

import static org.eigenscope.law.family.Parameter.TAU;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.model.CondensedSample;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.fit.search.FitSearch;
import org.eigenscope.fit.search.Identifiability;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * The profile log-likelihood along every parameter of a fit, held ones included. A held parameter is free for its own
 * strip; the other held ones keep their values. Likelihoods are those of a {@link CondensedSample}.
 */
public final class ProfileStrips {
    /** A start from which ln L can gain more than this is not taken for a fit. */
    private static final double DISTANT = 10;

    private static final int MOST_RESTARTS = 3;

    private ProfileStrips() {}

    /**
     * The strips of all parameters that are not tied.
     *
     * @param request what was fitted, by likelihood whatever its objective
     * @param fit its result, or any parameters near the maximum
     * @throws BadInputException if the request is unusable
     */
    public static Map<Parameter, ProfileStrip> of(FitRequest request, ParameterSet fit, CancelToken cancel)
            throws BadInputException, CancelledException {
        Map<Parameter, ProfileStrip> strips = new EnumMap<>(Parameter.class);
        for (Parameter parameter : request.family().parameters()) {
            if (!request.determined().contains(parameter)) {
                strips.put(parameter, of(request, fit, parameter, cancel));
            }
        }
        return strips;
    }

    /**
     * The strip of one parameter.
     *
     * @throws BadInputException if the request is unusable or the parameter is tied or not the family's
     */
    public static ProfileStrip of(FitRequest request, ParameterSet fit, Parameter parameter, CancelToken cancel)
            throws BadInputException, CancelledException {
        FitRequest freed =
                request.withFixed(without(request.fixed(), parameter)).withObjective(Objective.LIKELIHOOD);
        FitProblem problem = FitProblem.of(freed, cancel).condensed();
        Coordinates coordinates = problem.search().coordinates();
        if (!coordinates.isFree(parameter)) {
            throw new BadInputException("The " + request.family().displayName() + " law has no free parameter "
                    + parameter.symbol() + " here, so there is no profile along it.");
        }
        ParameterSet start = problem.scaled(fit);
        if (start.has(TAU)) {
            start = start.with(TAU, Math.min(start.get(TAU), coordinates.largestShift()));
        }
        return walked(problem, parameter, top(problem.search(), start));
    }

    /**
     * The maximum that a search from the start finds. If it is far from the start, the highest of this one and those of
     * searches from other points.
     */
    private static Optimum top(FitSearch search, ParameterSet start) throws CancelledException {
        Optimum near = search.mostLikelyNear(start);
        double gain = -near.cost() - search.climbed().at(search.coordinates().of(start));
        if (near.converged() && gain < DISTANT) {
            return near;
        }
        Optimum best = search.mostLikely(ParameterSet.EMPTY);
        return best.betterThan(near) ? best : near;
    }

    /** The profile by a {@link ProfileWalk}; if the walk finds a point higher than its start, it begins again there. */
    private static ProfileStrip walked(FitProblem problem, Parameter parameter, Optimum start)
            throws CancelledException {
        Coordinates coordinates = problem.search().coordinates();
        int index = coordinates.free().indexOf(parameter);
        Optimum best = start;
        for (int i = 0; ; i++) {
            double error = best.information().length == 0
                    ? Double.NaN
                    : Identifiability.of(best, coordinates).errors()[index];
            ProfileWalk walk = new ProfileWalk(problem, parameter, best.theta());
            ProfileStrip strip = walk.strip(error);
            Optional<double[]> higher = walk.higher();
            if (higher.isEmpty() || i == MOST_RESTARTS) {
                return strip;
            }
            best = problem.search().mostLikelyNear(coordinates.parameters(higher.get()));
        }
    }

    private static ParameterSet without(ParameterSet values, Parameter left) {
        ParameterSet rest = ParameterSet.EMPTY;
        for (Parameter parameter : values.asMap().keySet()) {
            rest = parameter == left ? rest : rest.with(parameter, values.get(parameter));
        }
        return rest;
    }
}
