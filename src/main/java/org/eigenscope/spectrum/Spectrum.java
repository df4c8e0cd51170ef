package org.eigenscope.spectrum;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eigenscope.matrix.Normalization;

/**
 * The eigenvalues of one matrix, ascending, with zeros and negatives kept apart from the positive ones.
 *
 * <p>For a rectangular input these are the N = min(m, n) eigenvalues of the smaller Gram matrix, that is the squared
 * singular values; for a symmetric input the eigenvalues themselves.
 */
public final class Spectrum {
    /** What the eigenvalues are eigenvalues of. */
    public enum Source {
        /** The smaller Gram matrix of a rectangular input; its shape tells γ. */
        GRAM,
        /** The symmetric input itself; its shape does not tell γ. */
        SYMMETRIC
    }

    private final double[] positive;
    private final double[] negative;
    private final int zeroCount;
    private final Details details;

    /**
     * How the eigenvalues were made.
     *
     * @param rows rows of the matrix
     * @param columns columns of the matrix
     * @param source what they are eigenvalues of
     * @param normalization the scaling applied
     * @param zeroTolerance the value, in the units of the eigenvalues, at or below which |λ| counts as zero
     * @param solver the name of the solver that computed them
     */
    public record Details(
            int rows, int columns, Source source, Normalization normalization, double zeroTolerance, String solver) {
        public Details {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(normalization, "normalization");
            Objects.requireNonNull(solver, "solver");
        }

        /** γ from the shape; empty for a symmetric input. */
        public OptionalDouble aspectRatio() {
            return source == Source.GRAM
                    ? OptionalDouble.of((double) Math.min(rows, columns) / Math.max(rows, columns))
                    : OptionalDouble.empty();
        }
    }

    private Spectrum(double[] positive, double[] negative, int zeroCount, Details details) {
        this.positive = positive;
        this.negative = negative;
        this.zeroCount = zeroCount;
        this.details = Objects.requireNonNull(details, "details");
    }

    /**
     * Sorts eigenvalues into positive, zero and negative ones.
     *
     * @param eigenvalues all N of them in any order, finite
     */
    public static Spectrum of(double[] eigenvalues, Details details) {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        double tolerance = details.zeroTolerance();
        double[] positive = Arrays.stream(sorted).filter(v -> v > tolerance).toArray();
        double[] negative = Arrays.stream(sorted).filter(v -> v < -tolerance).toArray();
        return new Spectrum(positive, negative, sorted.length - positive.length - negative.length, details);
    }

    /** N, zeros and negatives included. */
    public int size() {
        return positive.length + zeroCount + negative.length;
    }

    /** All N eigenvalues, ascending, with 0 for each that counts as zero. */
    public double[] ascending() {
        double[] all = Arrays.copyOf(negative, size());
        System.arraycopy(positive, 0, all, negative.length + zeroCount, positive.length);
        return all;
    }

    /** The eigenvalues above the zero tolerance, ascending; a copy. */
    public double[] positive() {
        return positive.clone();
    }

    public int positiveCount() {
        return positive.length;
    }

    /** How many count as zero: the rank deficiency. */
    public int zeroCount() {
        return zeroCount;
    }

    /** The eigenvalues below minus the zero tolerance, ascending; a copy. */
    public double[] negative() {
        return negative.clone();
    }

    public Details details() {
        return details;
    }
}
