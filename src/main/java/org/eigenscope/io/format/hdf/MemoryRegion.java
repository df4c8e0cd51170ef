package org.eigenscope.io.format.hdf;

import java.io.EOFException;
import java.nio.ByteBuffer;
import org.eigenscope.io.kit.BlockSource;

/** An HDF5 file that had to be unpacked into memory. */
public record MemoryRegion(ByteBuffer bytes) implements HdfSource {
    @Override
    public long size() {
        return bytes.limit();
    }

    @Override
    public ByteBuffer read(long position, int length) {
        return bytes.slice((int) position, length);
    }

    @Override
    public BlockSource blocks(long position, long length) {
        ByteBuffer stretch = bytes.slice((int) position, (int) length);
        return new BlockSource() {
            @Override
            public ByteBuffer next(int count) throws EOFException {
                if (stretch.remaining() < count) {
                    throw new EOFException("the data end early");
                }
                ByteBuffer block = stretch.slice(stretch.position(), count);
                stretch.position(stretch.position() + count);
                return block;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public BlockSource walk(long position, long length) {
        return blocks(position, length);
    }

    @Override
    public void close() {}
}
