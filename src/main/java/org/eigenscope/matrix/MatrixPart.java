package org.eigenscope.matrix;

/**
 * A part of a matrix: a run of its rows, or of its columns, or several runs of one length at one distance, joined.
 *
 * @param ofRows whether it is rows
 * @param from the first of them
 * @param count how many each run has
 * @param runs how many runs there are
 * @param period from the start of one run to that of the next
 */
public record MatrixPart(boolean ofRows, int from, int count, int runs, int period) {
    /** @throws IllegalArgumentException if a run is empty, begins before 0 or reaches into the next */
    public MatrixPart {
        if (from < 0 || count < 1 || runs < 1 || (runs > 1 && period < count)) {
            throw new IllegalArgumentException("from = " + from + ", count = " + count + ", runs = " + runs
                    + ", period = " + period + " are no runs of rows");
        }
    }

    /** The part that is one run of rows. */
    public MatrixPart(boolean ofRows, int from, int count) {
        this(ofRows, from, count, 1, count);
    }

    /** How many rows or columns it has in all. */
    public int total() {
        return count * runs;
    }

    /** This part as a separate matrix with the given provenance. */
    public Matrix cutFrom(Matrix whole, Provenance provenance) {
        int rows = ofRows ? total() : whole.rows();
        int columns = ofRows ? whole.columns() : total();
        int length = ofRows ? columns : count;
        int size = whole.elementType().components();
        double[] source = whole.valuesForReading();
        double[] values = new double[rows * columns * size];
        for (int at = 0; at < rows * columns; at += length) {
            int row = at / columns;
            int column = at % columns;
            int start = ofRows ? place(row) * whole.columns() : row * whole.columns() + place(column);
            System.arraycopy(source, start * size, values, at * size, length * size);
        }
        return Matrix.ofRowMajor(values, rows, columns, whole.elementType(), provenance);
    }

    /** The index in the whole matrix of the part's i-th row or column. */
    private int place(int i) {
        return from + i / count * period + i % count;
    }
}
