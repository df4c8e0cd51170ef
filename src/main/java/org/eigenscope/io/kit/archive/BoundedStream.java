package org.eigenscope.io.kit.archive;

import java.io.IOException;
import java.io.InputStream;

/** The next few bytes of another stream, which is left open. */
public class BoundedStream extends InputStream {
    private final InputStream in;
    private long left;

    /** A stream that ends after {@code length} bytes. */
    public BoundedStream(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }
}
