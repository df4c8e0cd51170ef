package org.eigenscope.matrix;

import java.util.Arrays;
import org.eigenscope.error.BadInputException;

/**
 * The rows of a matrix that have only finite entries. The user has asked to leave out the others.
 *
 * @param matrix the rows kept, in order; the given matrix itself when all are
 * @param droppedRows how many were left out
 */
public record FiniteRows(Matrix matrix, int droppedRows) {
    /**
     * Leaves out each row that holds NaN or an infinity.
     *
     * @throws BadInputException if no row is left
     */
    public static FiniteRows of(Matrix matrix) throws BadInputException {
        int columns = matrix.columns() * matrix.elementType().components();
        double[] source = matrix.valuesForReading();
        boolean[] keep = new boolean[matrix.rows()];
        int kept = 0;
        for (int row = 0; row < keep.length; row++) {
            keep[row] =
                    Arrays.stream(source, row * columns, (row + 1) * columns).allMatch(Double::isFinite);
            kept += keep[row] ? 1 : 0;
        }
        if (kept == keep.length) {
            return new FiniteRows(matrix, 0);
        }
        if (kept == 0) {
            throw new BadInputException("Every row of " + matrix.provenance().label()
                    + " holds NaN or an infinity; nothing is left of it.");
        }
        double[] values = new double[kept * columns];
        int target = 0;
        for (int row = 0; row < keep.length; row++) {
            if (keep[row]) {
                System.arraycopy(source, row * columns, values, columns * target++, columns);
            }
        }
        Matrix rest = Matrix.ofRowMajor(values, kept, matrix.columns(), matrix.elementType(), matrix.provenance());
        return new FiniteRows(rest, keep.length - kept);
    }
}
