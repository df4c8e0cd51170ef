package org.eigenscope.figure.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Refuses PDF files that cost far more to read than their length: those that declare enormous rows, that compress what is compressed,
 * or that unpack to more than a multiple of their length. Dictionaries of streams are never in packed parts of a file, so that
 * looking through its bytes finds them all.
 */
final class PdfBudget {
    /** What all streams together may unpack to, for each byte of the file, and besides. */
    private static final int UNPACKED_FOR_EACH_BYTE = 64;

    private static final long UNPACKED_BESIDES = 1 << 20;

    /** Names of PDF may spell any character as #xx. */
    private static final Pattern ROW = Pattern.compile("/(Columns|Colors|BitsPerComponent)\\s*([^\\s/<>\\[\\]()]*)");

    private static final Pattern PACKED_TWICE =
            Pattern.compile("/(FlateDecode|Fl|LZWDecode|LZW)\\s*/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");

    private final byte[] file;
    private long left;

    private PdfBudget(byte[] file) {
        this.file = file;
        left = UNPACKED_BESIDES + (long) UNPACKED_FOR_EACH_BYTE * file.length;
    }

    /**
     * Looks through a whole file.
     *
     * @throws IOException if it would cost too much to read
     */
    static void require(byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        PdfBudget budget = new PdfBudget(file);
        String names = text.indexOf('#') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        budget.requireRows(names);
        if (PACKED_TWICE.matcher(names).find()) {
            throw new IOException("it is packed twice, which no figure of Eigenscope is");
        }
        budget.requireStreams(text);
    }

    /** A row has to be held whole while it is unpacked. */
    private void requireRows(String names) throws IOException {
        Matcher row = ROW.matcher(names);
        while (row.find()) {
            if (!row.group(2).matches("[0-9]{1,9}")
                    || Integer.parseInt(row.group(2)) > Math.max(file.length, 1 << 16)) {
                throw new IOException("it declares rows of " + row.group(1) + " " + row.group(2)
                        + ", more than a file of its length has");
            }
        }
    }

    private void requireStreams(String text) throws IOException {
        Matcher stream = STREAM.matcher(text);
        byte[] chunk = new byte[1 << 14];
        while (stream.find()) {
            Inflater inflater = new Inflater();
            inflater.setInput(file, stream.end(), file.length - stream.end());
            try {
                for (int got = inflater.inflate(chunk); got > 0; got = inflater.inflate(chunk)) {
                    left -= got;
                    if (left < 0) {
                        throw new IOException(
                                "it unpacks to more than " + UNPACKED_FOR_EACH_BYTE + " times its length");
                    }
                }
            } catch (DataFormatException notPacked) {
                continue;
            } finally {
                inflater.end();
            }
        }
    }
}
