package org.eigenscope.spectrum.engine;

import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum.Source;

/**
 * From eigenvalues of 2^−e·W to those the user asked for: λ·factor·2^exponent.
 *
 * @param factor the normalisation's
 * @param exponent the power of two that the scaling removed
 */
public record Units(double factor, int exponent) {
    /**
     * The units of a normalisation.
     *
     * @param exponent e
     * @param mean of all eigenvalues of 2^−e·W
     * @throws BadInputException if the normalisation has nothing to divide by
     */
    public static Units of(Normalization normalization, MatrixFacts subject, Source source, int exponent, double mean)
            throws BadInputException {
        double factor = switch (normalization) {
            case RAW -> 1;
            case MP -> 1.0 / subject.largerSide();
            case UNIT_VARIANCE -> varianceFactor(subject, source);
            case UNIT_MEAN -> meanFactor(subject, mean);
        };
        boolean scaleFree = normalization == Normalization.UNIT_VARIANCE || normalization == Normalization.UNIT_MEAN;
        return new Units(factor, scaleFree ? 0 : exponent * (source.isSquared() ? 2 : 1));
    }

    /** An eigenvalue of 2^−e·W in the user's units. */
    public double apply(double eigenvalue) {
        return Math.scalb(eigenvalue * factor, exponent);
    }

    /**
     * Requires that the largest eigenvalue is a normal double in these units.
     *
     * @throws BadInputException if it is too small or too large
     */
    public void requireRepresentable(double largest, MatrixFacts subject) throws BadInputException {
        boolean vanished = largest > 0 && apply(largest) < Double.MIN_NORMAL;
        if (vanished || !Double.isFinite(apply(largest))) {
            throw new BadInputException(String.format(
                    "The eigenvalues of %s are too %s for double precision; choose the unit-variance or unit-mean"
                            + " normalisation, or rescale the matrix.",
                    subject.label(), vanished ? "small" : "large"));
        }
    }

    /** Eigenvalues of a symmetric matrix grow with its entries, not with their squares, hence the root. */
    private static double varianceFactor(MatrixFacts subject, Source source) throws BadInputException {
        double variance = subject.scaledVariance().getAsDouble();
        if (variance == 0) {
            throw new BadInputException("All entries of " + subject.label()
                    + " are equal, so they cannot be scaled to unit variance; choose another normalisation.");
        }
        double perEntry = subject.largerSide() * variance;
        return 1 / (source.isSquared() ? perEntry : Math.sqrt(perEntry));
    }

    private static double meanFactor(MatrixFacts subject, double mean) throws BadInputException {
        if (!(mean > 0)) {
            throw new BadInputException("The eigenvalues of " + subject.label()
                    + " have no positive mean, so they cannot be scaled to mean 1; choose another normalisation.");
        }
        return 1 / mean;
    }
}
