package org.eigenscope.fit.search;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.model.CondensedSample;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.model.StandardLaws;
import org.eigenscope.fit.numeric.Cost;
import org.eigenscope.fit.numeric.NelderMead;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.fit.objective.KolmogorovDistance;
import org.eigenscope.fit.objective.LikelihoodFunction;
import org.eigenscope.fit.objective.LogLikelihood;
import org.eigenscope.fit.objective.MeanPenalty;
import org.eigenscope.fit.objective.MinimumDistance;
import org.eigenscope.fit.objective.PenalisedLikelihood;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * The search of one fit: a local one from given values, or several from a ranked grid on a thinned sample and a last one on
 * the whole sample. Belongs to one thread.
 */
public final class FitSearch {
    private static final int THINNED = 400;
    private static final int THINNED_BOUNDED = 1000;
    private static final int STARTS = 4;
    /**
     * The number of starts on a window, where a floor with little repulsion and no floor with much repulsion look
     * alike.
     */
    private static final int TRIMMED_STARTS = 8;

    private static final double APART = 1;
    /**
     * The number of starts of laws of bounded support, which have a local maximum for every cluster of eigenvalues that
     * they can cover.
     */
    private static final int BOUNDED_STARTS = 8;

    private static final double BOUNDED_APART = 0.25;
    /** A predicted gain in ℓ that does not matter in a comparison with 1.92. */
    private static final double ROUGH = 0.01;

    /** The sample size from which a search over weighted points saves more time than it costs. */
    private static final int WORTH_CONDENSING = 1000;

    private static final double SIMPLEX = 0.3;
    private static final double SMALL_SIMPLEX = 0.05;
    private static final double FLAT = 1e-8;
    /** Differences between the starts' optima that matter are of the order of 1; the best one is searched to the end. */
    private static final double ROUGH_SIMPLEX = 1e-3;

    /**
     * The tolerance for distances, which are of the order of 1/n or 1/√n. They have kinks, where a simplex does not
     * become flatter.
     */
    private static final double FLAT_DISTANCE = 1e-6;

    private static final int SIMPLEX_EVALUATIONS = 300;
    /** Evaluations of the simplex that follows a scoring search that stalled; each may need a table. */
    private static final int RESCUE_EVALUATIONS = 80;

    private final Sample sample;
    private final Optional<CondensedSample> points;
    private final Coordinates coordinates;
    private final StandardLaws laws;
    private final CancelToken cancel;
    private final MeanPenalty penalty;
    private final LogLikelihood likelihood;
    private final LikelihoodFunction climbed;
    private final MinimumDistance distance;

    FitSearch(Sample sample, Coordinates coordinates, CancelToken cancel) {
        this(sample, Optional.empty(), coordinates, cancel);
    }

    private FitSearch(Sample sample, Optional<CondensedSample> points, Coordinates coordinates, CancelToken cancel) {
        this.sample = sample;
        this.points = points;
        this.cancel = cancel;
        this.coordinates = coordinates;
        this.laws = new StandardLaws(coordinates);
        this.penalty = new MeanPenalty(sample, coordinates, laws);
        this.likelihood = points.isPresent()
                ? new LogLikelihood(sample, points.get(), coordinates, laws, cancel)
                : new LogLikelihood(sample, coordinates, laws, cancel);
        this.climbed = penalised(likelihood);
        this.distance = new MinimumDistance(sample, coordinates, laws, cancel);
    }

    /** The coordinates of the free parameters. */
    public Coordinates coordinates() {
        return coordinates;
    }

    /** The scaled sample that the law is fitted to. */
    public Sample sample() {
        return sample;
    }

    /** The log-likelihood ℓ of the sample or of its weighted points, without the mean penalty. */
    public LogLikelihood likelihood() {
        return likelihood;
    }

    /** The function that likelihood searches maximise: the log-likelihood minus the mean penalty, if there is one. */
    public LikelihoodFunction climbed() {
        return climbed;
    }

