package org.eigenscope.io.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eigenscope.error.EigenscopeException;

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

    /** Some entries that follow each other, of a layout in C order. */
    double[] run(long from, long count, ReadJob job) throws IOException, EigenscopeException {
        int bytes = layout.type().bytes();
        DenseLayout some = new DenseLayout(layout.type(), layout.order(), false, List.of(count));
        try (BlockSource blocks = MappedBlocks.open(path, start + from * bytes, count * bytes)) {
            return some.read(blocks, job);
        }
    }

    /** For many walks over it. */
    public RowSource rows() {
        return new RowSource(layout, () -> ChannelBlocks.open(path, start, length), false);
    }
}
