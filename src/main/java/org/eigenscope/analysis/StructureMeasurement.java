package org.eigenscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.spacing.UnfoldedLevels;
import org.eigenscope.ensemble.structure.StructuredEnsemble;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The effect of structure on repulsion, measured in two ways: κ̂ from the shape of the whole spectrum, fitted by HTMP
 * with γ free and τ = 0, and the spacing ratio of neighbours, unfolded by that fit.
 *
 * <p>γ is left free because structure changes both coordinates of the master model: eigenvalues that do not repel at
 * all follow a Gamma law, which HTMP reaches as κ → 0 at fixed κ/γ only. A fit bounds κ̂ to [1e-3, 1e3]; at a bound it
 * stands for a limit.
 *
 * @param ensemble what was drawn
 * @param size n
 * @param kappas κ̂ of each draw
 * @param gammas γ̂ of each draw
 * @param ratios the mean spacing ratio of each draw
 * @param distances the Kolmogorov–Smirnov distance of each fit: whether HTMP describes the structure at all
 */
public record StructureMeasurement(
        StructuredEnsemble ensemble,
        int size,
        List<Double> kappas,
        List<Double> gammas,
        List<Double> ratios,
        List<Double> distances) {
    private static final ParameterSet HELD = ParameterSet.EMPTY.with(Parameter.TAU, 0);

    public StructureMeasurement {
        kappas = List.copyOf(kappas);
        gammas = List.copyOf(gammas);
        ratios = List.copyOf(ratios);
        distances = List.copyOf(distances);
    }

    /**
     * A mean over draws.
     *
     * @param mean of the values
     * @param standardError their standard deviation over the root of their number; NaN for a single one
     */
    public record Average(double mean, double standardError) {
        static Average of(List<Double> values) {
            double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
            double squares =
                    values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            int n = values.size();
            return new Average(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n));
        }
    }

    /** ln κ̂ over the draws: κ̂ spreads over decades. */
    public Average logKappa() {
        return Average.of(kappas.stream().map(Math::log).toList());
    }

    /** γ̂ over the draws. */
    public Average gamma() {
        return Average.of(gammas);
    }

    /** The mean spacing ratio over the draws. */
    public Average ratio() {
        return Average.of(ratios);
    }

    /** The Kolmogorov–Smirnov distance over the draws. */
    public Average distance() {
        return Average.of(distances);
    }

    /** The same with one more draw. */
    private StructureMeasurement with(FitResult fit, double ratio) {
        return new StructureMeasurement(
                ensemble,
                size,
                appended(kappas, fit.parameters().get(Parameter.KAPPA)),
                appended(gammas, fit.parameters().get(Parameter.GAMMA)),
                appended(ratios, ratio),
                appended(distances, fit.kolmogorovSmirnov()));
    }

    private static List<Double> appended(List<Double> values, double value) {
        List<Double> longer = new ArrayList<>(values);
        longer.add(value);
        return longer;
    }

    /**
     * Draws and measures with the seeds seed, seed + 1, ….
     *
     * @param draws at least 1
     * @throws IllegalArgumentException if the structure has no matrix of the size
     * @throws EigenscopeException if a draw or a fit fails, or the work was cancelled
     */
    public static StructureMeasurement of(
            StructuredEnsemble ensemble, int size, int draws, long seed, LawFitter fitter, CancelToken cancel)
            throws EigenscopeException {
        StructureMeasurement all = new StructureMeasurement(ensemble, size, List.of(), List.of(), List.of(), List.of());
        for (int draw = 0; draw < draws; draw++) {
            cancel.throwIfCancelled();
            double[] eigenvalues = ensemble.draw(size, new SplittableRandom(seed + draw), cancel);
            FitRequest request = FitRequest.of(eigenvalues, LawFamily.HTMP).withFixed(HELD);
            FitResult fit = fitter.fit(request, ProgressListener.NONE, cancel);
            double ratio = UnfoldedLevels.of(eigenvalues, fit.law()).ratio().mean();
            all = all.with(fit, ratio);
        }
        return all;
    }
}
