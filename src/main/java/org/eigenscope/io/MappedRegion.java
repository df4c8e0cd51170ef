package org.eigenscope.io;

import java.io.IOException;
import java.nio.ByteOrder;
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

    /** For one of many walks over it. */
    BlockSource walk() throws IOException {
        return ChannelBlocks.open(path, start, length);
    }

    /** Whether rows of the matrix, or of its transpose, follow each other. */
    boolean holdsRows() {
        return !layout.firstIndexFastest() || layout.shape().size() == 2;
    }

    /** Rows of what lies there row by row: the matrix, or its transpose when columns follow each other. */
    long rows() {
        return layout.firstIndexFastest() ? layout.shape().get(1) : TensorShape.rows(layout.shape());
    }

    /** Columns of the same. */
    long columns() {
        return layout.firstIndexFastest() ? layout.shape().get(0) : TensorShape.columns(layout.shape());
    }

    ByteOrder order() {
        return layout.order();
    }
}
