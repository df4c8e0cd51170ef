package org.eigenscope.io.format.torch;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;

/** Bytes that were written as a Latin-1 text in UTF-8, one or two bytes for each. */
final class Latin1Blocks implements BlockSource {
    private final BlockSource utf8;
    private final byte[] block = new byte[DenseLayout.BLOCK_BYTES];
    private long left;
    private ByteBuffer encoded = ByteBuffer.allocate(0);

    /**
     * Decodes another source, which is closed with this one.
     *
     * @param length the bytes that it has
     */
    Latin1Blocks(BlockSource utf8, long length) {
        this.utf8 = utf8;
        this.left = length;
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            block[i] = (byte) nextCharacter();
        }
        return ByteBuffer.wrap(block, 0, count);
    }

    @Override
    public void close() throws IOException {
        utf8.close();
    }

    /** The lead byte of two holds the upper two of eight bits. */
    private int nextCharacter() throws IOException {
        int lead = nextByte();
        if (lead < 0x80) {
            return lead;
        }
        if (lead != 0xC2 && lead != 0xC3) {
            throw new IOException("its array is not written in Latin-1");
        }
        return (lead & 3) << 6 | nextByte() & 0x3F;
    }

    private int nextByte() throws IOException {
        if (!encoded.hasRemaining()) {
            int count = (int) Math.min(left, DenseLayout.BLOCK_BYTES);
            if (count == 0) {
                throw new EOFException("the text ended early");
            }
            encoded = utf8.next(count);
            left -= count;
        }
        return Byte.toUnsignedInt(encoded.get());
    }
}
