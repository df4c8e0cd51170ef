package org.eigenscope.fit.search;

import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.objective.LikelihoodFunction;
import org.eigenscope.fit.objective.Scores;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A stochastic fixed-point iteration for κ: Robbins–Monro on the scores of all free parameters, κ, γ, s and τ alike, from
 * minibatches of b eigenvalues drawn with replacement, from several seeds.
 *
 * <p>Each seed starts beside the best moment start and goes through rounds. A round begins at a reference point θ₀ with the
 * score S(θ₀) and the information B of the whole sample there, and makes steps θ ← θ + ½ t^(−0.6) B⁻¹ [S(θ₀) + (n/b)(S_b(θ) −
 * S_b(θ₀))]. The difference of the two batch scores has the expectation S(θ) − S(θ₀) and little variance, so that the iteration
 * tends to the point where S vanishes, the stationary point of the likelihood (R. Johnson and T. Zhang, Advances in Neural Information
 * Processing Systems 26, 2013). The average over the second half of a round (B. T. Polyak and A. B. Juditsky, SIAM Journal on
 * Control and Optimization 30, 1992) is where the next one begins; a seed ends when the score promises no more than 10⁻³ in ln L. A seed
 * that ends lower than another by more than 0.02 in ln L, as one may that met the bound of τ, begins again beside that one, twice at most.
 *
 * <p>The paper behind the HTMP law (arXiv 2506.03470) names a stochastic fixed-point iteration without its steps; this is our
 * reading of it.
 */
public final class FixedPointIteration {
    private static final int STEPS_A_ROUND = 16;
    private static final int MOST_ROUNDS = 14;
    private static final int BATCH = 64;
    private static final double FIRST_RATE = 0.5;
    private static final double DECAY = 0.6;
    private static final double LONGEST_STEP = 0.75;
    /** A round ends the path of a seed where the scores promise less than this in ln L. */
    private static final double STATIONARY = 1e-3;
    /** The spread of the starts, in the coordinates of the search: a factor of about 1.3 in κ. */
    private static final double START_SPREAD = 0.25;

    private static final int RESTARTS = 2;
    /** Of ln L, by which an end must lie lower than the best one for another start. */
    private static final double LOWER = 0.02;

    private final FitProblem problem;
    private final FitSearch search;
    private final Settings settings;
    private final CancelToken cancel;
    private final Coordinates coordinates;

    /**
     * How an iteration is run.
     *
     * @param seeds how many paths, at least 2, because their agreement is the test of whether the iteration has settled
     * @param seed sets all the random draws
     */
    public record Settings(int seeds, long seed) {
        /** Eight paths. */
        public static final Settings DEFAULT = new Settings(8, 1);

        public Settings {
            if (seeds < 2) {
                throw new IllegalArgumentException("seeds = " + seeds + " is below 2");
            }
        }
    }

    FixedPointIteration(FitProblem problem, Settings settings, CancelToken cancel) throws BadInputException {
        this.problem = problem;
        this.search = problem.search();
        this.settings = settings;
        this.cancel = cancel;
        this.coordinates = search.coordinates();
        if (!coordinates.isFree(KAPPA)) {
            throw new BadInputException(
                    "The fixed-point iteration estimates κ, which this fit does not have or holds; free it or choose "
                            + "another objective.");
        }
    }

    /**
     * Runs the iteration on a request.
     *
     * @param request what to fit; its objective is ignored
     * @throws BadInputException if the request is unusable or κ is not free
     */
    public static FixedPointTrace run(
            FitRequest request, Settings settings, ProgressListener progress, CancelToken cancel)
            throws BadInputException, CancelledException {
        FitProblem problem = FitProblem.of(request, cancel);
        return new FixedPointIteration(problem, settings, cancel).run(progress).trace();
    }

    /** Where the iteration ended, as coordinates, and how it went. */
    record Outcome(double[] theta, FixedPointTrace trace) {}

