package org.eigenscope.spectrum;

import java.util.Objects;

/**
 * How stochastic Lanczos quadrature samples a matrix.
 *
 * @param probes random vectors; standard errors fall with the square root of their number
 * @param steps Lanczos steps each, that is nodes of each quadrature; the resolution grows with them
 * @param seed of the random vectors
 * @param vectors how those are distributed
 */
public record QuadratureSettings(int probes, int steps, long seed, ProbeVectors vectors) {
    private static final int DEFAULT_PROBES = 64;
    private static final int DEFAULT_STEPS = 80;

    /**
     * @throws IllegalArgumentException unless there are at least 2 probes, so that their scatter can be estimated, and
     *     at least 2 steps
     */
    public QuadratureSettings {
        if (probes < 2) {
            throw new IllegalArgumentException("probes = " + probes + " is less than 2");
        }
        Objects.requireNonNull(vectors, "vectors");
        if (steps < 2) {
            throw new IllegalArgumentException("steps = " + steps + " is less than 2");
        }
    }

    /** 64 Rademacher probes of 80 steps. */
    public static QuadratureSettings withDefaults() {
        return new QuadratureSettings(DEFAULT_PROBES, DEFAULT_STEPS, 1, ProbeVectors.RADEMACHER);
    }
}
