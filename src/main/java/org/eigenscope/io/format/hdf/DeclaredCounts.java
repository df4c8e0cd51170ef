package org.eigenscope.io.format.hdf;

import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The counts in the headers of indices and heaps, from which jHDF sizes its lists before it reads what should fill them.
 * Each entry takes at least a byte of the file, so a count beyond the file's size is a lie.
 */
final class DeclaredCounts {
    private static final int SIGNATURE_BYTES = 4;
    private static final int TREE_NODE_SIZE_AT = 6;
    private static final int TREE_RECORD_COUNT_AT = 18;
    private static final int FIXED_ENTRY_COUNT_AT = 8;
    private static final int EXTENSIBLE_COUNTS_AT = 12;
    private static final int EXTENSIBLE_COUNTS = 6;
    private static final int HEAP_TABLE_AT = 14;

    private DeclaredCounts() {}

    /**
     * Looks at bytes about to be parsed.
     *
     * @throws HdfException if they are a header with an impossible count
     */
    static void check(ByteBuffer bytes, int sizeOfOffsets, int sizeOfLengths, long fileSize) {
        if (bytes.limit() < SIGNATURE_BYTES) {
            return;
        }
        byte[] signature = new byte[SIGNATURE_BYTES];
        bytes.get(0, signature);
        switch (new String(signature, StandardCharsets.ISO_8859_1)) {
            case "BTHD" -> {
                atMost(fileSize, number(bytes, TREE_NODE_SIZE_AT, Integer.BYTES));
                atMost(fileSize, number(bytes, TREE_RECORD_COUNT_AT + sizeOfOffsets, sizeOfLengths));
            }
            case "FAHD" -> atMost(fileSize, number(bytes, FIXED_ENTRY_COUNT_AT, sizeOfLengths));
            case "EAHD" -> {
                for (int i = 0; i < EXTENSIBLE_COUNTS; i++) {
                    atMost(fileSize, number(bytes, EXTENSIBLE_COUNTS_AT + i * sizeOfLengths, sizeOfLengths));
                }
            }
            case "FRHP" -> checkHeap(bytes, sizeOfOffsets, sizeOfLengths, fileSize);
            default -> {
                // other structures are read whole before anything is sized by them
            }
        }
    }

    /** The children of a fractal heap's root: rows times the width of its table. */
    private static void checkHeap(ByteBuffer bytes, int sizeOfOffsets, int sizeOfLengths, long fileSize) {
        int widthAt = HEAP_TABLE_AT + 10 * sizeOfLengths + 2 * sizeOfOffsets;
        int rowsAt = widthAt + 2 + 2 * sizeOfLengths + 2 + 2 + sizeOfOffsets;
        atMost(fileSize, number(bytes, widthAt, Short.BYTES) * number(bytes, rowsAt, Short.BYTES));
    }

    private static void atMost(long limit, long count) {
        if (count < 0 || count > limit) {
            throw new HdfException(
                    "a structure declares " + Long.toUnsignedString(count) + " entries, more than the file can hold");
        }
    }

    private static long number(ByteBuffer bytes, int at, int width) {
        if (at + width > bytes.limit()) {
            throw new HdfException("a structure ends early");
        }
        long value = 0;
        for (int i = width - 1; i >= 0; i--) {
            value = value << 8 | Byte.toUnsignedLong(bytes.get(at + i));
        }
        return value;
    }
}
