package org.eigenscope.fit.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.ensemble.GaussianOrthogonalSampler;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.numeric.ParallelLoop;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The parametric bootstrap: spectra of the same size are drawn from the fitted ensemble and refitted as the data were, trims,
 * held parameters and constraints included (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 6 and 13).
 *
 * <p>HTMP laws draw from the finite-N β-Laguerre ensemble, MP laws from the real Wishart one, the semicircle from the Gaussian
 * orthogonal one, whose eigenvalues repel each other; the other laws, which have no ensemble, draw independently.
 *
 * <p>After likelihood fits the intervals are {@linkplain LikelihoodRatios calibrated profiles}: all values whose profile
 * log-likelihood lies within q²/2 of the maximum, q the 95 % point of the same root of the likelihood ratio in the draws, whose
 * true values are known. After other objectives they are the 2.5 and 97.5 % quantiles of the refits.
 */
public final class ParametricBootstrap {
    /** Draws outside would be zeros or infinities in a matrix; they occur at γ = 1, where mass sits at 1/|ln x|. */
    private static final double LARGEST_DRAW = 1e140;

    private final LawFitter fitter;
    private final ParallelLoop crew;

    /** On the calling thread alone. */
    public ParametricBootstrap(LawFitter fitter) {
        this(fitter, Runnable::run);
    }

    /** With the help of an executor's threads; the answer does not depend on it. */
    public ParametricBootstrap(LawFitter fitter, Executor helpers) {
        this.fitter = Objects.requireNonNull(fitter, "fitter");
        this.crew = ParallelLoop.of(helpers);
    }

    /**
     * Draws and refits.
     *
     * @param request what was fitted
     * @param fit its result
     * @param replicates how many draws, at least 1
     * @param seed sets all draws; the same seed gives the same answer
     * @throws BadInputException if the number of replicates is not positive
     * @throws NoConvergenceException if no draw could be refitted
     */
    public BootstrapResult run(
            FitRequest request, FitResult fit, int replicates, long seed, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        if (replicates < 1) {
            throw new BadInputException("A bootstrap needs at least 1 replicate, not " + replicates + ".");
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> generators = new ArrayList<>();
        for (int i = 0; i < replicates; i++) {
            generators.add(random.split());
        }
        AtomicInteger finished = new AtomicInteger();
        List<Optional<BootstrapResult.Draw>> drawn = crew.all(replicates, i -> {
            cancel.throwIfCancelled();
            Optional<BootstrapResult.Draw> replicate = replicate(generators.get(i), request, fit, cancel);
            progress.progress("bootstrap", (double) finished.incrementAndGet() / replicates);
            return replicate;
        });
        List<BootstrapResult.Draw> usable =
                drawn.stream().flatMap(Optional::stream).toList();
        if (usable.isEmpty()) {
            throw new NoConvergenceException("None of the " + replicates + " bootstrap draws could be refitted.");
        }
        return summary(request, fit, usable, replicates - usable.size(), cancel);
    }

    /** One draw and its refit; empty if it could not be refitted, which the result counts as a failure. */
    private Optional<BootstrapResult.Draw> replicate(
            SplittableRandom random, FitRequest request, FitResult fit, CancelToken cancel) throws EigenscopeException {
        FitRequest again = request.withEigenvalues(draw(request, fit, random)).withStart(fit.parameters());
        try {
            FitResult refit = fitter.fit(again, ProgressListener.NONE, cancel);
            Map<Parameter, Double> roots = LikelihoodRatios.serve(request)
                    ? LikelihoodRatios.roots(again, refit, fit.parameters(), cancel)
                    : Map.of();
            return Optional.of(new BootstrapResult.Draw(refit.parameters(), refit.kolmogorovSmirnov(), roots));
        } catch (CancelledException e) {
            throw e;
        } catch (EigenscopeException e) {
            return Optional.empty();
        }
    }

    private static double[] draw(FitRequest request, FitResult fit, SplittableRandom random)
            throws NoConvergenceException {
        int size = fit.sampleSize() + request.trimBottom() + request.trimTop();
        double[] values = switch (request.family().role()) {
            case HTMP, INFINITE_KAPPA ->
                BetaLaguerreSampler.of(request.family(), fit.parameters(), size).sample(random);
            case OF_ANY_SIGN -> semicircle(fit.parameters(), size).sample(random);
            case ZERO_KAPPA, WITHOUT_REPULSION -> independent(fit.law(), size, random);
        };
        if (request.family().isOfAnySign()) {
            return values;
        }
        return Arrays.stream(values)
                .filter(v -> v > 1 / LARGEST_DRAW && v < LARGEST_DRAW)
                .toArray();
    }

    private static GaussianOrthogonalSampler semicircle(ParameterSet parameters, int size) {
        return new GaussianOrthogonalSampler(parameters.get(Parameter.CENTER), parameters.get(Parameter.RADIUS), size);
    }

    private static double[] independent(SpectralLaw law, int size, SplittableRandom random) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> law.sample(random));
        return values;
    }

    private static BootstrapResult summary(
            FitRequest request, FitResult fit, List<BootstrapResult.Draw> draws, int failures, CancelToken cancel)
            throws EigenscopeException {
        List<Parameter> free = fit.free().stream().sorted().toList();
        Map<Parameter, ProfileStrip> strips = new EnumMap<>(Parameter.class);
        if (LikelihoodRatios.serve(request)) {
            for (Parameter parameter : free) {
                strips.put(parameter, ProfileStrips.of(request, fit.parameters(), parameter, cancel));
            }
        }
        long beyond = draws.stream()
                .filter(draw -> draw.kolmogorovSmirnov() >= fit.kolmogorovSmirnov())
                .count();
        double p = (1.0 + beyond) / (1 + draws.size());
        return new BootstrapResult(draws, failures, strips, free, p);
    }
}
