package org.eigenscope.spark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A copy on this machine of a file elsewhere, as long as it, that holds only the bytes that were asked for, at their places; the rest reads
 * as zeros and takes no room on disk where the file system knows holes.
 */
final class SparseCopy implements AutoCloseable {
    /** Files up to this length are copied as a whole: one request costs as much as many bytes. */
    static final long SMALL = 1 << 20;

    private static final int ARRAY_HEADER = 1 << 17;
    private static final int ENTRY_HEAD = 1 << 12;
    private static final int SMALL_ENTRY = 1 << 16;
    private static final int BLOCK = 1 << 22;
    private static final int MAGIC_BYTES = 16;
    private static final int SAFETENSORS_PREFIX = 8;
    private static final long LONGEST_HEADER = 100_000_000;

    private final FSDataInputStream in;
    private final RandomAccessFile out;
    private final long size;
    private ZipLayout zip = new ZipLayout(0, List.of());

    private SparseCopy(FSDataInputStream in, RandomAccessFile out, long size) {
        this.in = in;
        this.out = out;
        this.size = size;
    }

    static SparseCopy begin(FileSystem system, FileStatus from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        FSDataInputStream in = system.open(from.getPath());
        try {
            RandomAccessFile out = new RandomAccessFile(to.toFile(), "rw");
            out.setLength(from.getLen());
            return new SparseCopy(in, out, from.getLen());
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
    }

    /** Copies what is needed to list the tensors. Of a format without ranges that is all. */
    void listing() throws IOException {
        if (size <= SMALL) {
            all();
            return;
        }
        ByteBuffer magic = at(0, MAGIC_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long header = magic.getLong(0);
        if (magic.get(SAFETENSORS_PREFIX) == '{' && header > 0 && header <= Math.min(LONGEST_HEADER, size)) {
            range(0, SAFETENSORS_PREFIX + header);
        } else if (magic.get(0) == (byte) 0x93 && magic.get(1) == 'N' && magic.get(2) == 'U') {
            range(0, ARRAY_HEADER);
        } else if (magic.getInt(0) == 0x04034b50) {
            archive();
        } else {
            all();
        }
    }

    private void archive() throws IOException {
        zip = ZipLayout.of(size, this::at);
        if (zip.entries().isEmpty()) {
            all();
            return;
        }
        for (ZipLayout.Entry entry : zip.entries()) {
            boolean whole = entry.bytes() <= SMALL_ENTRY || entry.name().endsWith(".pkl");
            range(entry.header(), ENTRY_HEAD + (whole ? entry.bytes() : 0));
        }
        range(zip.directoryStart(), size - zip.directoryStart());
    }

    /** Copies an entry of an archive as a whole; tells whether there is one. */
    boolean entry(String name) throws IOException {
        for (ZipLayout.Entry entry : zip.entries()) {
            if (entry.name().equals(name)) {
                range(entry.header(), ENTRY_HEAD + entry.bytes());
                return true;
            }
        }
        return false;
    }

    void all() throws IOException {
        range(0, size);
    }

    /** Copies bytes, as far as the file goes. */
    void range(long start, long length) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, Math.max(0, length))];
        long end = Math.min(size, start + length);
        for (long from = start; from < end; from += block.length) {
            int count = (int) Math.min(block.length, end - from);
            in.readFully(from, block, 0, count);
            out.seek(from);
            out.write(block, 0, count);
        }
    }

    private ByteBuffer at(long start, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(start, bytes, 0, count);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            out.close();
        }
    }
}
