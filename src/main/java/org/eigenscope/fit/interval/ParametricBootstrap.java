package org.eigenscope.fit.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
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
    private final LawFitter fitter;
    private final ParallelLoop loop;

    /** A bootstrap on the calling thread alone. */
    public ParametricBootstrap(LawFitter fitter) {
        this(fitter, Runnable::run);
    }

    /** A bootstrap that also uses an executor's threads; the result does not depend on their number. */
    public ParametricBootstrap(LawFitter fitter, Executor helpers) {
        this.fitter = Objects.requireNonNull(fitter, "fitter");
        this.loop = ParallelLoop.of(helpers);
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
        long[] seeds = random.longs(replicates).toArray();
        Map<Parameter, ProfileStrip> strips = strips(request, fit, cancel);
        boolean grid = fit.free().contains(Parameter.KAPPA);
        List<KappaGrid.Place> places = grid
                ? KappaGrid.of(request, fit.parameters(), strips.get(Parameter.KAPPA), cancel)
                : List.of(new KappaGrid.Place(fit.parameters(), 0));
        AtomicInteger finished = new AtomicInteger();
        int all = places.size() * replicates;
        List<Optional<BootstrapResult.Draw>> drawn = loop.all(all, i -> {
            cancel.throwIfCancelled();
            ParameterSet truth = places.get(i / replicates).parameters();
            // the same random numbers at every place, so that differences are due to κ
            Optional<BootstrapResult.Draw> replicate =
                    replicate(new SplittableRandom(seeds[i % replicates]), request, truth, cancel);
            progress.progress("bootstrap", (double) finished.incrementAndGet() / all);
            return replicate;
        });
        List<Drawn> usable = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            Drawn at = new Drawn(places.get(k), drawn.subList(k * replicates, (k + 1) * replicates));
            if (at.draws().stream().anyMatch(Optional::isPresent)) {
                usable.add(at);
            }
        }
        if (usable.isEmpty()) {
            throw new NoConvergenceException("None of the " + all + " bootstrap draws could be refitted.");
        }
        Optional<KappaInversion> inversion =
                grid ? Optional.of(inversion(request, fit, strips.get(Parameter.KAPPA), usable)) : Optional.empty();
        List<BootstrapResult.Draw> shared = shared(inversion, usable, replicates, random);
        return summary(request, fit, shared, replicates - shared.size(), strips, inversion);
    }

    /** The draws at one place, empty where one could not be refitted. */
    private record Drawn(KappaGrid.Place place, List<Optional<BootstrapResult.Draw>> draws) {}

    /** The profiles of the free parameters after likelihood fits, and in any case that of κ, which places of draws follow. */
    private static Map<Parameter, ProfileStrip> strips(FitRequest request, FitResult fit, CancelToken cancel)
            throws EigenscopeException {
        Map<Parameter, ProfileStrip> strips = new EnumMap<>(Parameter.class);
        for (Parameter parameter : fit.free()) {
            if (LikelihoodRatios.serve(request) || parameter == Parameter.KAPPA) {
                strips.put(parameter, ProfileStrips.of(request, fit.parameters(), parameter, cancel));
            }
        }
        return strips;
    }

    private static KappaInversion inversion(FitRequest request, FitResult fit, ProfileStrip strip, List<Drawn> drawn)
            throws BadInputException {
        boolean ratios = LikelihoodRatios.serve(request);
        double estimate = fit.parameters().get(Parameter.KAPPA);
        DoubleUnaryOperator distance = ratios ? strip::root : kappa -> Math.log(kappa / estimate);
        List<KappaNode> nodes = new ArrayList<>();
        for (Drawn at : drawn) {
            double kappa = at.place().kappa();
            double[] distances = at.draws().stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(draw -> ratios
                            ? draw.roots().get(Parameter.KAPPA)
                            : Math.log(kappa / draw.parameters().get(Parameter.KAPPA)))
                    .toArray();
            nodes.add(new KappaNode(at.place().parameters(), distance.applyAsDouble(kappa), distances));
        }
        return new KappaInversion(nodes, estimate, KappaGrid.least(request), KappaGrid.greatest(request), distance);
    }

    /** As many draws as there were replicates, from each place its share, less those that could not be refitted. */
    private static List<BootstrapResult.Draw> shared(
            Optional<KappaInversion> inversion, List<Drawn> drawn, int replicates, SplittableRandom random) {
        List<Integer> places =
                new ArrayList<>(inversion.isPresent() ? inversion.get().shares(replicates) : zeros(replicates));
        Collections.shuffle(places, new Random(random.nextLong()));
        List<BootstrapResult.Draw> shared = new ArrayList<>();
        for (int i = 0; i < replicates; i++) {
            drawn.get(places.get(i)).draws().get(i).ifPresent(shared::add);
        }
        // the shares may have picked only draws that failed
        return shared.isEmpty() ? anyOf(drawn) : shared;
    }

    private static List<BootstrapResult.Draw> anyOf(List<Drawn> drawn) {
        return drawn.stream()
                .flatMap(at -> at.draws().stream())
                .flatMap(Optional::stream)
                .limit(1)
                .toList();
    }

    private static List<Integer> zeros(int count) {
        return Collections.nCopies(count, 0);
    }

    /** One draw and its refit; empty if it could not be refitted, which the result counts as a failure. */
    private Optional<BootstrapResult.Draw> replicate(
            SplittableRandom random, FitRequest request, ParameterSet truth, CancelToken cancel)
            throws EigenscopeException {
        FitRequest again = request.withEigenvalues(draw(request, truth, random)).withStart(truth);
        try {
            FitResult refit = fitter.fit(again, ProgressListener.NONE, cancel);
            Map<Parameter, Double> roots =
                    LikelihoodRatios.serve(request) ? LikelihoodRatios.roots(again, refit, truth, cancel) : Map.of();
            return Optional.of(new BootstrapResult.Draw(refit.parameters(), refit.kolmogorovSmirnov(), roots));
        } catch (CancelledException e) {
            throw e;
        } catch (EigenscopeException e) {
            return Optional.empty();
        }
    }

    private static double[] draw(FitRequest request, ParameterSet truth, SplittableRandom random)
            throws NoConvergenceException {
        int size = request.eigenvalues().length;
        double[] values = switch (request.family().role()) {
            case HTMP, INFINITE_KAPPA ->
                BetaLaguerreSampler.of(request.family(), truth, size).sample(random);
            case OF_ANY_SIGN -> semicircle(truth, size).sample(random);
            case ZERO_KAPPA, WITHOUT_REPULSION -> independent(request.family().law(truth), size, random);
        };
        if (request.family().isOfAnySign()) {
            return values;
        }
        // a draw below the smallest double is 0, and samples hold positive values
        return Arrays.stream(values)
                .filter(v -> v > 0 && v < Double.POSITIVE_INFINITY)
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
            FitRequest request,
            FitResult fit,
            List<BootstrapResult.Draw> draws,
            int failures,
            Map<Parameter, ProfileStrip> strips,
            Optional<KappaInversion> inversion) {
        List<Parameter> free = fit.free().stream().sorted().toList();
        long beyond = draws.stream()
                .filter(draw -> draw.kolmogorovSmirnov() >= fit.kolmogorovSmirnov())
                .count();
        double p = (1.0 + beyond) / (1 + draws.size());
        Map<Parameter, ProfileStrip> kept = LikelihoodRatios.serve(request) ? strips : Map.of();
        return new BootstrapResult(draws, failures, kept, inversion, free, p);
    }
}
