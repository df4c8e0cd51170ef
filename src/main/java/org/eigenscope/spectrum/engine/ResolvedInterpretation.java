package org.eigenscope.spectrum.engine;

import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.spectrum.Spectrum.Source;

/** Decides which eigenvalues are taken of a matrix, from what the user says it is. */
public final class ResolvedInterpretation {
    /**
     * The largest asymmetry, over the largest entry, of a matrix that the user calls a Gram matrix; sums in half
     * precision reach it.
     */
    private static final double TOLERATED_ASYMMETRY = 1e-2;

    private ResolvedInterpretation() {}

    /**
     * The source of the eigenvalues.
     *
     * @throws BadInputException if a matrix that is to be a Gram matrix is not square or far from symmetric
     */
    public static Source of(Matrix matrix, Interpretation interpretation) throws BadInputException {
        Source source = switch (interpretation) {
            case AUTO -> Symmetry.holds(matrix.realForm()) ? Source.SYMMETRIC : Source.GRAM;
            case WEIGHTS -> Source.GRAM;
            case FEATURES -> Source.FEATURES;
            case GRAM -> {
                requireSymmetric(matrix);
                yield Source.SYMMETRIC;
            }
        };
        return matrix.isComplex() ? source.ofComplex() : source;
    }

    private static void requireSymmetric(Matrix matrix) throws BadInputException {
        String label = matrix.provenance().label();
        requireSquare(label, matrix.rows(), matrix.columns());
        double asymmetry = Symmetry.largestDifference(matrix.realForm());
        if (asymmetry > TOLERATED_ASYMMETRY) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "%s is not %s: mirrored entries differ by up to %.2g of the largest, so it is no Gram matrix; take"
                            + " it as features or as weights.",
                    label,
                    matrix.isComplex() ? "Hermitian" : "symmetric",
                    asymmetry));
        }
    }

    private static void requireSquare(String label, int rows, int columns) throws BadInputException {
        if (rows != columns) {
            throw new BadInputException(label + " is " + rows + "×" + columns
                    + ", so it is no Gram matrix; take it as features or as weights.");
        }
    }

    /**
     * The check for a matrix that can only be read by rows.
     *
     * @throws BadInputException if it is not square or not symmetric to rounding
     */
    public static void requireSymmetric(RowBlocks matrix, boolean isSymmetric) throws BadInputException {
        String label = matrix.provenance().label();
        requireSquare(label, matrix.rows() / matrix.copies(), matrix.columns() / matrix.copies());
        if (!isSymmetric) {
            throw new BadInputException(
                    label + (matrix.copies() == 1 ? " is not symmetric, so" : " is not Hermitian, so")
                            + " it is no Gram matrix; take it as features or as weights.");
        }
    }
}
