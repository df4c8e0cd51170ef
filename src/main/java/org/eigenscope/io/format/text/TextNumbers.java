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
    private int namesLeft;

    TextNumbers(Reader reader, TextDialect dialect, String label) {
        this.rows = TextRows.open(reader, dialect.delimiter(), label);
        this.dialect = dialect;
        this.parser = CellParser.of(dialect.style());
        this.label = label;
        this.namesLeft = dialect.headerLines();
    }

    /**
     * Reads the next row into {@code out[offset…]}; complex numbers take two places each.
     *
     * @return false after the last row
     * @throws BadInputException naming line and column of a cell that is no number, or the line of a ragged row
     */
    boolean next(double[] out, int offset) throws IOException, BadInputException {
        for (; namesLeft > 0; namesLeft--) {
            rows.next();
        }
        List<String> cells = rows.next();
        if (cells == null) {
            return false;
        }
        refuseRagged(cells);
        int first = dialect.firstNumber();
        for (int column = 0; column < dialect.columns(); column++) {
            try {
                if (dialect.style().isComplex()) {
                    parser.parseComplex(cells.get(first + column), out, offset + 2 * column);
                } else {
                    out[offset + column] = parser.parse(cells.get(first + column));
                }
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
        boolean emptyEnd = cells.get(cells.size() - 1).isBlank();
        if (extra == 0 && dialect.trailingDelimiter() && !emptyEnd) {
            extra = 1;
        } else if (extra == -1 && dialect.trailingDelimiter() || extra == 1 && emptyEnd) {
            extra = 0;
        }
        if (extra != 0) {
            throw new BadInputException(label + ", line " + rows.line() + " has " + (dialect.columns() + extra)
                    + " numbers where the first row has " + dialect.columns() + ".");
        }
    }
}
