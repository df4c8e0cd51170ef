package org.eigenscope.spectrum;

import java.util.Arrays;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum.Source;

/**
 * Puts solved eigenvalues of 2^−e·W back into the user's units, normalised, with their zero tolerance.
 *
 * @param matrices the solved matrices, all of one shape
 * @param source what the eigenvalues are eigenvalues of
 * @param exponent e
 * @param method the solver's name
 */
record Assembly(List<Matrix> matrices, Source source, int exponent, String method) {
    Spectrum assemble(List<double[]> parts, Normalization normalization) throws BadInputException {
        double[] eigenvalues = parts.stream().flatMapToDouble(Arrays::stream).toArray();
        double largest = Arrays.stream(eigenvalues).map(Math::abs).max().orElse(0);
        double tolerance = ZeroTolerance.of(eigenvalues, matrix(), source);
        double factor =
                factor(normalization, Arrays.stream(eigenvalues).average().orElse(0));
        int units = isScaleFree(normalization) ? 0 : exponent * (source == Source.GRAM ? 2 : 1);
        requireRepresentable(Math.scalb(largest * factor, units), largest);
        for (int i = 0; i < eigenvalues.length; i++) {
            eigenvalues[i] = Math.scalb(eigenvalues[i] * factor, units);
        }

        return Spectrum.of(
                eigenvalues,
                new Spectrum.Details(
                        matrix().rows(),
                        matrix().columns(),
                        source,
                        normalization,
                        Math.scalb(tolerance * factor, units),
                        method));
    }

    private Matrix matrix() {
        return matrices.get(0);
    }

    private static boolean isScaleFree(Normalization normalization) {
        return normalization == Normalization.UNIT_VARIANCE || normalization == Normalization.UNIT_MEAN;
    }

    private double factor(Normalization normalization, double mean) throws BadInputException {
        return switch (normalization) {
            case RAW -> 1;
            case MP -> 1.0 / matrix().largerSide();
            case UNIT_VARIANCE -> varianceFactor();
            case UNIT_MEAN -> meanFactor(mean);
        };
    }

    /** Eigenvalues of a symmetric matrix grow with its entries, not with their squares, hence the root. */
    private double varianceFactor() throws BadInputException {
        double variance = EntryStatistics.scaledVariance(matrices, exponent);
        if (variance == 0) {
            throw new BadInputException(
                    "All entries of " + matrix().provenance().label()
                            + " are equal, so they cannot be scaled to unit variance; choose another normalisation.");
        }
        double perEntry = matrix().largerSide() * variance;
        return 1 / (source == Source.GRAM ? perEntry : Math.sqrt(perEntry));
    }

    private double meanFactor(double mean) throws BadInputException {
        if (!(mean > 0)) {
            throw new BadInputException(
                    "The eigenvalues of " + matrix().provenance().label()
                            + " have no positive mean, so they cannot be scaled to mean 1; choose another normalisation.");
        }
        return 1 / mean;
    }

    private void requireRepresentable(double largest, double scaledLargest) throws BadInputException {
        boolean vanished = scaledLargest > 0 && largest < Double.MIN_NORMAL;
        if (vanished || !Double.isFinite(largest)) {
            throw new BadInputException(String.format(
                    "The eigenvalues of %s are too %s for double precision; choose the unit-variance or unit-mean"
                            + " normalisation, or rescale the matrix().",
                    matrix().provenance().label(), vanished ? "small" : "large"));
        }
    }
}
