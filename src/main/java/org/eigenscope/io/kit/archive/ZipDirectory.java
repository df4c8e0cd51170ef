package org.eigenscope.io.kit.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Where an archive's entries lie, which the JDK does not tell: with it, stored entries can be mapped. Sizes and names are
 * {@link ZipGuard}'s business.
 */
public final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int END64_LOCATOR_BYTES = 20;
    private static final int END64_BYTES = 56;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int MAX_COMMENT_BYTES = 0xFFFF;
    private static final int MAX_DIRECTORY_BYTES = 1 << 26;
    private static final int ZIP64_TAG = 1;
    private static final long SEE_ZIP64 = 0xFFFF_FFFFL;

    /** What an archive's end says of its directory; {@code shift} is what was put before the archive. */
    private record End(long start, long bytes, long shift) {}

    private final Path path;
    private final Map<String, Long> localHeaders;

    private ZipDirectory(Path path, Map<String, Long> localHeaders) {
        this.path = path;
        this.localHeaders = localHeaders;
    }

    /** Reads the central directory of a zip file. */
    public static ZipDirectory read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            End end = end(channel);
            if (end.start() < 0 || end.bytes() < 0 || end.bytes() > MAX_DIRECTORY_BYTES) {
                throw damaged();
            }
            ByteBuffer directory = bytes(channel, end.start(), (int) end.bytes());
            return new ZipDirectory(path, entries(directory, end.shift()));
        }
    }

    /** The byte at which a stored entry's content starts. */
    public long contentOffset(String name) throws IOException {
        Long header = localHeaders.get(name);
        if (header == null) {
            throw damaged();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer local = bytes(channel, header, LOCAL_BYTES);
            if (local.getInt(0) != LOCAL_SIGNATURE) {
                throw damaged();
            }
            return header + LOCAL_BYTES + unsignedShort(local, 26) + unsignedShort(local, 28);
        }
    }

    private static End end(FileChannel channel) throws IOException {
        long size = channel.size();
        int tailBytes = (int) Math.min(size, END_BYTES + MAX_COMMENT_BYTES + END64_LOCATOR_BYTES);
        long tailStart = size - tailBytes;
        ByteBuffer tail = bytes(channel, tailStart, tailBytes);
        for (int at = tailBytes - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE && at + END_BYTES + unsignedShort(tail, at + 20) == tailBytes) {
                return end(channel, tail, at, tailStart);
            }
        }
        throw damaged();
    }

    private static End end(FileChannel channel, ByteBuffer tail, int at, long tailStart) throws IOException {
        int locator = at - END64_LOCATOR_BYTES;
        if (locator >= 0 && tail.getInt(locator) == END64_LOCATOR_SIGNATURE) {
            long at64 = tail.getLong(locator + 8);
            ByteBuffer end64 = bytes(channel, at64, END64_BYTES);
            if (end64.getInt(0) == END64_SIGNATURE) {
                return endingAt(at64, end64.getLong(40), end64.getLong(48));
            }
        }
        return endingAt(tailStart + at, unsignedInt(tail, at + 12), unsignedInt(tail, at + 16));
    }

    /** The directory ends where its end record starts; a declared start that differs tells of bytes put before it all. */
    private static End endingAt(long position, long bytes, long declaredStart) {
        long start = position - bytes;
        return new End(start, bytes, start - declaredStart);
    }

    private static Map<String, Long> entries(ByteBuffer directory, long shift) throws ZipException {
        Map<String, Long> headers = new HashMap<>();
        int at = 0;
        while (at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == ENTRY_SIGNATURE) {
            int nameBytes = unsignedShort(directory, at + 28);
            int extraBytes = unsignedShort(directory, at + 30);
            int next = at + ENTRY_BYTES + nameBytes + extraBytes + unsignedShort(directory, at + 32);
            if (next > directory.limit()) {
                throw damaged();
            }
            byte[] name = new byte[nameBytes];
            directory.get(at + ENTRY_BYTES, name);
            ByteBuffer extra = directory.slice(at + ENTRY_BYTES + nameBytes, extraBytes);
            long header = localHeader(directory, at, extra.order(ByteOrder.LITTLE_ENDIAN));
            headers.put(new String(name, StandardCharsets.UTF_8), header + shift);
            at = next;
        }
        return headers;
    }

    /** The offset of an entry's local header: in the zip64 field, behind those sizes that are there too, if it is large. */
    private static long localHeader(ByteBuffer directory, int entry, ByteBuffer extra) throws ZipException {
        long offset = unsignedInt(directory, entry + 42);
        if (offset != SEE_ZIP64) {
            return offset;
        }
        int skipped = (unsignedInt(directory, entry + 20) == SEE_ZIP64 ? Long.BYTES : 0)
                + (unsignedInt(directory, entry + 24) == SEE_ZIP64 ? Long.BYTES : 0);
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int bytes = unsignedShort(extra, at + 2);
            if (unsignedShort(extra, at) == ZIP64_TAG && bytes >= skipped + Long.BYTES) {
                int field = at + 4 + skipped;
                if (field + Long.BYTES > extra.limit()) {
                    throw damaged();
                }
                return extra.getLong(field);
            }
            at += 4 + bytes;
        }
        throw damaged();
    }

    private static ByteBuffer bytes(FileChannel channel, long start, int count) throws IOException {
        if (start < 0) {
            throw damaged();
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("its directory points beyond its end");
            }
        }
        return bytes.flip();
    }

    private static int unsignedShort(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long unsignedInt(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    private static ZipException damaged() {
        return new ZipException("its directory is malformed");
    }
}
