package org.eigenscope.fit.interval;

import java.util.EnumMap;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Units;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.fit.search.FitSearch;
import org.eigenscope.fit.search.FitWarnings;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The profile log-likelihood ℓ_p(v) = max over the other free parameters with one held at v, around a fit.
 *
 * <p>It takes eigenvalues as independent draws. Eigenvalues that repel each other are not independent; the bootstrap
 * takes this into account.
 */
public final class ProfileLikelihood {
    private static final double FIRST_STEP = 0.1;
    private static final double GROWTH = 2;
    private static final int MOST_STEPS = 60;
    /** How close to the 95 % level, in ℓ, an end must be. */
    private static final double TOLERANCE = 1e-3;
    /** The gain in ℓ that a point of the profile may miss; a tenth of the tolerance. */
    private static final double GAIN = 1e-4;

    private static final double SHORTEST_STEP = 0.01;
    private static final double LONGEST_STEP = 2;
    private static final double ROOT_OF_LEVEL = Math.sqrt(2 * FitWarnings.HALF_CHI_SQUARE_95);

    private final FitProblem problem;
    private final Coordinates coordinates;
    private final double[] best;
    private final double top;
    private final ProfileTrace trace;

    private record Point(double t, double drop, ParameterSet parameters) {}

    /**
     * The profile around a fit.
     *
     * @param request what was fitted
     * @param fit its result
     * @throws BadInputException if the fit was not by likelihood, or the request is unusable
     */
    public ProfileLikelihood(FitRequest request, FitResult fit, CancelToken cancel)
            throws BadInputException, CancelledException {
        if (fit.objective() != Objective.LIKELIHOOD) {
            throw new BadInputException("Profile-likelihood intervals belong to likelihood fits; use the bootstrap for "
                    + fit.objective().id() + ".");
        }
        problem = FitProblem.of(request, cancel);
        coordinates = problem.search().coordinates();
        best = coordinates.of(problem.scaled(fit.parameters()));
        top = problem.search().climbed().at(best);
        trace = ProfileTrace.of(problem.search().climbed().scores(best), coordinates, best);
    }

    /** The 95 % interval of every free parameter. */
    public Map<Parameter, Interval> intervals(ProgressListener progress) throws CancelledException {
        Map<Parameter, Interval> intervals = new EnumMap<>(Parameter.class);
        for (int j = 0; j < coordinates.dimension(); j++) {
            progress.progress("profile likelihood", (double) j / coordinates.dimension());
            Parameter parameter = coordinates.free().get(j);
            intervals.put(parameter, interval(j));
        }
        progress.progress("profile likelihood", 1);
        return intervals;
    }

    private int indexOf(Parameter parameter) {
        int j = coordinates.free().indexOf(parameter);
        if (j < 0) {
            throw new IllegalArgumentException(parameter.id() + " is not free in this fit");
        }
        return j;
    }

    /**
     * The profile log-likelihood at values of one free parameter, in the units of the fit, searched outwards from the estimate
     * so that each point starts from its neighbour.
     *
     * @param values ascending; those outside the parameter's search box give −∞
     * @throws IllegalArgumentException if the parameter is not free
     */
    public double[] along(Parameter parameter, double[] values) throws CancelledException {
        indexOf(parameter);
        double[] profile = new double[values.length];
        double estimate = problem.parameters(best).get(parameter);
        int split = 0;
        while (split < values.length && values[split] < estimate) {
            split++;
        }
        ParameterSet start = coordinates.parameters(best);
        for (int i = split; i < values.length; i++) {
            start = fill(profile, i, parameter, values[i], start);
        }
        start = coordinates.parameters(best);
        for (int i = split - 1; i >= 0; i--) {
            start = fill(profile, i, parameter, values[i], start);
        }
        return profile;
    }

    private ParameterSet fill(double[] profile, int i, Parameter parameter, double value, ParameterSet start)
            throws CancelledException {
        int j = coordinates.free().indexOf(parameter);
        profile[i] = Double.NEGATIVE_INFINITY;
        if (!parameter.accepts(value)) {
            return start;
        }
        double scaled =
                problem.scaled(ParameterSet.EMPTY.with(parameter, value)).get(parameter);
        double t = coordinates.of(coordinates.parameters(best).with(parameter, scaled))[j];
        double back = coordinates.value(parameter, replaced(j, t));
        // a value that the box changes is outside the box
        if (Math.abs(back - scaled)
                > 1e-9 * (Math.abs(scaled) + Math.abs(problem.search().sample().smallest()))) {
            return start;
        }
        Point point = at(j, t, start, start);
        profile[i] = top - point.drop + problem.logLikelihoodShift();
        return point.parameters;
    }

