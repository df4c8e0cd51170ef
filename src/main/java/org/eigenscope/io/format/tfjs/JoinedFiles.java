package org.eigenscope.io.format.tfjs;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.ChannelBlocks;
import org.eigenscope.io.kit.CompanionFile;

/** A run of bytes of several files that count as one, however it lies across their ends. */
final class JoinedFiles implements BlockSource {
    private final List<CompanionFile> files;
    private int current = -1;
    private long left;
    private long skip;
    private BlockSource open;

    /**
     * Opens nothing yet.
     *
     * @param start the first byte, counted from the start of the first file
     */
    JoinedFiles(List<CompanionFile> files, long start) {
        this.files = List.copyOf(files);
        this.skip = start;
    }

    @Override
    public ByteBuffer next(int count) throws IOException {
        if (left >= count) {
            left -= count;
            return open.next(count);
        }
        ByteBuffer joined = ByteBuffer.allocate(count);
        while (joined.hasRemaining()) {
            if (left == 0) {
                advance();
            }
            int some = (int) Math.min(left, joined.remaining());
            joined.put(open.next(some));
            left -= some;
        }
        return joined.flip();
    }

    /** To the next file of which something is wanted. */
    private void advance() throws IOException {
        close();
        do {
            if (++current >= files.size()) {
                throw new EOFException("the files end early");
            }
            left = Math.max(0, files.get(current).size() - skip);
            skip = left > 0 ? skip : skip - files.get(current).size();
        } while (left == 0);
        open = ChannelBlocks.open(files.get(current).path(), skip, left);
        skip = 0;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
