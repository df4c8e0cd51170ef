package org.eigenscope.io.format.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.eigenscope.error.BadInputException;

/** The rows of a text table as numbers. */
final class TextNumbers implements Closeable {
    private final TextRows rows;
    private final TextDialect dialect;
    private final CellParser parser;
    private final String label;
    private boolean atStart = true;

    TextNumbers(Reader reader, TextDialect dialect, String label) {
        this.rows = TextRows.open(reader, dialect.delimiter(), label);
        this.dialect = dialect;
        this.parser = new CellParser(dialect.commaAllowed());
        this.label = label;
    }

    /**
     * Reads the next row into {@code out[offset…]}.
     *
     * @return false after the last row
     * @throws BadInputException naming line and column of a cell that is no number, or the line of a ragged row
     */
    boolean next(double[] out, int offset) throws IOException, BadInputException {
        if (atStart && dialect.header()) {
            rows.next();
        }
        atStart = false;
        List<String> cells = rows.next();
        if (cells == null) {
            return false;
        }
        refuseRagged(cells);
        int first = dialect.rowLabels() ? 1 : 0;
        for (int column = 0; column < dialect.columns(); column++) {
            try {
                out[offset + column] = parser.parse(cells.get(first + column));
            } catch (NumberFormatException malformed) {
                throw new BadInputException(
                        label + ", line " + rows.line() + ", column " + (first + column + 1) + ": "
                                + malformed.getMessage() + ".",
                        malformed);
            }
        }
        return true;
    }

    /** The number of the line on which the row last read starts, from 1. */
    long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private void refuseRagged(List<String> cells) throws BadInputException {
        int extra = cells.size() - dialect.cells();
        boolean emptyEnd = extra == 0 && dialect.trailingDelimiter();
        if (emptyEnd && !cells.get(cells.size() - 1).isBlank()) {
            extra = 1;
        } else if (extra == -1 && dialect.trailingDelimiter()) {
            extra = 0;
        }
        if (extra != 0) {
            throw new BadInputException(label + ", line " + rows.line() + " has " + (dialect.columns() + extra)
                    + " numbers where the first row has " + dialect.columns() + ".");
        }
    }
}
