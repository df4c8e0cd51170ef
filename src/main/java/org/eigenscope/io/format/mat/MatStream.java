package org.eigenscope.io.format.mat;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.StreamBlocks;

/** The bytes of one variable, unpacked if need be, and how far they have been read. */
final class MatStream implements Closeable {
    private final InputStream in;
    private final ByteOrder order;
    private long position;

    MatStream(InputStream in, ByteOrder order) {
        this.in = in;
        this.order = order;
    }

    long position() {
        return position;
    }

    ByteOrder order() {
        return order;
    }

    /** The next bytes, whose number must have been checked. */
    ByteBuffer read(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the variable ends early");
        }
        position += count;
        return ByteBuffer.wrap(bytes).order(order);
    }

    void skipTo(long target) throws IOException {
        if (target < position) {
            throw new IOException("its parts overlap");
        }
        in.skipNBytes(target - position);
        position = target;
    }

    /** What follows, in blocks. */
    BlockSource blocks() {
        return new StreamBlocks(in);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
