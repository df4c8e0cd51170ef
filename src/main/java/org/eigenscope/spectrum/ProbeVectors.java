package org.eigenscope.spectrum;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The distribution of the random vectors that probe a matrix. With either one, quadratic forms are unbiased for traces.
 */
public enum ProbeVectors {
    /** ±1/√n, each with probability ½: the least variance. */
    RADEMACHER("rademacher") {
        @Override
        public double[] unit(int length, SplittableRandom random) {
            double size = 1 / Math.sqrt(length);
            double[] vector = new double[length];
            Arrays.setAll(vector, i -> random.nextBoolean() ? size : -size);
            return vector;
        }
    },
    /** Uniform on the sphere, so the result does not depend on the basis. */
    GAUSSIAN("gaussian") {
        @Override
        public double[] unit(int length, SplittableRandom random) {
            double[] vector = new double[length];
            Arrays.setAll(vector, i -> random.nextGaussian());
            double squares = 0;
            for (double entry : vector) {
                squares += entry * entry;
            }
            double factor = 1 / Math.sqrt(squares);
            Arrays.setAll(vector, i -> vector[i] * factor);
            return vector;
        }
    };

    private final String id;

    ProbeVectors(String id) {
        this.id = id;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** A random vector of length 1. */
    public abstract double[] unit(int length, SplittableRandom random);
}
