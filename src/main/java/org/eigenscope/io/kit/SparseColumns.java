package org.eigenscope.io.kit;

import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;

/**
 * A sparse matrix by columns, as MATLAB keeps it.
 *
 * @param rowOf the row of each entry, from 0
 * @param columnStart where each column begins among the entries, and after the last where they end
 * @param entries the entries
 */
public record SparseColumns(double[] rowOf, double[] columnStart, double[] entries) {
    /**
     * All entries, row-major.
     *
     * @throws BadInputException if the parts contradict each other or the size
     */
    public double[] toDense(long rows, long columns, String label) throws EigenscopeException {
        if (columnStart.length != columns + 1) {
            throw contradiction(label);
        }
        double stored = columnStart[columnStart.length - 1];
        if (!(stored >= 0 && stored <= rowOf.length && stored <= entries.length)) {
            throw contradiction(label);
        }
        double[] values = MemoryBudget.allocateSparse(rows, columns, (long) stored, label);
        for (int column = 0; column < columns; column++) {
            double end = columnStart[column + 1];
            if (!(columnStart[column] >= 0 && columnStart[column] <= end && end <= stored)) {
                throw contradiction(label);
            }
            for (int i = (int) columnStart[column]; i < end; i++) {
                if (!(rowOf[i] >= 0 && rowOf[i] < rows)) {
                    throw contradiction(label);
                }
                values[((int) rowOf[i]) * (int) columns + column] = entries[i];
            }
        }
        return values;
    }

    private static BadInputException contradiction(String label) {
        return new BadInputException(
                label + " is a sparse matrix whose indices lie outside it or are out of order: it is damaged.");
    }
}
