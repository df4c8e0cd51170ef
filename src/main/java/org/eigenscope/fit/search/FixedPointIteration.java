package org.eigenscope.fit.search;

import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.objective.Scores;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A stochastic fixed-point iteration for κ: Robbins–Monro on the score, θ ← θ + t^(−0.7) B⁻¹ (n/b) Σ_batch sᵢ(θ), from minibatches
 * of b eigenvalues drawn with replacement, with the second half of each path averaged (B. T. Polyak and A. B. Juditsky, SIAM
 * Journal on Control and Optimization 30, 1992), from several seeds. The other free parameters move along with κ.
 *
 * <p>B is the information of the whole sample at the moment start. The paper behind the HTMP law (arXiv 2506.03470) names such
 * an iteration without its steps; this is our reading of it.
 */
public final class FixedPointIteration {
    private static final int SEEDS = 8;
    private static final int STEPS = 160;
    private static final int BATCH = 64;
    private static final double DECAY = 0.7;
    private static final double LONGEST_STEP = 0.5;

    private final FitSearch search;
    private final CancelToken cancel;
    private final Coordinates coordinates;

    FixedPointIteration(FitSearch search, CancelToken cancel) throws BadInputException {
        this.search = search;
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
     * @param seed sets all the random draws
     * @throws BadInputException if the request is unusable or κ is not free
     */
    public static FixedPointTrace run(FitRequest request, long seed, ProgressListener progress, CancelToken cancel)
            throws BadInputException, CancelledException {
        FitProblem problem = FitProblem.of(request, cancel);
        return new FixedPointIteration(problem.search(), cancel)
                .run(problem.hints(), seed, progress)
                .trace();
    }

    /** Where the iteration ended, as coordinates, and how it went. */
    record Outcome(double[] theta, FixedPointTrace trace) {}

    Outcome run(ParameterSet hints, long seed, ProgressListener progress) throws CancelledException {
        double[] start = search.start(hints);
        RealMatrix gain = inverse(search.climbed().scores(start));
        SplittableRandom seeds = new SplittableRandom(seed);
        int kappa = coordinates.free().indexOf(KAPPA);
        List<double[]> paths = new ArrayList<>();
        double[] estimates = new double[SEEDS];
        double[] mean = new double[start.length];
        for (int i = 0; i < SEEDS; i++) {
            progress.progress("fixed-point iteration", (double) i / SEEDS);
            double[] path = new double[STEPS];
            double[] average = descend(start, gain, seeds.split(), path);
            paths.add(path);
            estimates[i] = coordinates.value(KAPPA, average);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += average[j] / SEEDS;
            }
        }
        progress.progress("fixed-point iteration", 1);
        return new Outcome(mean, FixedPointTrace.of(paths, estimates, Math.exp(mean[kappa])));
    }

    private double[] descend(double[] start, RealMatrix gain, SplittableRandom random, double[] path)
            throws CancelledException {
        double[] theta = start.clone();
        double[] average = new double[theta.length];
        double factor = (double) search.sample().size()
                / Math.min(BATCH, search.sample().size());
        for (int step = 0; step < path.length; step++) {
            Scores scores = search.batch(random, BATCH).scores(theta);
            if (scores.isFinite()) {
                double[] move = gain.operate(scores.gradient());
                for (int j = 0; j < theta.length; j++) {
                    double length = factor * Math.pow(step + 1.0, -DECAY) * move[j];
                    theta[j] += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, length));
                }
                coordinates.clamp(theta);
            }
            path[step] = coordinates.value(KAPPA, theta);
            if (step >= path.length / 2) {
                for (int j = 0; j < theta.length; j++) {
                    average[j] += theta[j] / (path.length - path.length / 2);
                }
            }
        }
        cancel.throwIfCancelled();
        return average;
    }

    private static RealMatrix inverse(Scores scores) {
        RealMatrix information = new Array2DRowRealMatrix(scores.information());
        // a hundredth of the largest curvature bounds the steps along directions the data say little about
        double ridge = 0.01 * information.getTrace() / information.getRowDimension();
        for (int j = 0; j < information.getRowDimension(); j++) {
            information.addToEntry(j, j, ridge);
        }
        return new SingularValueDecomposition(information).getSolver().getInverse();
    }
}
