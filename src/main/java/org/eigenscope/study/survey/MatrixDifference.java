package org.eigenscope.study.survey;

import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;

/** W − W₀. */
public final class MatrixDifference {
    private MatrixDifference() {}

    /**
     * The difference of two matrices, of the coarser of their types, whose rounding it keeps.
     *
     * @throws BadInputException if their shapes differ, or one of them is complex and the other is not
     */
    public static Matrix of(Matrix matrix, Matrix base) throws BadInputException {
        if (matrix.rows() != base.rows() || matrix.columns() != base.columns()) {
            throw new BadInputException(
                    matrix.provenance().label() + " is " + matrix.rows() + "×" + matrix.columns() + " and "
                            + base.provenance().label() + " is " + base.rows() + "×" + base.columns()
                            + ", so one cannot be subtracted from the other.");
        }
        if (matrix.isComplex() != base.isComplex()) {
            throw new BadInputException("One of " + matrix.provenance().label() + " and "
                    + base.provenance().label()
                    + " is complex and the other is not, so one is not subtracted from the other.");
        }
        double[] values = matrix.valuesForReading().clone();
        double[] others = base.valuesForReading();
        for (int i = 0; i < values.length; i++) {
            values[i] -= others[i];
        }
        ElementType coarser =
                base.elementType().epsilon() > matrix.elementType().epsilon()
                        ? base.elementType()
                        : matrix.elementType();
        return Matrix.ofRowMajor(values, matrix.rows(), matrix.columns(), coarser, matrix.provenance());
    }
}
