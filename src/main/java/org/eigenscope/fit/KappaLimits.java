package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.GAMMA;
import static org.eigenscope.law.Parameter.KAPPA;
import static org.eigenscope.law.Parameter.RATE;
import static org.eigenscope.law.Parameter.SCALE;
import static org.eigenscope.law.Parameter.SHAPE;
import static org.eigenscope.law.Parameter.TAU;

import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.ParameterSet;

/** Likelihood-ratio tests, at 5 %, of whether the data exclude the two limits of κ. */
final class KappaLimits {
    /** A κ that samples of a few thousand cannot tell from ∞, and whose table is still cheap. */
    private static final double LIKE_INFINITY = 500;

    private static final double FAR_ABOVE = 20;

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
        double kappa = best.get(KAPPA);
        double limit = Math.min(Coordinates.LARGEST_KAPPA, Math.max(LIKE_INFINITY, FAR_ABOVE * kappa));
        ParameterSet start = best;
        if (coordinates.isFree(GAMMA)) {
            // keeps the variance γ(1 + 2/κ) of X
            double gamma = best.get(GAMMA) * (1 + 2 / kappa) / (1 + 2 / limit);
            start = best.with(GAMMA, Math.min(SearchBox.LARGEST_GAMMA, gamma));
        }
        return coordinates.holdsKappa(limit) && search.holding(KAPPA, limit).reaches(level, start);
    }

    /**
     * Whether κ → 0 is: at fixed c = κ/(2γ) the law tends to a Gamma law; with γ held, or s not free, to what its smallest κ
     * gives.
     */
    boolean reachZero() throws CancelledException {
        boolean gammaLimit = coordinates.isFree(GAMMA)
                && coordinates.isFree(SCALE)
                && coordinates.constraints().equals(Constraints.NONE);
        if (!gammaLimit) {
            return coordinates.holdsKappa(Coordinates.SMALLEST_KAPPA)
                    && search.holding(KAPPA, Coordinates.SMALLEST_KAPPA).reaches(level, best);
        }
        double c = best.get(KAPPA) / (2 * best.get(GAMMA));
        boolean direct = coordinates.family() == LawFamily.HTMP;
        ParameterSet start = ParameterSet.EMPTY
                .with(SHAPE, c)
                .with(RATE, direct ? c / best.get(SCALE) : c * best.get(SCALE))
                .with(TAU, best.get(TAU));
        ParameterSet held = coordinates.isFree(TAU) ? ParameterSet.EMPTY : ParameterSet.EMPTY.with(TAU, best.get(TAU));
        LawFamily limit = direct ? LawFamily.GAMMA_LAW : LawFamily.INVERSE_GAMMA;
        return search.of(limit, held).reaches(level, start);
    }
}
