package org.eigenscope.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a fixed-point iteration went.
 *
 * @param kappaPaths κ after every step, one path for each seed
 * @param estimates the averaged κ of each seed
 * @param kappa the mean over the seeds, taken in ln κ
 * @param standardError of that mean, from the spread of the estimates over the seeds: the noise of the iteration, not of the data
 * @param settled whether the paths' third and last quarters agree within a tenth in ln κ
 */
public record FixedPointTrace(
        List<double[]> kappaPaths, double[] estimates, double kappa, double standardError, boolean settled) {
    private static final double AGREEMENT = 0.1;

    public FixedPointTrace {
        kappaPaths = copies(kappaPaths);
        estimates = estimates.clone();
    }

    public static FixedPointTrace of(List<double[]> paths, double[] estimates, double kappa) {
        double mean = Arrays.stream(estimates).average().orElse(Double.NaN);
        double sum = Arrays.stream(estimates).map(e -> (e - mean) * (e - mean)).sum();
        double error = Math.sqrt(sum / (estimates.length - 1) / estimates.length);
        double third = 0;
        double last = 0;
        for (double[] path : paths) {
            third += meanLog(path, path.length / 2, path.length * 3 / 4) / paths.size();
            last += meanLog(path, path.length * 3 / 4, path.length) / paths.size();
        }
        return new FixedPointTrace(paths, estimates, kappa, error, Math.abs(last - third) < AGREEMENT);
    }

    private static double meanLog(double[] path, int from, int to) {
        return Arrays.stream(path, from, to).map(Math::log).average().orElse(Double.NaN);
    }

    private static List<double[]> copies(List<double[]> paths) {
        List<double[]> copies = new ArrayList<>();
        for (double[] path : paths) {
            copies.add(path.clone());
        }
        return List.copyOf(copies);
    }

    @Override
    public List<double[]> kappaPaths() {
        return copies(kappaPaths);
    }

    @Override
    public double[] estimates() {
        return estimates.clone();
    }
}
