package org.eigenscope.io.kit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Blocks from a region of a memory-mapped file. The region is mapped one window at a time, because one mapping cannot
 * exceed 2 GiB and because the collector can then unmap what has been read.
 */
public final class MappedBlocks implements BlockSource {
    private static final long WINDOW_BYTES = 1L << 28;

    private final FileChannel channel;
    private final long windowBytes;
    private long next;
    private final long end;
    private ByteBuffer window = ByteBuffer.allocate(0);

    private MappedBlocks(FileChannel channel, long start, long end, long windowBytes) {
        this.channel = channel;
        this.next = start;
        this.end = end;
        this.windowBytes = windowBytes;
    }

    /**
     * Opens a region.
     *
     * @param start its first byte in the file
     * @param length its bytes
     */
    /** Maps a region of a file, {@code windowBytes} of it at a time. */
    public static MappedBlocks open(Path path, long start, long length) throws IOException {
        return open(path, start, length, WINDOW_BYTES);
    }

    public static MappedBlocks open(Path path, long start, long length, long windowBytes) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new MappedBlocks(channel, start, start + length, windowBytes);
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
        if (window.remaining() < count) {
            moveWindow(count);
        }
        ByteBuffer block = window.slice(window.position(), count);
        window.position(window.position() + count);
        return block;
    }

    @Override
    public void close() throws IOException {
        window = ByteBuffer.allocate(0);
        channel.close();
    }

    /** Maps a window that starts at the first byte not yet handed out. */
    private void moveWindow(int count) throws IOException {
        long start = next - window.remaining();
        long length = Math.min(Math.max(windowBytes, count), Math.min(end, channel.size()) - start);
        if (length < count) {
            throw new EOFException("the file ends early");
        }
        window = channel.map(MapMode.READ_ONLY, start, length);
        next = start + length;
    }
}
