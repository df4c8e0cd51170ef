package org.eigenscope.io.format.onnx;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.matrix.ElementType;

/** Whole numbers of variable length, handed on as if they had been stored in the width of their type, little-endian. */
final class VarintBlocks implements BlockSource {
    private static final int MAX_SHIFT = 63;

    private final BlockSource stored;
    private final int width;
    private final ByteBuffer block =
            ByteBuffer.allocate(DenseLayout.BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long left;
    private ByteBuffer read = ByteBuffer.allocate(0);

    /**
     * Decodes another source, which is closed with this one.
     *
     * @param length the bytes that it has
     */
    VarintBlocks(BlockSource stored, long length, ElementType type) {
        this.stored = stored;
        this.left = length;
        this.width = type.bytes();
    }

    /** Whether a type's entries may be written so: halves are, as the numbers that their bits make, floats are not. */
    static boolean canHold(ElementType type) {
        return type != ElementType.F32 && type != ElementType.F64;
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
        block.clear();
        while (block.position() < count) {
            long value = varint();
            switch (width) {
                case Byte.BYTES -> block.put((byte) value);
                case Short.BYTES -> block.putShort((short) value);
                case Integer.BYTES -> block.putInt((int) value);
                default -> block.putLong(value);
            }
        }
        return block.flip();
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            int next = nextByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("it has an endless number");
    }

    private int nextByte() throws IOException {
        if (!read.hasRemaining()) {
            int count = (int) Math.min(left, DenseLayout.BLOCK_BYTES);
            if (count == 0) {
                throw new EOFException("the numbers end early");
            }
            read = stored.next(count);
            left -= count;
        }
        return Byte.toUnsignedInt(read.get());
    }
}
