package org.eigenscope.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The parametric bootstrap: spectra of the same size are drawn from the fitted ensemble and refitted as the data were, trims and
 * held parameters included (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 6 and 13).
 *
 * <p>HTMP laws draw from the finite-N β-Laguerre ensemble, MP laws from the real Wishart one, whose eigenvalues repel each other;
 * Gamma laws, the κ → 0 limits without repulsion, draw independently.
 */
public final class ParametricBootstrap {
    /** Draws outside would be zeros or infinities in a matrix; they occur at γ = 1, where mass sits at 1/|ln x|. */
    private static final double LARGEST_DRAW = 1e140;

    private final LawFitter fitter;

    public ParametricBootstrap(LawFitter fitter) {
        this.fitter = fitter;
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
        List<FitResult> refits = new ArrayList<>();
        for (int i = 0; i < replicates; i++) {
            progress.progress("bootstrap", (double) i / replicates);
            cancel.throwIfCancelled();
            refit(draw(request, fit, random.split()), request, fit, cancel, refits);
        }
        progress.progress("bootstrap", 1);
        if (refits.isEmpty()) {
            throw new NoConvergenceException("None of the " + replicates + " bootstrap draws could be refitted.");
        }
        return summary(request, fit, refits, replicates - refits.size());
    }

    private void refit(double[] draw, FitRequest request, FitResult fit, CancelToken cancel, List<FitResult> refits)
            throws CancelledException {
        FitRequest again = request.withEigenvalues(draw).withStart(fit.parameters());
        try {
            refits.add(fitter.fit(again, ProgressListener.NONE, cancel));
        } catch (CancelledException e) {
            throw e;
        } catch (EigenscopeException e) {
            // a draw that cannot be refitted is one of the failures that the result counts
            return;
        }
    }

    private static double[] draw(FitRequest request, FitResult fit, SplittableRandom random)
            throws NoConvergenceException {
        LawFamily family = request.family();
        ParameterSet parameters = fit.parameters();
        int size = fit.sampleSize() + request.trimBottom() + request.trimTop();
        double[] values;
        if (family == LawFamily.GAMMA_LAW || family == LawFamily.INVERSE_GAMMA) {
            SpectralLaw law = fit.law();
            values = new double[size];
            Arrays.setAll(values, i -> law.sample(random));
        } else {
            values = BetaLaguerreSampler.of(family, parameters, size).sample(random);
        }
        return Arrays.stream(values)
                .filter(v -> v > 1 / LARGEST_DRAW && v < LARGEST_DRAW)
                .toArray();
    }

    private static BootstrapResult summary(FitRequest request, FitResult fit, List<FitResult> refits, int failures) {
        Map<Parameter, double[]> estimates = new EnumMap<>(Parameter.class);
        for (Parameter parameter : request.family().parameters()) {
            if (fit.free().contains(parameter)) {
                estimates.put(
                        parameter,
                        refits.stream()
                                .mapToDouble(refit -> refit.parameters().get(parameter))
                                .sorted()
                                .toArray());
            }
        }
        double[] distances =
                refits.stream().mapToDouble(FitResult::kolmogorovSmirnov).toArray();
        return BootstrapResult.of(estimates, distances, failures, fit.kolmogorovSmirnov());
    }
}
