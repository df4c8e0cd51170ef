package org.eigenscope.spectrum.dense;

/**
 * A matrix inside a larger array, row-major.
 *
 * @param doubles the array
 * @param offset where its first entry is
 * @param rows rows as stored
 * @param columns columns as stored
 * @param stride from one row to the next
 * @param isTransposed whether it stands for the transpose of what is stored
 */
public record Block(Doubles doubles, long offset, int rows, int columns, int stride, boolean isTransposed) {
    /** A rows × columns block of an array, row-major with a stride, from an offset on. */
    public static Block of(Doubles doubles, long offset, int rows, int columns, int stride) {
        return new Block(doubles, offset, rows, columns, stride, false);
    }

    /** Rows without gaps between them. */
    public static Block dense(Doubles doubles, long offset, int rows, int columns) {
        return of(doubles, offset, rows, columns, columns);
    }

    /** The block that is a single column. */
    public static Block vector(Doubles doubles, long offset, int length) {
        return of(doubles, offset, length, 1, 1);
    }

    /** The transposed block over the same array. */
    public Block transposed() {
        return new Block(doubles, offset, rows, columns, stride, !isTransposed);
    }

    /** Some of the columns, as stored. */
    public Block columns(int from, int count) {
        return new Block(doubles, offset + from, rows, count, stride, isTransposed);
    }

    /** Some of the rows, as stored. */
    Block rows(int from, int count) {
        return new Block(doubles, offset + (long) from * stride, count, columns, stride, isTransposed);
    }

    /** Some of the rows of the matrix that the block stands for, transposed or not. */
    Block across(int from, int count) {
        return isTransposed ? columns(from, count) : rows(from, count);
    }

    /** Some of the columns of the matrix that the block stands for, transposed or not. */
    Block along(int from, int count) {
        return isTransposed ? rows(from, count) : columns(from, count);
    }

    /** Copies a row into an array. */
    public void getRow(int index, double[] out) {
        doubles.get(offset + (long) index * stride, out, columns);
    }

    /** Copies an array into a row. */
    public void putRow(int index, double[] values) {
        doubles.put(offset + (long) index * stride, values, columns);
    }

    /** The number of rows of the matrix that the block stands for. */
    int height() {
        return isTransposed ? columns : rows;
    }

    /** The number of columns of the matrix that the block stands for. */
    int width() {
        return isTransposed ? rows : columns;
    }
}
