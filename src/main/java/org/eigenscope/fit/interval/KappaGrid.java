package org.eigenscope.fit.interval;

import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Units;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.fit.search.FitSearch;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * The values of κ that a bootstrap draws from: κ̂ alone where the profile determines κ within a factor of two,
 * otherwise several over the profile's range, because the law of κ̂ then changes within its own interval (B. E. Hansen,
 * The grid bootstrap, Review of Economics and Statistics 81, 1999).
 *
 * <p>The greatest is 2N, Dyson index 2. Eigenvalues of real matrices have index 1, of complex ones 2; an ensemble of κ̂
 * = 1000 and N = 100 would repel ten times as much as those of real matrices.
 */
public final class KappaGrid {
    /**
     * The signed root √(2·drop) of the profile beyond which no further κ is added. An end of a 95 % interval is seldom
     * far above 1.96.
     */
    private static final double FARTHEST_ROOT = 2.4;

    private static final double ROOT_STEP = 1.2;
    private static final double LARGEST_FACTOR = 5;
    private static final int MOST_NODES_A_SIDE = 4;
    /** The widest profile interval, as a factor, at which κ̂ alone serves. */
    private static final double KNOWN = 2;

    private final FitProblem problem;
    private final ProfileStrip strip;
    private final double least;
    private final double greatest;
    private final ParameterSet fitted;

    /** A value of κ and the best parameters at it, in the request's units. */
    public record Place(ParameterSet parameters, double root) {
        public double kappa() {
            return parameters.get(KAPPA);
        }
    }

    private KappaGrid(FitRequest request, ParameterSet fitted, ProfileStrip strip, CancelToken cancel)
            throws BadInputException {
        this.problem = FitProblem.of(request.withObjective(Objective.LIKELIHOOD), cancel);
        this.strip = strip;
        this.fitted = fitted;
        this.least = least(request);
        this.greatest = greatest(request);
    }

    /**
     * The grid of a fit.
     *
     * @param fitted its parameters
     * @param strip the profile of κ
     * @return at least one place, κ ascending
     */
    public static List<Place> of(FitRequest request, ParameterSet fitted, ProfileStrip strip, CancelToken cancel)
            throws BadInputException, CancelledException {
        return new KappaGrid(request, fitted, strip, cancel).places();
    }

    /** The smallest κ that draws are made with. */
    public static double least(FitRequest request) throws BadInputException {
        return coordinates(request).leastKappa();
    }

    /** The largest κ that draws are made with. */
    public static double greatest(FitRequest request) throws BadInputException {
        Coordinates coordinates = coordinates(request);
        double most = 2.0 * request.eigenvalues().length;
        return Math.max(coordinates.leastKappa(), Math.min(coordinates.greatestKappa(), most));
    }

    private static Coordinates coordinates(FitRequest request) throws BadInputException {
        return FitProblem.of(request, CancelToken.NONE).search().coordinates();
    }

    private List<Place> places() throws CancelledException {
        double middle = Math.min(fitted.get(KAPPA), greatest);
        Interval profile = strip.interval();
        boolean known = !profile.lowerOpen() && !profile.upperOpen() && profile.upper() < KNOWN * profile.lower();
        Place centre = middle == fitted.get(KAPPA) ? new Place(fitted, strip.root(middle)) : at(middle, fitted);
        List<Place> places = new ArrayList<>(List.of(centre));
        if (!known) {
            for (int sign = -1; sign <= 1; sign += 2) {
                add(places, centre, sign);
            }
        }
        places.sort((a, b) -> Double.compare(a.kappa(), b.kappa()));
        return places;
    }

    private void add(List<Place> places, Place centre, int sign) throws CancelledException {
        double end = sign < 0 ? least : greatest;
        Place last = centre;
        for (int i = 0; i < MOST_NODES_A_SIDE && last.kappa() != end && sign * last.root() < FARTHEST_ROOT; i++) {
            double wanted = last.root() + sign * ROOT_STEP;
            double byRoot = strip.valueAt(wanted);
            double byFactor = last.kappa() * Math.pow(LARGEST_FACTOR, sign);
            double kappa =
                    sign < 0 ? Math.max(end, Math.max(byRoot, byFactor)) : Math.min(end, Math.min(byRoot, byFactor));
            if (!(sign * kappa > sign * last.kappa())) {
                return;
            }
            last = at(kappa, last.parameters());
            places.add(last);
        }
    }

    private Place at(double kappa, ParameterSet near) throws CancelledException {
        FitSearch held = problem.search().holding(KAPPA, kappa);
        Optimum found = held.mostLikelyNear(problem.scaled(near.with(KAPPA, kappa)));
        ParameterSet parameters = Units.scaled(
                held.coordinates().parameters(found.theta()), problem.request().family(), problem.unit());
        for (var parameter : problem.request().fixed().asMap().keySet()) {
            parameters = parameters.with(parameter, problem.request().fixed().get(parameter));
        }
        return new Place(parameters.with(KAPPA, kappa), strip.root(kappa));
    }
}
