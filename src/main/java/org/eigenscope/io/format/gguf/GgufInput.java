package org.eigenscope.io.format.gguf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The numbers and texts of a GGUF directory; no length is believed beyond the end of the file. */
final class GgufInput {
    /** Texts are names and settings, and at the longest a chat template. */
    private static final long MAX_TEXT_BYTES = 1 << 20;

    private final InputStream in;
    private final long fileSize;
    private final ByteOrder order;
    private long position;

    /**
     * A directory.
     *
     * @param position how many bytes of the stream were read before
     */
    GgufInput(InputStream in, long fileSize, ByteOrder order, long position) {
        this.in = in;
        this.fileSize = fileSize;
        this.order = order;
        this.position = position;
    }

    long position() {
        return position;
    }

    long left() {
        return fileSize - position;
    }

    ByteBuffer bytes(int count) throws IOException {
        expect(count);
        byte[] bytes = in.readNBytes(count);
        position += bytes.length;
        if (bytes.length < count) {
            throw new EOFException("it ends inside its directory");
        }
        return ByteBuffer.wrap(bytes).order(order);
    }

    long unsignedInt() throws IOException {
        return Integer.toUnsignedLong(bytes(Integer.BYTES).getInt());
    }

    /** A number of items or bytes; beyond 63 bits it comes out negative, and no check lets it pass. */
    long count() throws IOException {
        return bytes(Long.BYTES).getLong();
    }

    String text() throws IOException {
        long length = count();
        if (length > MAX_TEXT_BYTES) {
            throw new IOException("it has a text of " + length + " bytes in its directory");
        }
        expect(length);
        return new String(bytes((int) length).array(), StandardCharsets.UTF_8);
    }

    void skipText() throws IOException {
        skip(count());
    }

    void skip(long count) throws IOException {
        expect(count);
        in.skipNBytes(count);
        position += count;
    }

    /** Refuses a number of items that cannot be there. */
    void expectItems(long count, long bytesEach) throws IOException {
        if (count < 0 || count > left() / bytesEach) {
            throw new EOFException(
                    "it declares " + Long.toUnsignedString(count) + " items where " + left() + " bytes are left");
        }
    }

    private void expect(long count) throws IOException {
        expectItems(count, 1);
    }
}
