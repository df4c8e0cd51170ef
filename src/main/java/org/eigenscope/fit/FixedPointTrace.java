package org.eigenscope.fit;

import java.util.Arrays;
import java.util.List;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * How a fixed-point iteration went.
 *
 * @param paths the parameters after every step, one path for each seed; seeds may take different numbers of steps
 * @param estimates the κ that each seed ended at
 * @param kappa their mean, taken in ln κ
 * @param standardError of that mean as an estimate of the stationary point: the spread over the seeds and the step in κ that the score
 *     of the whole sample still asks for at the mean, added in squares. It is the noise of the iteration, not that of the data
 * @param remainder what is left to gain at the mean
 */
public record FixedPointTrace(
        List<List<ParameterSet>> paths, double[] estimates, double kappa, double standardError, Remainder remainder) {
    /** The most by which an estimate may differ from the mean, in ln κ. */
    static final double AGREEMENT = 0.1;
    /** The most, in ln L, that the scores may promise at the mean, or a climb reach above it: a fifth of a standard error. */
    static final double NEGLIGIBLE = 0.02;

    /**
     * What separates the mean over the seeds from a maximum of the likelihood.
     *
     * @param step in ln κ, that the score of the whole sample asks for
     * @param gain in ln L, that it promises
     * @param shortfall by how much ln L there lies below what a climb from several starts reaches; negative if above
     */
    public record Remainder(double step, double gain, double shortfall) {}

    public FixedPointTrace {
        paths = paths.stream().map(List::copyOf).toList();
        estimates = estimates.clone();
    }

    public static FixedPointTrace of(List<List<ParameterSet>> paths, double[] logKappas, Remainder remainder) {
        double mean = Arrays.stream(logKappas).average().orElseThrow();
        double sum = Arrays.stream(logKappas).map(t -> (t - mean) * (t - mean)).sum();
        double spread = sum / (logKappas.length - 1) / logKappas.length;
        double error = Math.exp(mean) * Math.sqrt(spread + remainder.step * remainder.step);
        double[] estimates = Arrays.stream(logKappas).map(Math::exp).toArray();
        return new FixedPointTrace(paths, estimates, Math.exp(mean), error, remainder);
    }

    /** Whether every seed ended within a tenth in ln κ of the mean. */
    public boolean seedsAgree() {
        return Arrays.stream(estimates).allMatch(estimate -> Math.abs(Math.log(estimate / kappa)) < AGREEMENT);
    }

    /** Whether the seeds agree, the score at their mean vanishes and no climb reaches a higher likelihood. */
    public boolean settled() {
        return seedsAgree() && remainder.gain < NEGLIGIBLE && remainder.shortfall < NEGLIGIBLE;
    }

    /** κ after every step, one path for each seed. */
    public List<double[]> kappaPaths() {
        return paths.stream()
                .map(path -> path.stream()
                        .mapToDouble(parameters -> parameters.get(Parameter.KAPPA))
                        .toArray())
                .toList();
    }

    @Override
    public double[] estimates() {
        return estimates.clone();
    }
}
