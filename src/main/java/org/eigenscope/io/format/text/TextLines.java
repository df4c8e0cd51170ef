package org.eigenscope.io.format.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;

/**
 * The lines of a text table that hold data: blank lines, lines that start with # and rules are passed
 * over. Lines end with a
 * line feed, a carriage return or both; an endless line is refused before it fills the memory.
 */
final class TextLines implements Closeable {
    /** Room for a few million columns. */
    static final int MAX_LINE_CHARS = 1 << 27;

    /** What a rule between head and body of a table is made of. */
    private static final String RULE = "-=+|:_";

    private static final String STROKES = "-=_";

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
            String text = nextOfAny();
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
        LineKind kind = new LineKind();
        while (fill()) {
            if (at == 0) {
                cancel.throwIfCancelled();
            }
            char c = buffer[at++];
            if (c == '\n' || c == '\r') {
                count += kind.isData() ? 1 : 0;
                kind = kind.isNew() ? kind : new LineKind();
            } else {
                kind.add(c);
            }
        }
        return kind.isData() ? count + 1 : count;
    }

    /** What a line is, from its characters one after the other: blank, a comment, a rule between head and body, or data. */
    private static final class LineKind {
        private boolean comment;
        private boolean data;
        private boolean seen;
        private char before;
        private boolean doubled;

        void add(char c) {
            if (comment || data || isBlank(c)) {
                return;
            }
            comment = !seen && c == '#';
            seen = true;
            data = !comment && RULE.indexOf(c) < 0;
            doubled |= c == before && STROKES.indexOf(c) >= 0;
            before = c;
        }

        boolean isNew() {
            return !seen;
        }

        boolean isData() {
            return data || seen && !comment && !doubled;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Whether a line is neither blank, nor a comment, nor a rule such as {@code |---|---|}. */
    static boolean isData(String text) {
        LineKind kind = new LineKind();
        for (int i = 0; i < text.length() && !kind.data && !kind.comment; i++) {
            kind.add(text.charAt(i));
        }
        return kind.isData();
    }

    /** Whether a line is made of strokes and corners. */
    static boolean isRule(String text) {
        return !text.isBlank() && !isData(text) && text.strip().charAt(0) != '#';
    }

    /** Whether a cell can be the first of a rule. */
    static boolean isRuleStart(String cell) {
        return cell.contains("--") || cell.contains("==");
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == 0x1A || Character.isSpaceChar(c);
    }

    /** The next line, data or not, or null after the last. */
    String nextOfAny() throws IOException, BadInputException {
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
