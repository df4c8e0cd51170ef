package org.eigenscope.fit.search;

import java.util.List;
import java.util.Objects;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * Fits every family by every objective, with any parameters held. Deterministic, stateless and safe for many threads.
 *
 * <p>Likelihoods are maximised by scoring from moment starts, other objectives minimised by a simplex from the most
 * likely point. When the request's start covers every free parameter the search is local, which is fast enough for a
 * dragged slider. The cancel token is polled at every evaluation of the objective. A trimmed sample is fitted with the
 * law truncated to the window between the trimmed neighbours. The reported log-likelihood of MP and inverse MP, whose
 * support is bounded, includes a noise component of weight 1/n (log-uniform over the sample's range) so that
 * eigenvalues outside leave it finite and comparable.
 */
public final class SpectralFitter implements LawFitter {
    private final FixedPointIteration.Settings iteration;

    /** A fitter with the usual settings of the stochastic iteration, which gives the same result each time. */
    public SpectralFitter() {
        this(FixedPointIteration.Settings.DEFAULT);
    }

    /** A fitter with given settings of the stochastic iteration. */
    public SpectralFitter(FixedPointIteration.Settings iteration) {
        this.iteration = Objects.requireNonNull(iteration, "iteration");
    }

    @Override
    public FitResult fit(FitRequest request, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        cancel.throwIfCancelled();
        String stage = "fitting " + request.family().displayName();
        progress.progress(stage, 0);
        FitProblem problem = FitProblem.of(request, cancel);
        Optimum optimum = optimum(problem, progress, cancel);
        if (!Double.isFinite(optimum.cost())) {
            throw new NoConvergenceException(
                    "No parameters of the " + request.family().displayName()
                            + " law fit these eigenvalues with the values that are held; free one of them.");
        }
        progress.progress(stage, 1);
        return result(problem, optimum);
    }

    private Optimum optimum(FitProblem problem, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        FitSearch search = problem.search();
        return switch (problem.request().objective()) {
            case LIKELIHOOD -> search.mostLikely(problem.hints());
            case FIXED_POINT -> fixedPoint(problem, progress, cancel);
            default -> search.closest(problem.request().objective(), problem.hints());
        };
    }

    private Optimum fixedPoint(FitProblem problem, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        FixedPointIteration.Outcome outcome = new FixedPointIteration(problem, iteration, cancel).run(progress);
        double cost = -problem.search().likelihood().at(outcome.theta());
        return new Optimum(outcome.theta(), cost, outcome.trace().settled());
    }

    private static FitResult result(FitProblem problem, Optimum optimum) throws CancelledException {
        FitRequest request = problem.request();
        FitSearch search = problem.search();
        double best = search.likelihood().at(optimum.theta());
        // the likelihood decides what the data leave open, whatever the objective was
        Optimum likely = request.objective() == Objective.LIKELIHOOD
                ? optimum
                : search.mostLikelyNear(search.coordinates().untied(optimum.theta()));
        List<FitWarning> warnings = new FitWarnings(search, optimum, likely, problem.unit()).find();
        return new FitResult(
                request.family(),
                problem.parameters(optimum.theta()),
                request.fixed().asMap().keySet(),
                request.objective(),
                search.sample().size(),
                best + problem.logLikelihoodShift(),
                search.kolmogorovSmirnov(optimum.theta()),
                warnings,
                search.coordinates().tied());
    }
}
