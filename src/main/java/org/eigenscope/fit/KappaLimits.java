package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.GAMMA;
import static org.eigenscope.law.Parameter.KAPPA;
import static org.eigenscope.law.Parameter.RATE;
import static org.eigenscope.law.Parameter.SCALE;
import static org.eigenscope.law.Parameter.SHAPE;
import static org.eigenscope.law.Parameter.TAU;

import java.util.Map;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;

/**
 * Likelihood-ratio tests, at 5 %, of whether the data exclude the two limits of κ: a limit stands where the profile of κ has
 * fallen by less than 1.92 there, so that the interval of κ is open at that end.
 */
final class KappaLimits {
    /** A κ that samples of a few thousand cannot tell from ∞, and whose table is still cheap. */
    private static final double LIKE_INFINITY = 500;

    private static final double FAR_ABOVE = 20;
    /** The scores of smooth laws tell within a factor what there is to gain. */
    private static final double PATIENT = 25;
    /** With eigenvalues beyond the edges of a law of much repulsion they promise a tenth of it, or less. */
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private final FitSearch search;
    private final Coordinates coordinates;
    private final ParameterSet best;
    private final double level;

    KappaLimits(FitSearch search, Optimum optimum) {
        this.search = search;
        this.coordinates = search.coordinates();
        this.best = coordinates.parameters(optimum.theta());
        this.level = -optimum.cost() - FitWarnings.HALF_CHI_SQUARE_95;
    }

    /** Whether a κ like ∞ is compatible with the data. */
    boolean reachInfinity() throws CancelledException {
        double limit = Math.min(Coordinates.LARGEST_KAPPA, Math.max(LIKE_INFINITY, FAR_ABOVE * best.get(KAPPA)));
        return coordinates.holdsKappa(limit) && holding(limit).reaches(level, towards(best, limit), ENDLESS);
    }

    private FitSearch holding(double kappa) {
        return search.holding(KAPPA, kappa);
    }

    /** Another κ, and with γ free the γ that keeps the variance γ(1 + 2/κ) of X. */
    private ParameterSet towards(ParameterSet from, double kappa) {
        if (!coordinates.isFree(GAMMA)) {
            return from;
        }
        double gamma = from.get(GAMMA) * (1 + 2 / from.get(KAPPA)) / (1 + 2 / kappa);
        return from.with(KAPPA, kappa).with(GAMMA, Math.min(SearchBox.LARGEST_GAMMA, gamma));
    }

    /**
     * Whether κ → 0 is: with γ not held at fixed c = κ/(2γ), where the law tends to a Gamma law of shape c; with γ held, to what
     * the smallest κ gives.
     */
    boolean reachZero() throws CancelledException {
        if (!coordinates.reachesSmallestKappa()) {
            return false;
        }
        Map<Parameter, Constraints.Bounds> bounds = coordinates.constraints().bounds();
        boolean held = coordinates.fixed().has(GAMMA) || coordinates.fixed().has(SCALE);
        boolean bounded = bounds.containsKey(GAMMA) || bounds.containsKey(SCALE);
        if (!held && !bounded) {
            return reachGammaLaw();
        }
        double least = coordinates.fixed().has(GAMMA)
                ? Coordinates.SMALLEST_KAPPA
                // where γ meets its own bound at the same c
                : Math.max(Coordinates.SMALLEST_KAPPA, Coordinates.SMALLEST_GAMMA * best.get(KAPPA) / best.get(GAMMA));
        return holding(least).reaches(level, towards(best, least), PATIENT);
    }

    private boolean reachGammaLaw() throws CancelledException {
        Ties ties = coordinates.constraints().ties();
        ParameterSet held =
                coordinates.fixed().has(TAU) ? ParameterSet.EMPTY.with(TAU, best.get(TAU)) : ParameterSet.EMPTY;
        if (ties.alpha().isPresent()) {
            held = held.with(SHAPE, ties.alpha().getAsDouble() - 1);
        }
        if (ties.beta().isPresent()) {
            held = held.with(RATE, ties.beta().getAsDouble());
        }
        boolean direct = coordinates.family() == LawFamily.HTMP;
        // of the same variance; c itself where κ is small
        double shape = best.get(KAPPA) / (best.get(GAMMA) * (best.get(KAPPA) + 2));
        ParameterSet start = ParameterSet.EMPTY
                .with(SHAPE, shape)
                .with(RATE, direct ? shape / best.get(SCALE) : shape * best.get(SCALE))
                .with(TAU, best.get(TAU));
        FitSearch limit = search.of(direct ? LawFamily.GAMMA_LAW : LawFamily.INVERSE_GAMMA, held);
        return limit.reaches(level, start, PATIENT)
                || -limit.mostLikely(ParameterSet.EMPTY).cost() >= level;
    }
}