    Outcome run(ProgressListener progress) throws CancelledException {
        double[] start = search.start(problem.hints());
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        List<List<ParameterSet>> paths = new ArrayList<>();
        List<double[]> ends = new ArrayList<>();
        for (int i = 0; i < settings.seeds(); i++) {
            progress.progress("fixed-point iteration", (double) i / settings.seeds());
            List<ParameterSet> path = new ArrayList<>();
            ends.add(follow(start, seeds.split(), path));
            paths.add(path);
        }
        restartLowEnds(ends, paths, seeds);
        progress.progress("fixed-point iteration", 1);
        double[] mean = mean(ends);
        return new Outcome(mean, trace(paths, ends, mean));
    }

    private void restartLowEnds(List<double[]> ends, List<List<ParameterSet>> paths, SplittableRandom seeds)
            throws CancelledException {
        double[] best = ends.get(0);
        for (double[] end : ends) {
            best = likelihood(end) > likelihood(best) ? end : best;
        }
        double enough = likelihood(best) - LOWER;
        for (int i = 0; i < ends.size(); i++) {
            for (int again = 0; again < RESTARTS && !(likelihood(ends.get(i)) >= enough); again++) {
                ends.set(i, follow(best, seeds.split(), paths.get(i)));
            }
        }
    }

    private double likelihood(double[] theta) throws CancelledException {
        return search.climbed().at(theta);
    }

    private FixedPointTrace trace(List<List<ParameterSet>> paths, List<double[]> ends, double[] mean)
            throws CancelledException {
        int kappa = coordinates.free().indexOf(KAPPA);
        double[] logs = ends.stream().mapToDouble(end -> end[kappa]).toArray();
        ScoreStep left = ScoreStep.of(search.climbed().scores(mean), mean, coordinates);
        double climbed = -search.mostLikely(problem.hints()).cost();
        return FixedPointTrace.of(
                paths,
                logs,
                new FixedPointTrace.Remainder(
                        left.move()[kappa],
                        left.gain(),
                        climbed - search.climbed().at(mean)));
    }

    /** One seed's path; returns the average of its last round. */
    private double[] follow(double[] start, SplittableRandom random, List<ParameterSet> path)
            throws CancelledException {
        double[] reference = start.clone();
        for (int j = 0; j < reference.length; j++) {
            reference[j] += START_SPREAD * random.nextGaussian();
        }
        coordinates.clamp(reference);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Scores whole = search.climbed().scores(reference);
            ScoreStep promise = ScoreStep.of(whole, reference, coordinates);
            if (!whole.isFinite() || round > 1 && promise.gain() < STATIONARY) {
                break;
            }
            reference = round(reference, promise, random, path);
        }
        cancel.throwIfCancelled();
        return reference;
    }

    private double[] round(double[] reference, ScoreStep whole, SplittableRandom random, List<ParameterSet> path)
            throws CancelledException {
        double[] theta = reference.clone();
        List<double[]> last = new ArrayList<>();
        int batch = Math.min(BATCH, search.sample().size());
        double factor = (double) search.sample().size() / batch;
        for (int step = 0; step < STEPS_A_ROUND; step++) {
            LikelihoodFunction some = search.batch(random, batch);
            Scores here = some.scores(theta);
            Scores there = some.scores(reference);
            if (here.isFinite() && there.isFinite()) {
                double[] score = whole.gradient().clone();
                for (int j = 0; j < score.length; j++) {
                    score[j] += factor * (here.gradient()[j] - there.gradient()[j]);
                }
                double[] move = whole.moveOf(score);
                double rate = FIRST_RATE * Math.pow(step + 1.0, -DECAY);
                for (int j = 0; j < theta.length; j++) {
                    theta[j] += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, rate * move[j]));
                }
                coordinates.clamp(theta);
            }
            path.add(problem.parameters(theta));
            if (step >= STEPS_A_ROUND / 2) {
                last.add(theta.clone());
            }
        }
        return mean(last);
    }

    private static double[] mean(List<double[]> thetas) {
        double[] mean = new double[thetas.get(0).length];
        Arrays.setAll(
                mean,
                j -> thetas.stream().mapToDouble(theta -> theta[j]).average().orElseThrow());
        return mean;
    }
}
