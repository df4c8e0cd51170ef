package org.eigenscope.io.format.onnx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The wire format of Protocol Buffers, read front to back: fields that are a number and a wire type, messages that are
 * lengths and fields. No length is believed beyond the message around it.
 */
final class ProtoInput {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private static final int MAX_VARINT_BYTES = 10;
    private static final int MAX_TEXT_BYTES = 1 << 16;

    private final InputStream in;
    private long position;

    /** A message in a stream; best a buffered one, since single bytes are read. */
    ProtoInput(InputStream in) {
        this.in = in;
    }

    /** The byte of the stream that comes next. */
    long position() {
        return position;
    }

    /** The next field's number and wire type as {@link #field} gives them, 0 at the end of the message. */
    int nextField(long end) throws IOException {
        if (position >= end) {
            return 0;
        }
        long tag = varint();
        if (tag < 8 || tag > 0xFFFF_FFFFL) {
            throw new IOException("it is no ONNX model, or damaged, at byte " + position);
        }
        return (int) tag;
    }

    /** A field's number and wire type in one. */
    static int field(int number, int wireType) {
        return number << 3 | wireType;
    }

    long varint() throws IOException {
        long value = 0;
        for (int i = 0; i < MAX_VARINT_BYTES; i++) {
            int next = nextByte();
            value |= (long) (next & 0x7F) << (7 * i);
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("it has an endless number at byte " + position);
    }

    /** Reads a length and tells where what it counts ends. */
    long lengthEnd(long end) throws IOException {
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new EOFException("it declares " + Long.toUnsignedString(length) + " bytes where "
                    + Math.max(0, end - position) + " are left");
        }
        return position + length;
    }

    /** A short text; of a longer one, nothing. */
    String text(long end) throws IOException {
        long textEnd = lengthEnd(end);
        if (textEnd - position > MAX_TEXT_BYTES) {
            skipTo(textEnd);
            return "";
        }
        byte[] bytes = in.readNBytes((int) (textEnd - position));
        position += bytes.length;
        if (position < textEnd) {
            throw early();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skipTo(long end) throws IOException {
        if (end < position) {
            throw new EOFException("its parts overlap at byte " + position);
        }
        in.skipNBytes(end - position);
        position = end;
    }

    /** Steps over the content of a field of which only the wire type matters. */
    void skip(int field, long end) throws IOException {
        switch (field & 7) {
            case VARINT -> varint();
            case FIXED64 -> skipTo(checked(position + Long.BYTES, end));
            case BYTES -> skipTo(lengthEnd(end));
            case FIXED32 -> skipTo(checked(position + Integer.BYTES, end));
            default -> throw new IOException("it is no ONNX model, or damaged, at byte " + position);
        }
    }

    private static long checked(long target, long end) throws EOFException {
        if (target > end) {
            throw early();
        }
        return target;
    }

    private int nextByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw early();
        }
        position++;
        return value;
    }

    private static EOFException early() {
        return new EOFException("it ends early");
    }
}
