package org.eigenscope.cli.console;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Standard output as text. Unlike a {@link java.io.PrintStream} it reports a failed write, so that a full disk is not
 * taken for success nor a closed pipe for a reason to go on.
 */
public final class DataOutput implements Closeable {
    private final Writer writer;

    public DataOutput(OutputStream out) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    public void line(String text) throws IOException {
        writer.write(text);
        writer.write('\n');
    }

    /** A line of CSV. */
    public void row(double... values) throws IOException {
        line(Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",")));
    }

    Writer asWriter() {
        return writer;
    }

    /** For picocli's help, which knows no better. */
    public PrintWriter asPrintWriter() {
        return new PrintWriter(writer);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
