package org.eigenscope.network.array;

/**
 * A matrix in an array, row-major without gaps.
 *
 * @param array where its entries are
 * @param offset of its first entry
 * @param rows rows as stored
 * @param columns columns as stored
 * @param isTransposed whether it stands for the transpose of what is stored
 */
public record Slice(NumberArray array, int offset, int rows, int columns, boolean isTransposed) {
    /** @throws IllegalArgumentException if it does not lie within the array */
    public Slice {
        if (offset < 0 || rows < 0 || columns < 0 || offset + (long) rows * columns > array.length()) {
            throw new IllegalArgumentException(
                    rows + "×" + columns + " from " + offset + " is outside of " + array.length() + " entries");
        }
    }

    /** The matrix as it is stored. */
    public static Slice of(NumberArray array, int offset, int rows, int columns) {
        return new Slice(array, offset, rows, columns, false);
    }

    /** The transpose, over the same entries. */
    public Slice transposed() {
        return new Slice(array, offset, rows, columns, !isTransposed);
    }

    /** Rows of the matrix it stands for. */
    int height() {
        return isTransposed ? columns : rows;
    }

    /** Columns of the matrix it stands for. */
    int width() {
        return isTransposed ? rows : columns;
    }
}
