package org.eigenscope.io.format.mat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.eigenscope.io.kit.archive.BoundedStream;

/**
 * The bytes of a variable in the file.
 *
 * @param path the file
 * @param start the first of them
 * @param length how many
 * @param packed whether they are deflated
 * @param order the file's byte order
 */
record MatVariable(Path path, long start, long length, boolean packed, ByteOrder order) {
    private static final int MOST_EXPANSION = 1032;
    private static final int BUFFER = 1 << 13;

    /** How many bytes it can be at most, unpacked. */
    long mostBytes() {
        return packed ? length * MOST_EXPANSION : length;
    }

    /** Opens it at its first byte; the stream ends where the variable does. */
    MatStream open() throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            file.skipNBytes(start);
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
        InputStream bytes = new BoundedStream(file, length) {
            @Override
            public void close() throws IOException {
                file.close();
            }
        };
        return new MatStream(packed ? inflated(bytes) : bytes, order);
    }

    private static InputStream inflated(InputStream bytes) {
        Inflater inflater = new Inflater();
        // some writers leave the last block without the byte that the inflater wants to see
        InputStream padded = new SequenceInputStream(bytes, new ByteArrayInputStream(new byte[1]));
        return new InflaterInputStream(padded, inflater, BUFFER) {
            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }
}
