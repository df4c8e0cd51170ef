package org.eigenscope.spark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the entries of a zip archive lie, from ranged reads of its end alone.
 *
 * @param directoryStart the first byte of its directory; everything from there on is directory
 * @param entries its entries
 */
record ZipLayout(long directoryStart, List<Entry> entries) {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64_BYTES = 56;
    private static final int ENTRY_BYTES = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST_DIRECTORY = 1 << 26;
    private static final long SEE_ZIP64 = 0xFFFF_FFFFL;

    /**
     * An entry.
     *
     * @param header the first byte of its local header
     * @param bytes its compressed size
     */
    record Entry(String name, long header, long bytes) {}

    /** Reads bytes of the archive. */
    @FunctionalInterface
    interface Bytes {
        ByteBuffer at(long start, int count) throws IOException;
    }

    /** The layout of an archive; without entries if its end is not understood, and then it is to be read as a whole. */
    static ZipLayout of(long size, Bytes bytes) throws IOException {
        ZipLayout none = new ZipLayout(0, List.of());
        int tailBytes = (int) Math.min(size, END_BYTES + LONGEST_COMMENT + LOCATOR_BYTES);
        ByteBuffer tail = bytes.at(size - tailBytes, tailBytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = tailBytes - END_BYTES;
        while (at >= 0 && tail.getInt(at) != END_SIGNATURE) {
            at--;
        }
        if (at < 0) {
            return none;
        }
        long length = Integer.toUnsignedLong(tail.getInt(at + 12));
        long start = Integer.toUnsignedLong(tail.getInt(at + 16));
        int locator = at - LOCATOR_BYTES;
        if (locator >= 0 && tail.getInt(locator) == LOCATOR_SIGNATURE) {
            long at64 = tail.getLong(locator + 8);
            if (at64 < 0 || at64 > size - END64_BYTES) {
                return none;
            }
            ByteBuffer end = bytes.at(at64, END64_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            length = end.getLong(40);
            start = end.getLong(48);
        }
        if (start < 0 || length < 0 || length > LARGEST_DIRECTORY || start > size - length) {
            return none;
        }
        return new ZipLayout(start, entries(bytes.at(start, (int) length).order(ByteOrder.LITTLE_ENDIAN)));
    }

    private static List<Entry> entries(ByteBuffer directory) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == ENTRY_SIGNATURE) {
            int nameBytes = Short.toUnsignedInt(directory.getShort(at + 28));
            int extraBytes = Short.toUnsignedInt(directory.getShort(at + 30));
            int next = at + ENTRY_BYTES + nameBytes + extraBytes + Short.toUnsignedInt(directory.getShort(at + 32));
            if (next > directory.limit()) {
                return List.of();
            }
            byte[] name = new byte[nameBytes];
            directory.get(at + ENTRY_BYTES, name);
            ByteBuffer extra =
                    directory.slice(at + ENTRY_BYTES + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN);
            long[] sizes = {
                Integer.toUnsignedLong(directory.getInt(at + 24)),
                Integer.toUnsignedLong(directory.getInt(at + 20)),
                Integer.toUnsignedLong(directory.getInt(at + 42))
            };
            inZip64(extra, sizes);
            entries.add(new Entry(new String(name, StandardCharsets.UTF_8), sizes[2], sizes[1]));
            at = next;
        }
        return entries;
    }

    /** Those of unpacked size, packed size and offset that do not fit are in an extra field, in this order. */
    private static void inZip64(ByteBuffer extra, long[] sizes) {
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int bytes = Short.toUnsignedInt(extra.getShort(at + 2));
            if (extra.getShort(at) == 1) {
                int field = at + 4;
                for (int i = 0;
                        i < sizes.length && field + Long.BYTES <= Math.min(extra.limit(), at + 4 + bytes);
                        i++) {
                    if (sizes[i] == SEE_ZIP64) {
                        sizes[i] = extra.getLong(field);
                        field += Long.BYTES;
                    }
                }
            }
            at += 4 + bytes;
        }
    }
}
