package org.eigenscope.io.kit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.eigenscope.io.FileRange;

/**
 * Blocks from a region of a file, read into one buffer. For walks over the same region again and again: mapping it each time
 * would leave every mapping to the collector, which sees no reason to hurry.
 */
public final class ChannelBlocks implements BlockSource {
    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(DenseLayout.BLOCK_BYTES);
    private final long end;
    private long next;

    private ChannelBlocks(Path path, FileChannel channel, long start, long end) {
        this.path = path;
        this.channel = channel;
        this.next = start;
        this.end = end;
    }

    /**
     * Opens a region.
     *
     * @param start its first byte in the file
     * @param length its bytes
     */
    public static ChannelBlocks open(Path path, long start, long length) throws IOException {
        return new ChannelBlocks(path, FileChannel.open(path, StandardOpenOption.READ), start, start + length);
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
        if (count > end - next) {
            throw new EOFException("the region ends early");
        }
        buffer.clear().limit(count);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, next);
            if (read < 0) {
                throw new EOFException("the file ends early");
            }
            next += read;
        }
        return buffer.flip();
    }

    @Override
    public Optional<FileRange> range() {
        return Optional.of(new FileRange(path, next, end - next));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
