package org.eigenscope.spectrum.dense;

import static org.bytedeco.openblas.global.openblas_full.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_full.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_full.CblasTrans;
import static org.bytedeco.openblas.global.openblas_full.CblasUpper;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_full;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.engine.ScaledMatrix;

/**
 * The smaller Gram matrix of W by {@code dsyrk} and {@code dgemm}, summed over panels of the larger side: only a panel of W is copied out of
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

    /** The doubles that forming the Gram matrix takes outside the heap: the Gram matrix and a panel. */
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
        boolean tall = rows > columns;
        if (tall) {
            panel.put(values, from * columns, count * columns);
        } else {
            for (int row = 0; row < rows; row++) {
                panel.getPointer((long) row * count).put(values, row * columns + from, count);
            }
        }
        Panel some = new Panel(panel, count, tall, from == 0 ? 0 : 1);
        int stripes = PartitionedProduct.count(n, (double) n * n * count / 2);
        // a long stripe goes with a short one
        PartitionedProduct.each((stripes + 1) / 2, job -> {
            some.addStripe(job, stripes, gram);
            if (stripes - 1 - job != job) {
                some.addStripe(stripes - 1 - job, stripes, gram);
            }
        });
    }

    /** A part of the larger side of W, copied out of the heap. */
    private final class Panel {
        private final DoublePointer entries;
        /** The number of rows of the panel if W is tall, otherwise of columns. */
        private final int count;

        private final boolean tall;
        /** 0 for the first panel, 1 for those that are added to it. */
        private final double keep;

        Panel(DoublePointer entries, int count, boolean tall, double keep) {
            this.entries = entries;
            this.count = count;
            this.tall = tall;
            this.keep = keep;
        }

        /** Some rows of the upper triangle: a triangle on the diagonal, and what is right of it. */
        void addStripe(int stripe, int stripes, DoublePointer gram) {
            int first = PartitionedProduct.start(stripe, stripes, n);
            int end = PartitionedProduct.start(stripe + 1, stripes, n);
            int stride = tall ? n : count;
            int flag = tall ? CblasTrans : CblasNoTrans;
            DoublePointer rows = from(first);
            DoublePointer diagonal = gram.getPointer((long) first * n + first);
            openblas_full.cblas_dsyrk(
                    CblasRowMajor, CblasUpper, flag, end - first, count, 1, rows, stride, keep, diagonal, n);
            if (end < n) {
                openblas_full.cblas_dgemm(
                        CblasRowMajor,
                        flag,
                        tall ? CblasNoTrans : CblasTrans,
                        end - first,
                        n - end,
                        count,
                        1,
                        rows,
                        stride,
                        from(end),
                        stride,
                        keep,
                        gram.getPointer((long) first * n + end),
                        n);
            }
        }

        private DoublePointer from(int index) {
            return entries.getPointer(tall ? index : (long) index * count);
        }
    }
}
