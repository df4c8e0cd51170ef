package org.eigenscope.io.format.text;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eigenscope.error.BadInputException;

/** The rows of a text table as cells, without blank lines and comments. */
interface TextRows extends Closeable {
    /** The cells of the next row, or null after the last. */
    List<String> next() throws IOException, BadInputException;

    /** The number of the line on which the row last returned starts, from 1. */
    long line();

    /**
     * The rows of a table.
     *
     * @param delimiter what separates cells; a blank stands for any run of blanks and tabs
     * @param label the file, as messages name it
     */
    static TextRows open(Reader reader, char delimiter, String label) {
        return delimiter == TextDialect.BLANKS ? new Spaced(reader, label) : new Delimited(reader, delimiter, label);
    }

    /** The cells of one line. */
    static List<String> split(String line, char delimiter) {
        if (delimiter == TextDialect.BLANKS) {
            return splitAtBlanks(line);
        }
        try {
            return Delimited.builder(delimiter)
                    .ofSingleCsvRecord(Delimited.handler(), line)
                    .getFields();
        } catch (CsvParseException malformed) {
            // an open quote: a row for the reader to complain about, with its line number
            return List.of(line);
        }
    }

    private static List<String> splitAtBlanks(String line) {
        List<String> cells = new ArrayList<>();
        int start = -1;
        boolean quoted = false;
        for (int i = 0; i <= line.length(); i++) {
            boolean end = i == line.length();
            boolean blank = end || !quoted && TextLines.isBlank(line.charAt(i));
            if (!end && line.charAt(i) == '"') {
                quoted = start < 0 || !quoted && line.charAt(start) == '"';
            }
            if (blank && start >= 0) {
                cells.add(unquoted(line.substring(start, i)));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return cells;
    }

    /** Without the quotes around it, which may hold blanks. */
    private static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }

    /** Cells between runs of blanks. */
    final class Spaced implements TextRows {
        private final TextLines lines;

        private Spaced(Reader reader, String label) {
            lines = new TextLines(reader, label);
        }

        @Override
        public List<String> next() throws IOException, BadInputException {
            String line = lines.next();
            return line == null ? null : splitAtBlanks(line);
        }

        @Override
        public long line() {
            return lines.line();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /** Cells between delimiters, quoted or not. */
    final class Delimited implements TextRows {
        private static final int MAX_CELLS = 1 << 24;
        private static final int MAX_CELL_CHARS = 1 << 16;

        private final CsvReader<CsvRecord> csv;
        private final Iterator<CsvRecord> records;
        private final String label;
        private long line;

        private Delimited(Reader reader, char delimiter, String label) {
            this.csv = builder(delimiter).build(handler(), reader);
            this.records = csv.iterator();
            this.label = label;
        }

        private static CsvReader.CsvReaderBuilder builder(char delimiter) {
            return CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .commentStrategy(CommentStrategy.SKIP)
                    .commentCharacter('#')
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true);
        }

        private static CsvRecordHandler handler() {
            return CsvRecordHandler.of(limits ->
                    limits.maxFields(MAX_CELLS).maxFieldSize(MAX_CELL_CHARS).maxRecordSize(TextLines.MAX_LINE_CHARS));
        }

        @Override
        public List<String> next() throws IOException, BadInputException {
            try {
                while (records.hasNext()) {
                    CsvRecord row = records.next();
                    line = row.getStartingLineNumber();
                    if (isData(row)) {
                        return row.getFields();
                    }
                }
                return null;
            } catch (CsvParseException malformed) {
                throw new BadInputException(
                        label + " is malformed after line " + line
                                + ": a quote that does not end, or a cell that is far too long.",
                        malformed);
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }

        private static boolean isData(CsvRecord row) {
            if (row.getFieldCount() == 1) {
                return TextLines.isData(row.getField(0));
            }
            return !TextLines.isRuleStart(row.getField(0)) && !TextLines.isRuleStart(row.getField(1))
                    || !TextLines.isRule(String.join("|", row.getFields()));
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
