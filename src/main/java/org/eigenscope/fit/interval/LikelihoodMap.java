package org.eigenscope.fit.interval;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.model.CondensedSample;
import org.eigenscope.fit.objective.LogLikelihood;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;

/**
 * The log-likelihood over (κ, s) with γ and τ at given values: a slice through it, not a profile. Eigenvalues count as independent
 * draws; sums over them are taken of a {@link CondensedSample}.
 *
 * @param kappas the columns, ascending
 * @param scales the rows, ascending
 * @param drops element [j][i] is by how much ln L at (κᵢ, sⱼ) falls short of the largest on the map; +∞ where the sample is
 *     impossible
 * @param meanMatchedScales for every κ the s at which the law's mean is the sample's; NaN where the law has no mean
 */
public record LikelihoodMap(double[] kappas, double[] scales, double[][] drops, double[] meanMatchedScales) {
    public LikelihoodMap {
        kappas = kappas.clone();
        scales = scales.clone();
        drops = Arrays.stream(drops).map(double[]::clone).toArray(double[][]::new);
        meanMatchedScales = meanMatchedScales.clone();
    }

    /**
     * Computes a map; one table for each κ, one sum over the sample for each cell.
     *
     * @param request the sample with its trims, of HTMP or its inverse; values held and constraints do not matter
     * @param parameters γ and τ of the slice
     * @param kappas ascending, within [1e-4, 1e5]
     * @param scales ascending, positive
     * @throws BadInputException if the sample is unusable, or the slice lies outside the law's or the sample's range
     * @throws IllegalArgumentException if γ or τ is missing
     */
    public static LikelihoodMap of(
            FitRequest request, ParameterSet parameters, double[] kappas, double[] scales, CancelToken cancel)
            throws BadInputException, CancelledException {
        double[][] logs = new double[scales.length][kappas.length];
        double[] matched = new double[kappas.length];
        for (int i = 0; i < kappas.length; i++) {
            ParameterSet held = ParameterSet.EMPTY
                    .with(KAPPA, kappas[i])
                    .with(GAMMA, parameters.get(GAMMA))
                    .with(TAU, parameters.get(TAU));
            FitProblem problem = FitProblem.of(request.withFixed(held).withConstraints(Constraints.NONE), cancel);
            double[] column = column(problem, scales);
            for (int j = 0; j < scales.length; j++) {
                logs[j][i] = column[j];
            }
            matched[i] = meanMatched(problem, held);
        }
        return new LikelihoodMap(kappas, scales, belowLargest(logs), matched);
    }

    private static double[] column(FitProblem problem, double[] scales) throws CancelledException {
        LogLikelihood likelihood = problem.search().condensed().likelihood();
        double[] column = new double[scales.length];
        for (int j = 0; j < scales.length; j++) {
            column[j] = likelihood.at(new double[] {Math.log(scales[j] / problem.unit())});
        }
        return column;
    }

    private static double[][] belowLargest(double[][] logs) {
        double most = Arrays.stream(logs).flatMapToDouble(Arrays::stream).max().orElse(0);
        return Arrays.stream(logs)
                .map(row -> Arrays.stream(row)
                        .map(log -> log == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : most - log)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double meanMatched(FitProblem problem, ParameterSet held) {
        double standard = problem.search().coordinates().standard().mean(held::get);
        double mean = problem.search().sample().mean() * problem.unit();
        double scale = (mean - held.get(TAU)) / standard;
        return scale > 0 ? scale : Double.NaN;
    }

    @Override
    public double[] kappas() {
        return kappas.clone();
    }

    @Override
    public double[] scales() {
        return scales.clone();
    }

    @Override
    public double[][] drops() {
        return Arrays.stream(drops).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] meanMatchedScales() {
        return meanMatchedScales.clone();
    }
}
