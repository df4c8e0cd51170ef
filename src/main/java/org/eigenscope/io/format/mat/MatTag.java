package org.eigenscope.io.format.mat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eigenscope.matrix.ElementType;

/**
 * What stands before each part of a variable.
 *
 * @param type what the part is
 * @param bytes how long its data are
 * @param start where they start
 * @param end where the next part starts
 */
record MatTag(int type, long bytes, long start, long end) {
    static final int MATRIX = 14;
    static final int COMPRESSED = 15;
    static final int BYTES = 8;

    private static final int SMALL_BYTES = 4;
    private static final Map<Integer, ElementType> NUMBERS = Map.of(
            1, ElementType.I8,
            2, ElementType.U8,
            3, ElementType.I16,
            4, ElementType.U16,
            5, ElementType.I32,
            6, ElementType.U32,
            7, ElementType.F32,
            9, ElementType.F64,
            12, ElementType.I64,
            13, ElementType.U64);

    /** Reads a tag; parts of up to four bytes are packed into it, and the others fill up to a multiple of eight. */
    static MatTag read(MatStream in) throws IOException {
        long at = in.position();
        ByteBuffer tag = in.read(SMALL_BYTES);
        int first = tag.getInt(0);
        int smallBytes = first >>> Short.SIZE;
        if (smallBytes != 0) {
            if (smallBytes > SMALL_BYTES) {
                throw new IOException("a part has an impossible length");
            }
            return new MatTag(first & 0xFFFF, smallBytes, at + SMALL_BYTES, at + BYTES);
        }
        long bytes = Integer.toUnsignedLong(in.read(SMALL_BYTES).getInt(0));
        return new MatTag(first, bytes, at + BYTES, at + BYTES + (bytes + 7) / BYTES * BYTES);
    }

    /** As what numbers the part's data are stored; null if they are no numbers. */
    ElementType numbers() {
        return NUMBERS.get(type);
    }
}