    private LikelihoodFunction penalised(LogLikelihood function) {
        return penalty.weight() > 0 ? new PenalisedLikelihood(function, penalty) : function;
    }

    double kolmogorovSmirnov(double[] theta) throws CancelledException {
        return distance.kolmogorovSmirnov(theta);
    }

    /** The Kolmogorov distance with the place where it is reached. */
    public KolmogorovDistance.Supremum supremum(double[] theta) {
        return distance.supremum(theta);
    }

    /** The best likelihood; locally when {@code hints} cover every free parameter, from many starts otherwise. */
    public Optimum mostLikely(ParameterSet hints) throws CancelledException {
        if (coordinates.free().stream().allMatch(hints::has)) {
            Optimum near = mostLikelyNear(hints);
            if (near.converged()) {
                return near;
            }
        }
        return coordinates.standard().isBounded() ? mostLikelyBounded(hints) : mostLikelySmooth(hints);
    }

    /** The best likelihood that one local search from values of all free parameters finds. */
    public Optimum mostLikelyNear(ParameterSet start) throws CancelledException {
        double[] theta = coordinates.of(start);
        return coordinates.standard().isBounded() ? simplexNear(theta) : climb(theta);
    }

    /** The same, stopped where the predicted gain in ℓ falls below a tolerance; what a profile needs. */
    public Optimum mostLikelyWithin(ParameterSet start, double tolerance) throws CancelledException {
        return coordinates.standard().isBounded()
                ? mostLikelyNear(start)
                : new ScoringSearch(climbed, coordinates, tolerance).from(coordinates.of(start));
    }

    /**
     * A local search that ends as soon as it reaches a level.
     *
     * @param patience how often the gain that the scores predict may be missing before it gives up
     */
    Optimum upTo(double level, ParameterSet start, double patience) throws CancelledException {
        return coordinates.standard().isBounded()
                ? mostLikelyNear(start)
                : new ScoringSearch(climbed, coordinates, ROUGH)
                        .upTo(level, patience)
                        .from(coordinates.of(start));
    }

    /** The same sample and constraints with another family, to compare with it. */
    FitSearch of(LawFamily family, ParameterSet fixed) {
        return new FitSearch(
                sample, new Coordinates(family, fixed, coordinates.constraints().of(family), sample), cancel);
    }

    /** The smallest distance, searched from the most likely point and from {@code hints}. */
    Optimum closest(Objective objective, ParameterSet hints) throws CancelledException {
        Cost plain = distance.cost(objective);
        Cost cost = penalty.weight() > 0 ? theta -> plain.at(theta) + penalty.at(theta) : plain;
        Optimum best = descend(cost, mostLikely(hints).theta(), SIMPLEX);
        if (coordinates.free().stream().allMatch(hints::has)) {
            Optimum near = descend(cost, coordinates.of(hints), SIMPLEX);
            best = near.betterThan(best) ? near : best;
        }
        // a second simplex at the end of the first one shows whether the first had collapsed
        return descend(cost, best.theta(), SMALL_SIMPLEX);
    }

    private Optimum descend(Cost distance, double[] start, double size) throws CancelledException {
        return simplex(distance, start, size, FLAT_DISTANCE);
    }

    private Optimum mostLikelySmooth(ParameterSet hints) throws CancelledException {
        Sample thinned = sample.thinned(THINNED);
        LikelihoodFunction rough = penalised(new LogLikelihood(thinned, coordinates, laws, cancel));
        Optimum best = null;
        for (double[] start : starts(rough, thinned, hints, sample.isTrimmed() ? TRIMMED_STARTS : STARTS)) {
            // which start is best shows early; the best one is searched to the end below
            Optimum found = new ScoringSearch(rough, coordinates, ROUGH).from(start);
            best = best == null || found.betterThan(best) ? found : best;
        }
        Optimum polished = climb(best.theta());
        if (polished.converged()) {
            return polished;
        }
        Optimum simplex = new NelderMead(minus(climbed), coordinates.lower(), coordinates.upper())
                .from(polished.theta(), SIMPLEX, FLAT, RESCUE_EVALUATIONS);
        return scoring(climbed, simplex.theta());
    }

