package org.eigenscope.io;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Bytes of a file that follow each other.
 *
 * @param file the file
 * @param start the first of them
 * @param length how many
 */
public record FileRange(Path file, long start, long length) {
    public FileRange {
        Objects.requireNonNull(file, "file");
        if (start < 0 || length < 0) {
            throw new IllegalArgumentException("start = " + start + ", length = " + length + " is no range of bytes");
        }
    }

    /** The byte after the last. */
    public long end() {
        return start + length;
    }
}
