package org.eigenscope.spectrum;

import java.util.Arrays;

/**
 * A number found by sampling.
 *
 * @param value the mean over the samples
 * @param standardError its standard error
 */
public record Estimate(double value, double standardError) {
    /** The mean of samples and its standard error s/√k; infinite samples make the value infinite and the error NaN. */
    static Estimate of(double[] samples) {
        double mean = Arrays.stream(samples).average().orElseThrow();
        double squares =
                Arrays.stream(samples).map(v -> (v - mean) * (v - mean)).sum();
        return new Estimate(mean, Math.sqrt(squares / (samples.length - 1.0) / samples.length));
    }

    /** This estimate in other units. */
    Estimate times(double factor) {
        return new Estimate(value * factor, standardError * Math.abs(factor));
    }

    /** This estimate with a known number added. */
    Estimate plus(double known) {
        return new Estimate(value + known, standardError);
    }
}
