package org.eigenscope.io.format.hdf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.ChannelBlocks;
import org.eigenscope.io.kit.MappedBlocks;

/** An HDF5 file that is a stretch of a file on disk, most often all of it. */
public final class FileRegion implements HdfSource {
    private final Path path;
    private final FileChannel channel;
    private final long start;
    private final long size;

    private FileRegion(Path path, FileChannel channel, long start, long size) {
        this.path = path;
        this.channel = channel;
        this.start = start;
        this.size = size;
    }

    /** The region that is a whole file. */
    public static FileRegion open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new FileRegion(path, channel, 0, channel.size());
    }

    /** A stretch of a file. */
    public static FileRegion open(Path path, long start, long size) throws IOException {
        return new FileRegion(path, FileChannel.open(path, StandardOpenOption.READ), start, size);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + position + bytes.position()) < 0) {
                throw new EOFException("the file ends early");
            }
        }
        return bytes.flip();
    }

    @Override
    public BlockSource blocks(long position, long length) throws IOException {
        return MappedBlocks.open(path, start + position, length);
    }

    @Override
    public BlockSource walk(long position, long length) throws IOException {
        return ChannelBlocks.open(path, start + position, length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
