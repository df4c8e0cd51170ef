package org.eigenscope.figure.export;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters of an XML file, of which an XML reader holds what stands between two angle brackets at once. */
final class BoundedMarkup extends FilterReader {
    private final int longest;
    private int length;

    /** @param longest how many characters may stand between two angle brackets */
    BoundedMarkup(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] characters, int from, int count) throws IOException {
        int got = super.read(characters, from, count);
        for (int i = from; i < from + got; i++) {
            boolean bracket = characters[i] == '<' || characters[i] == '>';
            length = bracket ? 0 : length + 1;
            if (length > longest) {
                throw new IOException("one piece of it has more than " + longest + " characters");
            }
        }
        return got;
    }
}
