package org.eigenscope.matrix;

/**
 * A part of a matrix: a run of its rows, or of its columns.
 *
 * @param ofRows whether it is rows
 * @param from the first of them
 * @param count how many
 */
public record MatrixPart(boolean ofRows, int from, int count) {
    /** @throws IllegalArgumentException if the run is empty or begins before 0 */
    public MatrixPart {
        if (from < 0 || count < 1) {
            throw new IllegalArgumentException("from = " + from + ", count = " + count + " are no run of rows");
        }
    }

    /** This part as a matrix of its own, called as given. */
    public Matrix cutFrom(Matrix whole, Provenance provenance) {
        int rows = ofRows ? count : whole.rows();
        int columns = ofRows ? whole.columns() : count;
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            int source = (ofRows ? from + row : row) * whole.columns() + (ofRows ? 0 : from);
            System.arraycopy(whole.valuesForReading(), source, values, row * columns, columns);
        }
        return Matrix.ofRowMajor(values, rows, columns, whole.elementType(), provenance);
    }
}
