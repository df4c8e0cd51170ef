package org.eigenscope.io.format.matrixmarket;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eigenscope.error.BadInputException;

/** The words of a MatrixMarket file after its banner; lines that start with % are comments. */
final class MarketTokens implements Closeable {
    private static final int MAX_CHARS = 1024;

    private final InputStream in;
    private final String label;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] token = new byte[MAX_CHARS];
    private int at;
    private int filled;
    private boolean atLineStart = true;
    private long line = 1;

    /** Words of a stream, which this closes. */
    MarketTokens(InputStream in, String label) {
        this.in = in;
        this.label = label;
    }

    /** The rest of the current line. */
    String line() throws IOException, BadInputException {
        int length = 0;
        int c = next();
        while (c >= 0 && c != '\n') {
            append(c, length++);
            c = next();
        }
        return text(length).strip();
    }

    /** The next word, or null after the last. */
    String word() throws IOException, BadInputException {
        int c = next();
        while (c >= 0 && (isBlank(c) || (c == '%' && atLineStart))) {
            c = c == '%' ? afterComment() : next();
        }
        if (c < 0) {
            return null;
        }
        int length = 0;
        while (c >= 0 && !isBlank(c)) {
            append(c, length++);
            atLineStart = false;
            c = next();
        }
        return text(length);
    }

    /** The number of the line last read from, for messages. */
    long lineNumber() {
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int afterComment() throws IOException {
        int c = next();
        while (c >= 0 && c != '\n') {
            c = next();
        }
        return c;
    }

    private int next() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(in.read(buffer, 0, buffer.length), 0);
            if (filled == 0) {
                return -1;
            }
        }
        int c = Byte.toUnsignedInt(buffer[at++]);
        if (c == '\n') {
            line++;
            atLineStart = true;
        }
        return c;
    }

    private void append(int c, int length) throws BadInputException {
        if (length == MAX_CHARS) {
            throw new BadInputException(label + ", line " + line + " is longer than the " + MAX_CHARS
                    + " characters that MatrixMarket allows: it is damaged.");
        }
        token[length] = (byte) c;
    }

    private String text(int length) {
        return new String(token, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
