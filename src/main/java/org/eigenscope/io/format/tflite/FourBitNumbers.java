package org.eigenscope.io.format.tflite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;

/** Signed integers of four bits, two in a byte, the first in the lower half. */
final class FourBitNumbers {
    private static final int HALF = 4;

    private FourBitNumbers() {}

    static double[] read(BlockSource blocks, List<Long> shape, ReadJob job) throws IOException, EigenscopeException {
        double[] values = MemoryBudget.allocate(TensorShape.countEntries(shape), job.label());
        int bytes = (values.length + 1) / 2;
        for (int done = 0; done < bytes; done += DenseLayout.BLOCK_BYTES) {
            job.checkpoint((double) done / bytes);
            int count = Math.min(DenseLayout.BLOCK_BYTES, bytes - done);
            ByteBuffer block = blocks.next(count);
            for (int i = 0; i < count; i++) {
                int pair = block.get(block.position() + i);
                int at = 2 * (done + i);
                // shifts that carry the sign of each half
                values[at] = pair << Integer.SIZE - HALF >> Integer.SIZE - HALF;
                if (at + 1 < values.length) {
                    values[at + 1] = pair << Integer.SIZE - 2 * HALF >> Integer.SIZE - HALF;
                }
            }
        }
        return values;
    }
}
