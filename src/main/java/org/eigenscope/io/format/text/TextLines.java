package org.eigenscope.io.format.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;

/**
 * The lines of a text table that hold data: blank lines and lines that start with # are passed over. Lines end with a
 * line feed, a carriage return or both; an endless line is refused before it fills the memory.
 */
final class TextLines implements Closeable {
    /** Room for a few million columns. */
    static final int MAX_LINE_CHARS = 1 << 27;

    private final Reader reader;
    private final String label;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private boolean afterReturn;
    private long line;

    /**
     * Lines from a reader, which this closes.
     *
     * @param label the file, as messages name it
     */
    TextLines(Reader reader, String label) {
        this.reader = reader;
        this.label = label;
    }

    /** The next line of data without its end, or null after the last. */
    String next() throws IOException, BadInputException {
        while (true) {
            String text = anyLine();
            if (text == null) {
                return null;
            }
            if (isData(text)) {
                return text;
            }
        }
    }

    /** The number of the line last returned, from 1. */
    long line() {
        return line;
    }

    /** How many lines of data are left; reads to the end without keeping any. */
    long countRemaining(CancelToken cancel) throws IOException, CancelledException {
        long count = 0;
        boolean undecided = true;
        while (fill()) {
            if (at == 0) {
                cancel.throwIfCancelled();
            }
            char c = buffer[at++];
            if (c == '\n' || c == '\r') {
                undecided = true;
            } else if (undecided && !isBlank(c)) {
                undecided = false;
                count += c == '#' ? 0 : 1;
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Whether a line is neither blank nor a comment. */
    static boolean isData(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return text.charAt(i) != '#';
            }
        }
        return false;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == 0x1A || Character.isSpaceChar(c);
    }

    private String anyLine() throws IOException, BadInputException {
        if (!fill()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        while (fill()) {
            char c = buffer[at++];
            boolean secondHalf = afterReturn && c == '\n';
            afterReturn = c == '\r';
            if (secondHalf) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            if (text.length() == MAX_LINE_CHARS) {
                throw new BadInputException(label + " has a line of more than " + MAX_LINE_CHARS + " characters (line "
                        + (line + 1) + "): it is not a text table.");
            }
            text.append(c);
        }
        line++;
        return text.toString();
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(reader.read(buffer, 0, buffer.length), 0);
        return filled > 0;
    }
}
