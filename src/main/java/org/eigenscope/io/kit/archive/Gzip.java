package org.eigenscope.io.kit.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eigenscope.io.kit.FileNames;

/** Files that may have been packed by gzip, read as if they had not. */
public final class Gzip {
    /** What deflate can pack at the very most, as bytes unpacked to a byte packed. */
    public static final long MOST_EXPANSION = 1032;

    /** Numbers in text pack to a half or a tenth; far beyond that it is a file made to keep its reader busy. */
    private static final long LIKELY_EXPANSION = 200;

    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final int BUFFER = 1 << 16;
    private static final int HEAD_BYTES = 1024;

    private Gzip() {}

    /** Whether the bytes start a gzip file. */
    public static boolean isGzip(byte[] head) {
        return head.length >= 3 && head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == 8;
    }

    /** The file's bytes, unpacked if they are packed; those of a file that unpacks to absurdly much end in an error. */
    public static InputStream open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            in.mark(3);
            byte[] head = in.readNBytes(3);
            in.reset();
            return isGzip(head) ? new Bounded(new GZIPInputStream(in, BUFFER), Files.size(path)) : in;
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
    }

    /** The first bytes of a file, unpacked if they are packed: up to 1,024, fewer if the file is shorter. */
    public static byte[] head(Path path) throws IOException {
        try (InputStream in = open(path)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    /** Whether the file is packed. */
    public static boolean isPacked(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return isGzip(in.readNBytes(3));
        }
    }

    /** How long the unpacked bytes can be at most. */
    public static long mostBytes(Path path) throws IOException {
        return isPacked(path) ? Files.size(path) * MOST_EXPANSION : Files.size(path);
    }

    /** The path as it would be called unpacked. */
    public static Path unpackedName(Path path) {
        String name = FileNames.last(path);
        boolean marked = FileNames.extension(path).equals("gz");
        return marked ? path.resolveSibling(name.substring(0, name.length() - 3)) : path;
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long packedSize) {
            super(in);
            this.left = ALWAYS_ALLOWED + LIKELY_EXPANSION * packedSize;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new ZipException(
                        "it unpacks to more than " + LIKELY_EXPANSION + " times its size, as no table of numbers does");
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 1 << 13)];
            return Math.max(0, read(skipped, 0, skipped.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
