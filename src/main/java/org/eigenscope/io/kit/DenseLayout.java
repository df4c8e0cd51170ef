package org.eigenscope.io.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.matrix.ElementType;

/**
 * How a dense tensor lies in its bytes.
 *
 * @param type the number format
 * @param order the byte order
 * @param firstIndexFastest whether the first index runs fastest (Fortran order) instead of the last (C order)
 * @param shape the sizes, outermost first
 */
public record DenseLayout(ElementType type, ByteOrder order, boolean firstIndexFastest, List<Long> shape) {
    /** Bytes decoded between two looks at the cancel token; a multiple of every entry size. */
    public static final int BLOCK_BYTES = 1 << 20;

    /** Row-major over first × rest, from bytes that come front to back; two doubles for a complex entry. */
    public double[] read(BlockSource blocks, ReadJob job) throws IOException, EigenscopeException {
        double[] values = MemoryBudget.allocate(TensorShape.countEntries(shape) * type.components(), job.label());
        return firstIndexFastest ? scatter(blocks, values, job) : fill(blocks, values, job);
    }

    private double[] fill(BlockSource blocks, double[] values, ReadJob job) throws IOException, EigenscopeException {
        int blockEntries = BLOCK_BYTES / type.bytes();
        int entries = values.length / type.components();
        int done = 0;
        while (done < entries) {
            job.checkpoint((double) done / entries);
            int count = Math.min(blockEntries, entries - done);
            decodeBlock(blocks, values, done, count);
            done += count;
        }
        return values;
    }

    /**
     * Fortran order: the entries come as columns of the first × rest matrix, themselves in an order of their own. Several
     * columns are taken together and written row by row, because single entries a row apart would each miss the cache.
     */
    private double[] scatter(BlockSource blocks, double[] values, ReadJob job) throws IOException, EigenscopeException {
        int rows = shape.isEmpty() ? 1 : shape.get(0).intValue();
        int size = type.components();
        int columns = values.length / size / rows;
        int together = Math.min(columns, Math.max(1, BLOCK_BYTES / type.bytes() / rows));
        double[] block = new double[together * rows * size];
        int[] targets = new int[together];
        ColumnOrder order = new ColumnOrder(shape.subList(Math.min(1, shape.size()), shape.size()));
        for (int done = 0; done < columns; done += together) {
            job.checkpoint((double) done / columns);
            int count = Math.min(together, columns - done);
            readBlock(blocks, block, count * rows);
            for (int column = 0; column < count; column++) {
                targets[column] = order.column();
                order.advance();
            }
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < count; column++) {
                    int target = (row * columns + targets[column]) * size;
                    int source = (column * rows + row) * size;
                    for (int part = 0; part < size; part++) {
                        values[target + part] = block[source + part];
                    }
                }
            }
        }
        return values;
    }

    /** A single column may be longer than a block. */
    private void readBlock(BlockSource blocks, double[] block, int count) throws IOException {
        int most = BLOCK_BYTES / type.bytes();
        for (int done = 0; done < count; done += most) {
            decodeBlock(blocks, block, done, Math.min(most, count - done));
        }
    }

    private void decodeBlock(BlockSource blocks, double[] out, int offset, int count) throws IOException {
        ByteBuffer bytes = blocks.next(count * type.bytes()).order(order);
        EntryDecoder.decode(type, bytes, out, offset, count);
    }

    /** Walks the trailing indices with the first of them fastest and tells the C-order column of each. */
    private static final class ColumnOrder {
        private final int[] sizes;
        private final int[] strides;
        private final int[] index;
        private int column;

        ColumnOrder(List<Long> trailing) {
            sizes = trailing.stream().mapToInt(Math::toIntExact).toArray();
            index = new int[sizes.length];
            strides = new int[sizes.length];
            int stride = 1;
            for (int d = sizes.length - 1; d >= 0; d--) {
                strides[d] = stride;
                stride *= sizes[d];
            }
        }

        int column() {
            return column;
        }

        void advance() {
            for (int d = 0; d < sizes.length; d++) {
                column += strides[d];
                if (++index[d] < sizes[d]) {
                    return;
                }
                column -= sizes[d] * strides[d];
                index[d] = 0;
            }
        }
    }
}