    private Interval interval(int j) throws CancelledException {
        Point low = end(j, -1);
        Point high = end(j, 1);
        double a = value(j, low.t);
        double b = value(j, high.t);
        boolean lowOpen = low.drop < FitWarnings.HALF_CHI_SQUARE_95 - TOLERANCE;
        boolean highOpen = high.drop < FitWarnings.HALF_CHI_SQUARE_95 - TOLERANCE;
        return new Interval(a, b, lowOpen, highOpen, Interval.Method.PROFILE_LIKELIHOOD);
    }

    private double value(int j, double t) {
        Parameter parameter = coordinates.free().get(j);
        return coordinates.value(parameter, replaced(j, t))
                * Units.factor(parameter, coordinates.family(), problem.unit());
    }

    private double[] replaced(int j, double t) {
        double[] theta = best.clone();
        theta[j] = t;
        return theta;
    }

    /** The end of the interval on one side: steps grow until the level is crossed or the box met, then a safeguarded secant. */
    private Point end(int j, int sign) throws CancelledException {
        double limit = sign < 0 ? coordinates.lower()[j] : coordinates.upper()[j];
        Point inside = new Point(best[j], 0, coordinates.parameters(best));
        double step = firstStep(j);
        for (int i = 0; i < MOST_STEPS && inside.t != limit; i++) {
            double t = sign < 0 ? Math.max(limit, inside.t - step) : Math.min(limit, inside.t + step);
            ParameterSet guess = i == 0 ? coordinates.untied(trace.at(j, t)) : inside.parameters;
            Point next = at(j, t, guess, inside.parameters);
            if (next.drop >= FitWarnings.HALF_CHI_SQUARE_95) {
                return between(j, inside, next);
            }
            // near a parabola's top the drop grows with the square; aim a little beyond the level
            double aim = Math.sqrt(FitWarnings.HALF_CHI_SQUARE_95 / Math.max(next.drop, 1e-3));
            step = Math.max(step, Math.min(GROWTH * GROWTH, 1.1 * aim - 1) * Math.abs(t - best[j]));
            inside = next;
        }
        return inside;
    }

    /** To where a parabola with the curvature at the top crosses the level, so that few points are searched. */
    private double firstStep(int j) {
        double step = ROOT_OF_LEVEL * trace.standardError(j);
        return Double.isFinite(step) ? Math.max(SHORTEST_STEP, Math.min(LONGEST_STEP, step)) : FIRST_STEP;
    }

    private Point between(int j, Point inside, Point outside) throws CancelledException {
        Point low = inside;
        Point high = outside;
        for (int i = 0; i < MOST_STEPS; i++) {
            double level = FitWarnings.HALF_CHI_SQUARE_95;
            if (high.drop - level < TOLERANCE) {
                return high;
            }
            // the square root of the drop is nearly linear in t
            double from = Math.sqrt(Math.max(0, low.drop));
            double share = (Math.sqrt(level) - from) / (Math.sqrt(high.drop) - from);
            double safe = high.drop < Double.POSITIVE_INFINITY && Double.isFinite(share)
                    ? Math.max(0.05, Math.min(0.95, share))
                    : 0.5;
            Point next = at(j, low.t + safe * (high.t - low.t), between(low, high, safe), low.parameters);
            if (Math.abs(next.drop - level) < TOLERANCE) {
                return next;
            }
            low = next.drop < level ? next : low;
            high = next.drop < level ? high : next;
        }
        return high;
    }

    /** The parameters on the line between two points of the profile, in coordinates. */
    private ParameterSet between(Point low, Point high, double share) {
        double[] from = coordinates.of(low.parameters);
        double[] to = coordinates.of(high.parameters);
        for (int k = 0; k < from.length; k++) {
            from[k] += share * (to[k] - from[k]);
        }
        return coordinates.untied(from);
    }

    /** A point of the profile, searched from a guess, or from a safer start where that fails. */
    private Point at(int j, double t, ParameterSet guess, ParameterSet start) throws CancelledException {
        Parameter parameter = coordinates.free().get(j);
        double value = coordinates.value(parameter, replaced(j, t));
        FitSearch held = problem.search().holding(parameter, value);
        Optimum near = held.mostLikelyWithin(guess, GAIN);
        Optimum found = near.converged() ? near : held.mostLikely(start);
        return new Point(t, top + found.cost(), held.coordinates().untied(found.theta()));
    }
}
