package org.eigenscope.fit.search;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.RATE;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.SHAPE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Map;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.Ties;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.SearchBox;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * Likelihood-ratio tests, at 5 %, of whether the data exclude the two limits of κ. A limit is compatible with the data
 * if the profile of κ has fallen by less than 1.92 there; the interval of κ is then open at that end.
 */
final class KappaLimits {
    /** A κ that samples of a few thousand cannot tell from ∞, and whose table is still cheap. */
    private static final double LIKE_INFINITY = 500;

    private static final double FAR_ABOVE = 20;
    /** The largest factor between two values of κ, so that the other parameters at one are a good start at the next. */
    private static final double STRIDE = 3;
    /** The factor below κ̂ down to which the profile is followed before a Gamma law is fitted instead. */
    private static final double NEAR_ENOUGH = STRIDE * STRIDE;

    /** How far a profile may fall below the level between two ends that reach it. */
    private static final double VALLEY = FitWarnings.HALF_CHI_SQUARE_95;

    /** How many times the predicted gain may be missing: the scores of smooth laws predict it within a factor. */
    private static final double PATIENT = 25;
    /** No limit: with eigenvalues beyond the edges of a law of large κ, scores predict a tenth of the gain or less. */
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private final FitSearch search;
    private final Coordinates coordinates;
    private final ParameterSet best;
    private final double level;

    KappaLimits(FitSearch whole, Optimum optimum) throws CancelledException {
        this.search = whole.light();
        this.coordinates = search.coordinates();
        this.best = coordinates.parameters(optimum.theta());
        this.level = search.climbed().at(optimum.theta()) - FitWarnings.HALF_CHI_SQUARE_95;
    }

    /** Whether a large κ, which stands for ∞, is compatible with the data. */
    boolean reachInfinity() throws CancelledException {
        double limit = Math.min(Coordinates.LARGEST_KAPPA, Math.max(LIKE_INFINITY, FAR_ABOVE * best.get(KAPPA)));
        return coordinates.holdsKappa(limit) && walkTo(limit);
    }

    /**
     * Whether the profile of κ reaches the level at a limit; the search ends early where the profile falls far below
     * the level.
     */
    private boolean walkTo(double limit) throws CancelledException {
        double from = best.get(KAPPA);
        int strides = (int) Math.ceil(Math.abs(Math.log(limit / from)) / Math.log(STRIDE));
        ParameterSet reached = best;
        for (int i = 1; i <= strides; i++) {
            double kappa = i == strides ? limit : from * Math.pow(limit / from, (double) i / strides);
            FitSearch held = holding(kappa);
            Optimum found = held.upTo(level, towards(reached, kappa), i == strides ? ENDLESS : PATIENT);
            double allowed = i == strides ? level : level - VALLEY;
            if (-found.cost() < allowed) {
                return false;
            }
            reached = held.coordinates().untied(found.theta());
        }
        return true;
    }

    private FitSearch holding(double kappa) {
        return search.holding(KAPPA, kappa);
    }

    /** The parameters with another κ; where γ is free, with the γ that keeps the variance γ(1 + 2/κ) of X. */
    private ParameterSet towards(ParameterSet from, double kappa) {
        if (!coordinates.isFree(GAMMA)) {
            return from;
        }
        double gamma = from.get(GAMMA) * (1 + 2 / from.get(KAPPA)) / (1 + 2 / kappa);
        return from.with(KAPPA, kappa).with(GAMMA, Math.min(SearchBox.LARGEST_GAMMA, gamma));
    }

    /**
     * Whether κ → 0 is compatible with the data. If γ is not held, the limit is at fixed c = κ/(2γ), where the law
     * tends to a Gamma law of shape c. If γ is held, the smallest κ stands for the limit.
     */
    boolean reachZero() throws CancelledException {
        if (!coordinates.reachesSmallestKappa()) {
            return false;
        }
        Map<Parameter, Constraints.Bounds> bounds = coordinates.constraints().bounds();
        boolean held = coordinates.fixed().has(GAMMA) || coordinates.fixed().has(SCALE);
        boolean bounded = bounds.containsKey(GAMMA) || bounds.containsKey(SCALE);
        // where γ meets its own bound at the same c
        double bound =
                Math.max(Coordinates.SMALLEST_KAPPA, Coordinates.SMALLEST_GAMMA * best.get(KAPPA) / best.get(GAMMA));
        if (!held && !bounded) {
            return walkTo(Math.max(bound, best.get(KAPPA) / NEAR_ENOUGH)) && reachGammaLaw();
        }
        return walkTo(coordinates.fixed().has(GAMMA) ? Coordinates.SMALLEST_KAPPA : bound);
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
        Orientation way = coordinates.family().orientation().orElseThrow();
        // the shape of the same variance, which is c where κ is small
        double shape = best.get(KAPPA) / (best.get(GAMMA) * (best.get(KAPPA) + 2));
        ParameterSet start = ParameterSet.EMPTY
                .with(SHAPE, shape)
                .with(RATE, way.rate(shape, best.get(SCALE)))
                .with(TAU, best.get(TAU));
        FitSearch limit = search.of(way.zeroKappa(), held);
        return -limit.upTo(level, start, PATIENT).cost() >= level
                || -limit.mostLikely(ParameterSet.EMPTY).cost() >= level;
    }
}
