package org.eigenscope.io.format.torch;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eigenscope.io.kit.DenseLayout;

/**
 * Bytes of a memory-mapped file in any order. It is mapped in segments, because one mapping cannot exceed 2 GiB; they
 * overlap, so that every block lies in one of them.
 */
final class MappedStorage implements Closeable {
    private static final long SEGMENT_BYTES = 1L << 30;

    private final FileChannel channel;
    private final long start;
    private final long length;
    private final long segmentBytes;
    private final ByteBuffer[] segments;

    private MappedStorage(FileChannel channel, long start, long length, long segmentBytes) {
        this.channel = channel;
        this.start = start;
        this.length = length;
        this.segmentBytes = segmentBytes;
        this.segments = new ByteBuffer[Math.toIntExact(length / segmentBytes + 1)];
    }

    /**
     * Opens a region.
     *
     * @param start its first byte in the file
     * @param length its bytes
     * @throws EOFException if the file does not reach that far
     */
    static MappedStorage open(Path path, long start, long length) throws IOException {
        return open(path, start, length, SEGMENT_BYTES);
    }

    static MappedStorage open(Path path, long start, long length, long segmentBytes) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        if (channel.size() - start < length) {
            channel.close();
            throw new EOFException("the file ends early");
        }
        return new MappedStorage(channel, start, length, segmentBytes);
    }

    /**
     * A block.
     *
     * @param offset its first byte in the region
     * @param count how many bytes, at most {@link DenseLayout#BLOCK_BYTES}
     */
    ByteBuffer block(long offset, int count) throws IOException {
        int index = (int) (offset / segmentBytes);
        return segment(index).slice((int) (offset - index * segmentBytes), count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer segment(int index) throws IOException {
        if (segments[index] == null) {
            long first = index * segmentBytes;
            long bytes = Math.min(segmentBytes + DenseLayout.BLOCK_BYTES, length - first);
            segments[index] = channel.map(MapMode.READ_ONLY, start + first, bytes);
        }
        return segments[index];
    }
}
