package org.eigenscope.spectrum;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.matrix.Normalization;

/**
 * The eigenvalues of one matrix, ascending, with zeros and negatives kept apart from the positive ones.
 *
 * <p>For a rectangular input these are the N = min(m, n) eigenvalues of the smaller Gram matrix, that is the squared
 * singular values; for a symmetric or Hermitian input the eigenvalues themselves; {@link Source} says which.
 */
public final class Spectrum {
    /** The matrix that the eigenvalues belong to. */
    public enum Source {
        /** The smaller Gram matrix of the input W, that is its squared singular values; the shape tells γ. */
        GRAM("squared singular values of W"),
        /** ΦᵀΦ of an input Φ of samples × dimensions; the shape tells γ. */
        FEATURES("eigenvalues of ΦᵀΦ"),
        /** The symmetric input itself; its shape does not tell γ. */
        SYMMETRIC("eigenvalues of the symmetric matrix"),
        /** As {@link #GRAM} of a complex W. */
        COMPLEX_GRAM("squared singular values of the complex W"),
        /** As {@link #FEATURES} of a complex Φ. */
        COMPLEX_FEATURES("eigenvalues of Φ*Φ of the complex Φ"),
        /** The Hermitian input itself; its shape does not tell γ. */
        HERMITIAN("eigenvalues of the Hermitian matrix");

        private final String rule;

        Source(String rule) {
            this.rule = rule;
        }

        /** What is taken in the same way of a complex input. */
        public Source ofComplex() {
            return switch (this) {
                case GRAM, COMPLEX_GRAM -> COMPLEX_GRAM;
                case FEATURES, COMPLEX_FEATURES -> COMPLEX_FEATURES;
                case SYMMETRIC, HERMITIAN -> HERMITIAN;
            };
        }

        /** The Dyson index of a random input: 1 of real entries, 2 of complex ones. */
        public int dysonIndex() {
            return ofComplex() == this ? 2 : 1;
        }

        /** Whether there is an eigenvalue for each column, whatever the rows. */
        public boolean isOfFeatures() {
            return this == FEATURES || this == COMPLEX_FEATURES;
        }

        /** A description of the eigenvalues, for everything that shows or exports them. */
        public String rule() {
            return rule;
        }

        /** Whether the eigenvalues are squares of the input's singular values, so that they grow with the squares of its entries. */
        public boolean isSquared() {
            return this != SYMMETRIC && this != HERMITIAN;
        }
    }

    private final double[] positive;
    private final double[] negative;
    private final int zeroCount;
    private final double[] computed;
    private final Details details;
    private final Optional<SpectralDensityEstimate> estimate;

    /**
     * How the eigenvalues were made.
     *
     * @param rows rows of the matrix
     * @param columns columns of the matrix
     * @param source what they are eigenvalues of
     * @param normalization the scaling applied
     * @param zeroTolerance the value, in the units of the eigenvalues, at or below which |λ| counts as zero
     * @param solver the name of the solver that computed them
     * @param relativeAccuracy a bound on the relative error that the solver leaves in the smallest positive eigenvalue;
     *     empty when nothing is known of it or there is none
     */
    public record Details(
            int rows,
            int columns,
            Source source,
            Normalization normalization,
            double zeroTolerance,
            String solver,
            OptionalDouble relativeAccuracy) {
        /** Eigenvalues of unknown accuracy. */
        public Details(
                int rows,
                int columns,
                Source source,
                Normalization normalization,
                double zeroTolerance,
                String solver) {
            this(rows, columns, source, normalization, zeroTolerance, solver, OptionalDouble.empty());
        }

        public Details {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(normalization, "normalization");
            Objects.requireNonNull(solver, "solver");
            Objects.requireNonNull(relativeAccuracy, "relativeAccuracy");
        }

        /** γ from the shape; empty for a symmetric input. */
        public OptionalDouble aspectRatio() {
            return source.isSquared()
                    ? OptionalDouble.of((double) Math.min(rows, columns) / Math.max(rows, columns))
                    : OptionalDouble.empty();
        }
    }

    private Spectrum(
            double[] positive,
            double[] negative,
            double[] computed,
            Details details,
            Optional<SpectralDensityEstimate> estimate) {
        this.positive = positive;
        this.negative = negative;
        this.computed = computed;
        this.zeroCount = computed.length - positive.length - negative.length;
        this.details = Objects.requireNonNull(details, "details");
        this.estimate = estimate;
    }

    /**
     * Sorts eigenvalues into positive, zero and negative ones.
     *
     * @param eigenvalues all N of them in any order, finite
     */
    public static Spectrum of(double[] eigenvalues, Details details) {
        return of(eigenvalues, details, Optional.empty());
    }

    /** The spectrum that stands for an estimated density: N values that follow it. */
    public static Spectrum ofEstimate(SpectralDensityEstimate estimate, Details details) {
        return of(estimate.representatives(), details, Optional.of(estimate));
    }

    private static Spectrum of(double[] eigenvalues, Details details, Optional<SpectralDensityEstimate> estimate) {
        double[] sorted = eigenvalues.clone();
        Arrays.sort(sorted);
        double tolerance = details.zeroTolerance();
        double[] positive = Arrays.stream(sorted).filter(v -> v > tolerance).toArray();
        double[] negative = Arrays.stream(sorted).filter(v -> v < -tolerance).toArray();
        return new Spectrum(positive, negative, sorted, details, estimate);
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

    /** All N eigenvalues as the solver computed them, ascending; zeros keep their rounding errors. */
    public double[] computed() {
        return computed.clone();
    }

    /** The eigenvalues above the zero tolerance, ascending; a copy. */
    public double[] positive() {
        return positive.clone();
    }

    /** How many eigenvalues are positive, above the zero tolerance. */
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

    /** How the eigenvalues were computed. */
    public Details details() {
        return details;
    }

    /**
     * The estimated density that these values stand for; empty when they are the eigenvalues themselves. The values are
     * quantiles of the estimate, to fit and to draw; only the estimate itself has error bars.
     */
    public Optional<SpectralDensityEstimate> estimate() {
        return estimate;
    }
}
