package org.eigenscope.spectrum.krylov;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.spectrum.dense.Block;
import org.eigenscope.spectrum.dense.DenseKernel;
import org.eigenscope.spectrum.dense.Doubles;
import org.eigenscope.spectrum.engine.Job;

/** The rows of 2^−e·W, copied block by block into the kernel's memory. */
final class StreamedRows implements AutoCloseable {
    /** Entries of a block: 32 MB, long enough for products to run at full speed. */
    private static final int BLOCK_ENTRIES = 1 << 22;

    private final RowBlocks matrix;
    private final int exponent;
    private final Job job;
    private final double[] entries;
    private final Doubles room;
    private final int rowsAtATime;

    /** Processes a block of consecutive rows. */
    @FunctionalInterface
    interface RowsConsumer {
        void accept(Block rows, int firstRow);
    }

    StreamedRows(RowBlocks matrix, int exponent, DenseKernel kernel, Job job) throws InsufficientMemoryException {
        this.matrix = matrix;
        this.exponent = exponent;
        this.job = job;
        this.rowsAtATime = rowsAtATime(matrix);
        this.entries = new double[rowsAtATime * matrix.columns()];
        this.room = kernel.allocate(entries.length, matrix.provenance());
    }

    /** Rows in a block. */
    static int rowsAtATime(RowBlocks matrix) {
        return Math.min(matrix.rows(), Math.max(1, BLOCK_ENTRIES / matrix.columns()));
    }

    RowBlocks matrix() {
        return matrix;
    }

    /** One walk over all rows; between blocks the work can be cancelled. */
    void forEach(RowsConsumer consumer) throws EigenscopeException {
        try (RowBlocks.Pass pass = matrix.pass()) {
            for (int row = 0; row < matrix.rows(); row += rowsAtATime) {
                job.cancel().throwIfCancelled();
                int count = Math.min(rowsAtATime, matrix.rows() - row);
                pass.next(entries, count);
                if (exponent != 0) {
                    scale(count * matrix.columns());
                }
                room.put(0, entries, count * matrix.columns());
                consumer.accept(Block.dense(room, 0, count, matrix.columns()), row);
            }
        }
    }

    private void scale(int count) {
        for (int i = 0; i < count; i++) {
            entries[i] = Math.scalb(entries[i], -exponent);
        }
    }

    @Override
    public void close() {
        room.close();
    }
}
