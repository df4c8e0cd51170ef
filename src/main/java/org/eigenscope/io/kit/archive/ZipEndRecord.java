package org.eigenscope.io.kit.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * What the end of an archive says of its directory. The JDK makes room for as many entries as are declared there, before it looks
 * at the first; a few bytes can declare two thousand million of them.
 *
 * @param entries how many entries are declared
 * @param bytes the length of the directory
 */
public record ZipEndRecord(long entries, long bytes) {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LENGTH_64 = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    /** What an entry of a directory takes at least. */
    private static final int ENTRY_LENGTH = 46;

    private static final int LONGEST_DIRECTORY = 1 << 26;

    /**
     * Refuses an archive whose directory has no room for the entries that it declares. Whatever an end record may be, all that look
     * like one are looked at: readers differ in which they take.
     */
    public static void requireRoomForEntries(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            int tailLength = (int) Math.min(size, LENGTH + LONGEST_COMMENT + LOCATOR_LENGTH);
            Optional<ByteBuffer> tail = bytes(channel, size - tailLength, tailLength);
            for (int at = tailLength - LENGTH; at >= 0 && tail.isPresent(); at--) {
                if (tail.get().getInt(at) == SIGNATURE) {
                    Optional<ZipEndRecord> large = zip64(channel, tail.get(), at);
                    if (large.isPresent()) {
                        large.get().requireRoom(size);
                    }
                }
            }
        }
    }

    private void requireRoom(long fileSize) throws ZipException {
        if (bytes < 0 || bytes > Math.min(fileSize, LONGEST_DIRECTORY)) {
            throw new ZipException("its directory declares " + Long.toUnsignedString(bytes) + " bytes");
        }
        if (entries < 0 || entries > bytes / ENTRY_LENGTH) {
            throw new ZipException("its directory declares " + Long.toUnsignedString(entries)
                    + " entries, but has room for " + bytes / ENTRY_LENGTH);
        }
    }

    /** The record for large archives that a locator before the end record points to. */
    private static Optional<ZipEndRecord> zip64(FileChannel channel, ByteBuffer tail, int at) throws IOException {
        int locator = at - LOCATOR_LENGTH;
        if (locator < 0 || tail.getInt(locator) != LOCATOR_SIGNATURE) {
            return Optional.empty();
        }
        return bytes(channel, tail.getLong(locator + 8), LENGTH_64)
                .filter(record -> record.getInt(0) == SIGNATURE_64)
                .map(record -> new ZipEndRecord(record.getLong(32), record.getLong(40)));
    }

    private static Optional<ByteBuffer> bytes(FileChannel channel, long start, int count) throws IOException {
        if (start < 0 || start > channel.size() - count) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes.flip());
    }
}
