package org.eigenscope.cli.console;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.format.text.NumberTable;

/** Numbers from a file or, for {@code -}, from standard input. */
public final class Numbers {
    private static final String STANDARD_INPUT = "-";

    private final String label;
    private final NumberTable table;

    private Numbers(String label, NumberTable table) {
        this.label = label;
        this.table = table;
    }

    public static Numbers read(String source, Console console) throws BadInputException {
        if (source.equals(STANDARD_INPUT)) {
            String label = "standard input";
            return new Numbers(label, NumberTable.read(standardInput(console), label));
        }
        try {
            return new Numbers(source, NumberTable.read(Path.of(source)));
        } catch (InvalidPathException malformed) {
            throw new BadInputException("'" + source + "' cannot be the name of a file.", malformed);
        }
    }

    public NumberTable table() {
        return table;
    }

    /** The names in the header, in lower case and without blanks around them; empty if there is no header. */
    public List<String> columnNames() {
        return table.columnNames().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * A list of numbers: the column of that name, or everything if there are no names or just one column.
     *
     * @throws BadInputException if there are several columns and none has the name, or a number is not finite
     */
    public double[] list(String name) throws BadInputException {
        List<String> names = columnNames();
        int column = names.indexOf(name);
        if (column < 0 && names.size() > 1) {
            throw new BadInputException(
                    label + " has no column '" + name + "' among its " + names.size() + " columns.");
        }
        double[] values = column < 0 ? table.values() : table.column(column);
        int perRow = column < 0 ? table.columns() : 1;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new BadInputException(where(i / perRow) + name + " = " + values[i] + " is not a finite number.");
            }
        }
        return values;
    }

    /** The place of a row, to start a message with. */
    public String where(int row) {
        return label + ", line " + table.line(row) + ": ";
    }

    private static Reader standardInput(Console console) {
        return new InputStreamReader(console.in(), StandardCharsets.UTF_8);
    }
}
