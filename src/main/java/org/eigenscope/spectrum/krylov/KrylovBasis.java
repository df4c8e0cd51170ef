package org.eigenscope.spectrum.krylov;

import java.util.SplittableRandom;

/** An orthonormal basis that grows by one vector at a time until it spans the space. */
final class KrylovBasis {
    /**
     * The length below which a remainder is rounding, relative to the size of the numbers that it was computed from.
     */
    private static final double NEGLIGIBLE = 32 * 0x1p-52;

    private final double[][] vectors;
    private final SplittableRandom random;
    private int size;

    KrylovBasis(int dimension, SplittableRandom random) {
        this.vectors = new double[dimension][];
        this.random = random;
    }

    double[] last() {
        return vectors[size - 1];
    }

    /**
     * Adds the part of a vector that is orthogonal to the basis, or a random such vector if nothing is left of it.
     *
     * @param candidate overwritten
     * @param scale the size of what the candidate was computed from, against which rounding is judged
     * @return the length of that part, 0 if it was negligible or the basis is complete
     */
    double extend(double[] candidate, double scale) {
        if (size == vectors.length) {
            return 0;
        }
        orthogonalize(candidate);
        double length = norm(candidate);
        if (isNegligible(length, scale)) {
            restart();
            return 0;
        }
        multiply(candidate, 1 / length);
        vectors[size++] = candidate.clone();
        return length;
    }

    /** Adds a random unit vector orthogonal to the basis, unless that is complete. */
    void restart() {
        if (size == vectors.length) {
            return;
        }
        double[] candidate = new double[vectors.length];
        double length;
        do {
            for (int i = 0; i < candidate.length; i++) {
                candidate[i] = random.nextDouble() - 0.5;
            }
            double before = norm(candidate);
            orthogonalize(candidate);
            length = norm(candidate);
            if (isNegligible(length, before)) {
                length = 0;
            }
        } while (length == 0);
        multiply(candidate, 1 / length);
        orthogonalize(candidate);
        multiply(candidate, 1 / norm(candidate));
        vectors[size++] = candidate;
    }

    static boolean isNegligible(double length, double scale) {
        return length <= NEGLIGIBLE * scale;
    }

    /** Orthogonalises twice, which is enough (L. Giraud and others, 2005). */
    private void orthogonalize(double[] candidate) {
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < size; k++) {
                double projection = dot(vectors[k], candidate);
                for (int i = 0; i < candidate.length; i++) {
                    candidate[i] -= projection * vectors[k][i];
                }
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static void multiply(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }
}
