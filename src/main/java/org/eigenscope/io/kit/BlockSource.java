package org.eigenscope.io.kit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eigenscope.io.FileRange;

/** The bytes of one tensor, front to back, in blocks. */
public interface BlockSource extends Closeable {
    /**
     * The next bytes.
     *
     * @param count how many, at most {@link DenseLayout#BLOCK_BYTES}
     * @return a buffer with exactly {@code count} bytes remaining, valid until the next call
     * @throws java.io.EOFException if there are fewer
     */
    ByteBuffer next(int count) throws IOException;

    /** Where these bytes lie uncompressed in the file; empty if they do not. To be asked before the first block. */
    default Optional<FileRange> range() {
        return Optional.empty();
    }
}
