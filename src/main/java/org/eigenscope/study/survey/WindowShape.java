package org.eigenscope.study.survey;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.matrix.Matrix;

/**
 * Windows of one aspect ratio, so that layers of different shapes compare (FARMS: Hu et al., arXiv 2506.06280; ours is a reading of
 * it): a matrix is covered by as few windows as can be, evenly apart and overlapping where they do not fit, and their spectra are
 * pooled. In a matrix smaller than a window, windows shrink to the largest of the same ratio.
 *
 * @param rows of a window, at least 2
 * @param columns of a window, at least 2
 */
public record WindowShape(int rows, int columns) {
    public WindowShape {
        if (rows < 2 || columns < 2) {
            throw new IllegalArgumentException(
                    "windows of " + rows + "×" + columns + " have fewer than 2 rows or columns");
        }
    }

    /** The windows of a matrix, row by row. */
    List<Matrix> of(Matrix matrix) {
        double shrink = Math.min(1, Math.min((double) matrix.rows() / rows, (double) matrix.columns() / columns));
        int high = Math.max(1, Math.min(matrix.rows(), (int) Math.round(rows * shrink)));
        int wide = Math.max(1, Math.min(matrix.columns(), (int) Math.round(columns * shrink)));
        List<Matrix> windows = new ArrayList<>();
        for (int top : starts(matrix.rows(), high)) {
            for (int left : starts(matrix.columns(), wide)) {
                windows.add(window(matrix, top, left, high, wide));
            }
        }
        return windows;
    }

    private static int[] starts(int whole, int part) {
        int count = (whole + part - 1) / part;
        int[] starts = new int[count];
        for (int i = 1; i < count; i++) {
            starts[i] = (int) Math.round((double) i * (whole - part) / (count - 1));
        }
        return starts;
    }

    private static Matrix window(Matrix matrix, int top, int left, int high, int wide) {
        double[] all = matrix.valuesForReading();
        int size = matrix.elementType().components();
        double[] values = new double[high * wide * size];
        for (int row = 0; row < high; row++) {
            int from = ((top + row) * matrix.columns() + left) * size;
            System.arraycopy(all, from, values, row * wide * size, wide * size);
        }
        return Matrix.ofRowMajor(values, high, wide, matrix.elementType(), matrix.provenance());
    }

    /** {@code 100x200}. */
    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
