package org.eigenscope.spectrum;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The smaller Gram matrix of W by {@code dsyrk}, summed over panels of the larger side: only a panel of W is copied out of
 * the heap at a time, and between panels the work can be cancelled.
 */
final class GramPanels {
    /** Entries of a panel: 16 MB, enough for dsyrk to run at full speed. */
    private static final int PANEL_ENTRIES = 1 << 21;

    private final double[] values;
    private final int rows;
    private final int columns;
    private final int n;
    private final int width;

    GramPanels(ScaledMatrix matrix) {
        values = matrix.valuesForReading();
        rows = matrix.rows();
        columns = matrix.columns();
        n = matrix.smallerSide();
        width = width(matrix);
    }

    /** Doubles that forming takes outside the heap: the Gram matrix and a panel. */
    static long doubles(ScaledMatrix matrix) {
        long n = matrix.smallerSide();
        return n * n + n * width(matrix);
    }

    private static int width(ScaledMatrix matrix) {
        int wanted = Math.max(1, PANEL_ENTRIES / matrix.smallerSide());
        return Math.min(wanted, matrix.largerSide());
    }

    /**
     * Fills the upper triangle, row-major.
     *
     * @param gram n×n, overwritten
     */
    void form(DoublePointer gram, ProgressListener progress, CancelToken cancel) throws CancelledException {
        int larger = Math.max(rows, columns);
        try (DoublePointer panel = new DoublePointer((long) n * width)) {
            for (int from = 0; from < larger; from += width) {
                cancel.throwIfCancelled();
                progress.progress("Forming the Gram matrix", (double) from / larger);
                add(panel, from, Math.min(width, larger - from), gram);
            }
        }
    }

    private void add(DoublePointer panel, int from, int count, DoublePointer gram) {
        double keep = from == 0 ? 0 : 1;
        if (rows > columns) {
            panel.position(0).put(values, from * columns, count * columns);
            openblas.cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, n, count, 1, panel, columns, keep, gram, n);
        } else {
            for (int row = 0; row < rows; row++) {
                panel.position((long) row * count).put(values, row * columns + from, count);
            }
            panel.position(0);
            openblas.cblas_dsyrk(CblasRowMajor, CblasUpper, CblasNoTrans, n, count, 1, panel, count, keep, gram, n);
        }
    }
}
