package org.eigenscope.io.format.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;

/**
 * How a tensor of blocks or plain numbers lies in its bytes: row-major, each row whole blocks.
 *
 * @param shape the sizes, outermost first
 */
record QuantizedLayout(GgufType type, ByteOrder order, List<Long> shape) {
    double[] read(BlockSource source, ReadJob job) throws IOException, EigenscopeException {
        return type.plain().isPresent()
                ? new DenseLayout(type.plain().get(), order, false, shape).read(source, job)
                : readBlocks(source, type.blocks().orElseThrow(), job);
    }

    private double[] readBlocks(BlockSource source, BlockFormat format, ReadJob job)
            throws IOException, EigenscopeException {
        double[] values = MemoryBudget.allocate(TensorShape.countEntries(shape), job.label());
        int blocks = values.length / type.blockEntries();
        int most = DenseLayout.BLOCK_BYTES / type.blockBytes();
        for (int done = 0; done < blocks; done += most) {
            job.checkpoint((double) done / blocks);
            int count = Math.min(most, blocks - done);
            ByteBuffer bytes = source.next(count * type.blockBytes()).order(order);
            for (int i = 0; i < count; i++) {
                int at = bytes.position() + i * type.blockBytes();
                format.decode(bytes, at, values, (done + i) * type.blockEntries());
            }
        }
        return values;
    }
}
