package org.eigenscope.io.kit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Blocks from a stream, such as a compressed archive entry. */
public final class StreamBlocks implements BlockSource {
    private final InputStream in;
    private final byte[] block = new byte[DenseLayout.BLOCK_BYTES];

    /** @param in closed with the blocks */
    public StreamBlocks(InputStream in) {
        this.in = in;
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
        if (in.readNBytes(block, 0, count) < count) {
            throw new EOFException("the stream ended early");
        }
        return ByteBuffer.wrap(block, 0, count);
    }

    /** Steps over bytes that were read before, such as a header. */
    public void skip(long count) throws IOException {
        in.skipNBytes(count);
    }

    /** Reads on to the end, where a checking stream compares its checksum. */
    public void expectEnd() throws IOException {
        if (in.read() >= 0) {
            throw new IOException("more data than were declared");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