    private Optimum mostLikelyBounded(ParameterSet hints) throws CancelledException {
        Sample thinned = sample.thinned(THINNED_BOUNDED);
        LikelihoodFunction rough = penalised(new LogLikelihood(thinned, coordinates, laws, cancel));
        Optimum best = null;
        for (double[] start : starts(rough, thinned, hints, BOUNDED_STARTS)) {
            // which start is best shows early, as above
            Optimum found = simplex(minus(rough), start, SIMPLEX, ROUGH_SIMPLEX);
            best = best == null || found.betterThan(best) ? found : best;
        }
        return simplexNear(best.theta());
    }

    private List<double[]> starts(LikelihoodFunction rough, Sample thinned, ParameterSet hints, int limit)
            throws CancelledException {
        return new StartingPoints(thinned, coordinates, laws, hints)
                .best(minus(rough), limit, coordinates.standard().isBounded() ? BOUNDED_APART : APART);
    }

    /** Climbs from a start: over weighted points first where the sample is large, so that few steps are left over all of it. */
    private Optimum climb(double[] start) throws CancelledException {
        FitSearch light = light();
        return scoring(
                climbed, light == this ? start : scoring(light.climbed, start).theta());
    }

    /** The same search over weighted points if that saves time, otherwise this one. */
    FitSearch light() {
        return points.isEmpty() && sample.size() >= WORTH_CONDENSING ? condensed() : this;
    }

    private Optimum scoring(LikelihoodFunction function, double[] start) throws CancelledException {
        return new ScoringSearch(function, coordinates).from(start);
    }

    private Optimum simplexNear(double[] start) throws CancelledException {
        Optimum first = simplex(minus(climbed), start, SMALL_SIMPLEX, FLAT);
        Optimum second = simplex(minus(climbed), first.theta(), SMALL_SIMPLEX, FLAT);
        return second.betterThan(first) ? second : first;
    }

    private Optimum simplex(Cost cost, double[] start, double size, double flat) throws CancelledException {
        return new NelderMead(cost, coordinates.lower(), coordinates.upper())
                .from(start, size, flat, SIMPLEX_EVALUATIONS);
    }

    private static Cost minus(LikelihoodFunction likelihood) {
        return theta -> -likelihood.at(theta);
    }

    /** The best of the ranked starts, without a search from it. */
    double[] start(ParameterSet hints) throws CancelledException {
        if (coordinates.free().stream().allMatch(hints::has)) {
            return coordinates.of(hints);
        }
        Sample thinned = sample.thinned(THINNED);
        LikelihoodFunction rough = penalised(new LogLikelihood(thinned, coordinates, laws, cancel));
        return starts(rough, thinned, hints, 1).get(0);
    }

    /**
     * The same search over a few hundred weighted points, for pictures of the likelihood, which take hundreds of
     * evaluations. It is this search itself where the law has edges within the sample, because its density is not
     * smooth there.
     */
    public FitSearch condensed() {
        return coordinates.standard().isBounded() || !(sample.smallest() > 0)
                ? this
                : new FitSearch(sample, Optional.of(CondensedSample.of(sample.values())), coordinates, cancel);
    }

    /** The log-likelihood of a minibatch. */
    LikelihoodFunction batch(SplittableRandom random, int size) {
        Sample batch = sample.drawn(random, Math.min(size, sample.size()));
        return penalised(new LogLikelihood(batch, coordinates, laws, cancel));
    }

    /** The same search with one more parameter held. */
    public FitSearch holding(Parameter parameter, double value) {
        ParameterSet fixed = coordinates.fixed().with(parameter, value);
        Coordinates held = new Coordinates(coordinates.family(), fixed, coordinates.constraints(), sample);
        return new FitSearch(sample, points, held, cancel);
    }
}
