package org.eigenscope.io.kit;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A dense tensor that lies uncompressed in a file.
 *
 * @param path the file
 * @param start its first byte
 * @param length its bytes
 * @param layout how it lies in them
 */
public record MappedRegion(Path path, long start, long length, DenseLayout layout) {
    /** For reading it once. */
    BlockSource map() throws IOException {
        return MappedBlocks.open(path, start, length);
    }

    /** For many walks over it. */
    public RowSource rows() {
        return new RowSource(layout, () -> ChannelBlocks.open(path, start, length), false);
    }
}
