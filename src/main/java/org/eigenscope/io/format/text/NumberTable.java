package org.eigenscope.io.format.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.kit.ReadableFile;

/**
 * A small text table of numbers, such as a list of eigenvalues or of points, in any of the dialects that text matrices
 * may be written in.
 */
public final class NumberTable {
    private static final int MAX_PIPED_CHARS = 1 << 29;
    private static final int MAX_NUMBERS = 1 << 26;

    private final List<String> columnNames;
    private final int columns;
    private final double[] values;
    private final long[] lines;

    private NumberTable(List<String> columnNames, int columns, double[] values, long[] lines) {
        this.columnNames = List.copyOf(columnNames);
        this.columns = columns;
        this.values = values;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @throws BadInputException if it cannot be read, is ragged or has cells that are no numbers
     */
    public static NumberTable read(Path path) throws BadInputException {
        ReadableFile.require(path);
        return read(TextInput.of(path), FileNames.last(path));
    }

    /**
     * Reads a stream of characters, such as standard input, to its end.
     *
     * @param label what messages call it
     * @throws BadInputException if it cannot be read, is ragged or has cells that are no numbers
     */
    public static NumberTable read(Reader reader, String label) throws BadInputException {
        StringBuilder text = new StringBuilder();
        char[] block = new char[1 << 13];
        try {
            for (int count = reader.read(block); count >= 0; count = reader.read(block)) {
                if (text.length() + count > MAX_PIPED_CHARS) {
                    throw new BadInputException(
                            label + " has more than " + MAX_PIPED_CHARS + " characters; read it from a file instead.");
                }
                text.append(block, 0, count);
            }
        } catch (IOException failure) {
            throw unreadable(label, failure);
        }
        String all = text.toString();
        return read(() -> new StringReader(all), label);
    }

    private static NumberTable read(TextInput input, String label) throws BadInputException {
        try {
            TextDialect dialect = TextDialect.ofList(input, label);
            try (TextNumbers numbers = new TextNumbers(input.open(), dialect, label)) {
                return collect(numbers, dialect, label);
            }
        } catch (IOException failure) {
            throw unreadable(label, failure);
        }
    }

    private static NumberTable collect(TextNumbers numbers, TextDialect dialect, String label)
            throws IOException, BadInputException {
        int columns = dialect.columns();
        double[] values = new double[Math.max(columns, 1 << 10)];
        long[] lines = new long[1 << 10];
        int rows = 0;
        while (numbers.next(values, rows * columns)) {
            lines[rows++] = numbers.line();
            if ((rows + 1L) * columns > MAX_NUMBERS) {
                throw new BadInputException(label + " has more than " + MAX_NUMBERS + " numbers, too many for a list.");
            }
            lines = rows == lines.length ? Arrays.copyOf(lines, 2 * rows) : lines;
            values = (rows + 1) * columns > values.length ? Arrays.copyOf(values, 2 * (rows + 1) * columns) : values;
        }
        return new NumberTable(
                dialect.labels().columnNames(),
                columns,
                Arrays.copyOf(values, rows * columns),
                Arrays.copyOf(lines, rows));
    }

    /** The names in the first line, empty if it holds numbers. */
    public List<String> columnNames() {
        return columnNames;
    }

    /** How many columns the table has. */
    public int columns() {
        return columns;
    }

    /** How many rows the table has, without its heading. */
    public int rows() {
        return lines.length;
    }

    /** One row; a copy. */
    public double[] row(int index) {
        return Arrays.copyOfRange(values, index * columns, (index + 1) * columns);
    }

    /** The number of the line, from 1, on which a row stands. */
    public long line(int row) {
        return lines[row];
    }

    /** One column; a copy. */
    public double[] column(int index) {
        return IntStream.range(0, rows())
                .mapToDouble(row -> values[row * columns + index])
                .toArray();
    }

    /** Every number, row after row. */
    public double[] values() {
        return values.clone();
    }

    private static BadInputException unreadable(String label, IOException failure) {
        return new BadInputException(label + " could not be read: " + IoFailures.reason(failure) + ".", failure);
    }
}
