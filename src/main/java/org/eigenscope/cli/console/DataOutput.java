package org.eigenscope.cli.console;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.text.Printable;

/**
 * Standard output as text. Unlike a {@link java.io.PrintStream} it reports a failed write, so that a full disk is not
 * taken for success nor a closed pipe for a reason to go on.
 */
public final class DataOutput implements Closeable {
    private final Writer writer;
    private Optional<IOException> failure = Optional.empty();

    public DataOutput(OutputStream out) {
        writer = new BufferedWriter(new OutputStreamWriter(new Watched(out), StandardCharsets.UTF_8));
    }

    /**
     * A table's file, written from its start.
     *
     * @throws BadInputException if it is a pipe: opening one waits, maybe for ever, for somebody who reads
     */
    public static DataOutput toFile(Path file) throws BadInputException, IOException {
        Path absolute = file.toAbsolutePath();
        boolean special = Files.exists(absolute) && !Files.isRegularFile(absolute) && !Files.isDirectory(absolute);
        // what a shell has opened already, such as /dev/stdout, and devices do not wait
        if (special && !absolute.startsWith("/dev") && !absolute.startsWith("/proc") && !leadsToDevice(absolute)) {
            throw new BadInputException(file + " is a pipe, not a file; name a file, or redirect the output.");
        }
        return new DataOutput(Files.newOutputStream(file));
    }

    private static boolean leadsToDevice(Path file) throws IOException {
        return file.toRealPath().startsWith("/dev");
    }

    /** Remembers that a write failed, as the writer for help does not tell. */
    private final class Watched extends FilterOutputStream {
        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException refused) {
                failure = failure.or(() -> Optional.of(refused));
                throw refused;
            }
        }
    }

    /** A line, in which names from files cannot steer the terminal. */
    public void line(String text) throws IOException {
        writer.write(Printable.of(text));
        writer.write('\n');
    }

    /** Hands on what has been written so far. */
    public void flush() throws IOException {
        writer.flush();
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
        if (failure.isPresent()) {
            // not the same one again: where this is closed after it, Java would add it to itself
            throw new IOException(failure.get().getMessage(), failure.get());
        }
    }
}
