package org.eigenscope.io.format.hdf;

import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.dataset.chunked.indexing.BTreeIndex;
import io.jhdf.dataset.chunked.indexing.ExtensibleArrayIndex;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndex;
import io.jhdf.dataset.chunked.indexing.ImplicitChunkIndex;
import io.jhdf.dataset.chunked.indexing.SingleChunkIndex;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Where the chunks of a dataset lie, from whichever of HDF5's six indices keeps them. */
final class ChunkList {
    private static final int SINGLE = 1;
    private static final int IMPLICIT = 2;
    private static final int FIXED = 3;
    private static final int EXTENSIBLE = 4;
    private static final int TREE = 5;
    private static final int EXTENSIBLE_USED_AT = 12;

    private ChunkList() {}

    /** The sizes of one chunk. */
    static int[] chunkShape(DataLayoutMessage layout) {
        if (layout instanceof ChunkedDataLayoutMessageV4 recent) {
            // the last one is the width of an entry
            int[] sizes = recent.getChunkDimensions();
            return Arrays.copyOf(sizes, sizes.length - 1);
        }
        return ((ChunkedDataLayoutMessage) layout).getChunkDimensions();
    }

    /** The chunks that are stored, those never written left out. */
    static Collection<Chunk> of(GuardedStorage storage, HdfDataset dataset, int[] chunkShape, int chunkBytes) {
        if (dataset.layout() instanceof ChunkedDataLayoutMessageV4 recent) {
            long[] shape = dataset.shape().stream().mapToLong(Long::longValue).toArray();
            return recent(storage, recent, new DatasetInfo(chunkBytes, shape, chunkShape));
        }
        long address = ((ChunkedDataLayoutMessage) dataset.layout()).getBTreeAddress();
        return BTreeV1.createDataBTree(storage, address, dataset.shape().size()).getChunks();
    }

    private static Collection<Chunk> recent(
            GuardedStorage storage, ChunkedDataLayoutMessageV4 layout, DatasetInfo dataset) {
        long address = layout.getAddress();
        return switch (layout.getIndexingType()) {
            case SINGLE -> new SingleChunkIndex(layout, dataset).getAllChunks();
            case IMPLICIT -> new ImplicitChunkIndex(address, dataset).getAllChunks();
            case FIXED -> new FixedArrayIndex(storage, address, dataset).getAllChunks();
            case EXTENSIBLE -> extensible(storage, address, dataset);
            case TREE -> new BTreeIndex(storage, address, dataset).getAllChunks();
            default -> throw new UnsupportedHdfException("a chunk index of kind " + layout.getIndexingType());
        };
    }

    /** jHDF stops at the first chunk never written, and would miss those after it. */
    private static Collection<Chunk> extensible(GuardedStorage storage, long address, DatasetInfo dataset) {
        Collection<Chunk> chunks = new ExtensibleArrayIndex(storage, address, dataset).getAllChunks();
        int width = storage.getSizeOfLengths();
        ByteBuffer header = storage.readBufferFromAddress(address, EXTENSIBLE_USED_AT + 6 * width);
        int usedAt = EXTENSIBLE_USED_AT + 4 * width;
        long used = width == Long.BYTES ? header.getLong(usedAt) : header.getInt(usedAt);
        if (chunks.size() != used) {
            throw new UnsupportedHdfException("a growing dataset with chunks that were never written");
        }
        return chunks;
    }

    /** The number of bytes in a chunk, or -1 if it is beyond what an array can hold. */
    static int chunkBytes(int[] chunkShape, int entryBytes, List<Long> shape) {
        if (chunkShape.length != shape.size()) {
            return -1;
        }
        long bytes = entryBytes;
        for (int size : chunkShape) {
            if (size < 1) {
                return -1;
            }
            bytes *= size;
            if (bytes > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) bytes;
    }
}
