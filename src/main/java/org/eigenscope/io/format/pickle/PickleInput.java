package org.eigenscope.io.format.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of one or several pickles, and how many there can be at most: a declared length beyond that is refused before
 * anything is allocated for it.
 */
final class PickleInput {
    /** Numbers, names and protocol 0 strings written as lines. */
    private static final int MAX_LINE_BYTES = 1 << 20;

    /** What the texts of a pickle may take together; those of a large checkpoint take a few megabytes. */
    private static final long MAX_TEXT_BYTES = 1L << 25;

    private final InputStream in;
    private final long length;
    private long position;
    private long textBytes;

    /**
     * Pickles in a stream.
     *
     * @param in best a buffered one, since single bytes are read
     * @param length the bytes it holds
     */
    PickleInput(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    /** How many bytes were consumed. */
    long position() {
        return position;
    }

    int nextByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException("it ends inside its pickle");
        }
        position++;
        return value;
    }

    /** An unsigned little-endian number of at most four bytes. */
    long unsigned(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) nextByte() << (Byte.SIZE * i);
        }
        return value;
    }

    /** A length of eight bytes; one beyond 63 bits comes out negative, and no length check lets it pass. */
    long length8() throws IOException {
        return ByteBuffer.wrap(bytes(Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    double bigEndianDouble() throws IOException {
        return ByteBuffer.wrap(bytes(Double.BYTES)).getDouble();
    }

    byte[] bytes(long count) throws IOException {
        expect(count);
        byte[] bytes = in.readNBytes((int) Math.min(count, Integer.MAX_VALUE - 8));
        position += bytes.length;
        if (bytes.length < count) {
            throw new EOFException("it ends inside its pickle");
        }
        return bytes;
    }

    void skip(long count) throws IOException {
        expect(count);
        in.skipNBytes(count);
        position += count;
    }

    /** A text to keep. */
    String text(long bytes) throws IOException, MalformedPickleException {
        countText(bytes);
        return new String(bytes(bytes), StandardCharsets.UTF_8);
    }

    /** The text up to the next line feed. */
    String line() throws IOException, MalformedPickleException {
        StringBuilder line = new StringBuilder();
        for (int c = nextByte(); c != '\n'; c = nextByte()) {
            if (line.length() == MAX_LINE_BYTES) {
                throw new MalformedPickleException("it has a line of more than " + MAX_LINE_BYTES + " bytes");
            }
            line.append((char) c);
        }
        countText(line.length());
        return line.toString();
    }

    private void countText(long bytes) throws MalformedPickleException {
        textBytes += Math.max(bytes, 0);
        if (textBytes > MAX_TEXT_BYTES) {
            throw new MalformedPickleException("its names and texts take more than " + MAX_TEXT_BYTES + " bytes");
        }
    }

    private void expect(long count) throws EOFException {
        if (count < 0 || count > length - position) {
            throw new EOFException("it declares " + Long.toUnsignedString(count) + " bytes where " + (length - position)
                    + " are left");
        }
    }
}
