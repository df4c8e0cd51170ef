package org.eigenscope.io.format.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.BadInputException;

/**
 * How a text table is written, guessed from its first lines.
 *
 * @param delimiter what separates cells; {@link #BLANKS} stands for any run of blanks and tabs
 * @param columns how many numbers a row has
 * @param header whether the first line names the columns
 * @param columnNames the names in it, that of the row labels left out; empty without a header
 * @param rowLabels whether rows start with a label instead of a number
 * @param trailingDelimiter whether rows end with a delimiter that no cell follows
 */
record TextDialect(
        char delimiter,
        int columns,
        boolean header,
        List<String> columnNames,
        boolean rowLabels,
        boolean trailingDelimiter) {
    static final char BLANKS = ' ';

    private static final int SAMPLE_LINES = 3;
    private static final char[] DELIMITERS = {';', '\t', ','};

    TextDialect {
        columnNames = List.copyOf(columnNames);
    }

    /**
     * Guesses from the first lines of data.
     *
     * @throws BadInputException if there are none
     */
    static TextDialect sniff(TextInput input, String label) throws IOException, BadInputException {
        List<String> sample = new ArrayList<>();
        try (TextLines lines = new TextLines(input.open(), label)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                sample.add(line);
                if (sample.size() == SAMPLE_LINES) {
                    break;
                }
            }
        }
        if (sample.isEmpty()) {
            throw new BadInputException(label + " holds no numbers.");
        }
        return of(sample);
    }

    /** Whether commas are free to be decimal commas. */
    boolean commaAllowed() {
        return delimiter != ',';
    }

    /** Cells per row, label and trailing empty cell included. */
    int cells() {
        return columns + (rowLabels ? 1 : 0) + (trailingDelimiter ? 1 : 0);
    }

    private static TextDialect of(List<String> sample) {
        char delimiter = delimiter(sample.size() == 1 ? sample : sample.subList(1, sample.size()));
        boolean comma = delimiter != ',';
        List<String> first = withoutBlankEnd(TextRows.split(sample.get(0), delimiter));
        boolean header = sample.size() > 1 && isHeader(first, TextRows.split(sample.get(1), delimiter), comma);
        List<String> cells = TextRows.split(sample.get(header ? 1 : 0), delimiter);
        List<String> row = withoutBlankEnd(cells);
        boolean cornerless = header && first.size() > 1 && first.size() == row.size() - 1;
        boolean labels =
                row.size() > 1 && (cornerless || header && isBlank(first.get(0)) || startsWithLabel(row, comma));
        int columns = row.size() - (labels ? 1 : 0);
        List<String> names = header ? first.subList(labels && !cornerless ? 1 : 0, first.size()) : List.of();
        return new TextDialect(delimiter, columns, header, names, labels, row.size() < cells.size());
    }

    /** The first delimiter in the order of how unlikely it is inside a number. */
    private static char delimiter(List<String> dataLines) {
        for (char candidate : DELIMITERS) {
            if (dataLines.stream().anyMatch(line -> line.indexOf(candidate) >= 0)) {
                return candidate;
            }
        }
        return BLANKS;
    }

    private static List<String> withoutBlankEnd(List<String> cells) {
        int last = cells.size() - 1;
        return last > 0 && isBlank(cells.get(last)) ? cells.subList(0, last) : cells;
    }

    /** Words, or the 0, 1, 2… that data frames write when their columns have no names, over numbers that are not such. */
    private static boolean isHeader(List<String> first, List<String> data, boolean comma) {
        List<String> names = first.size() > 1 && isBlank(first.get(0)) ? first.subList(1, first.size()) : first;
        if (names.stream().allMatch(name -> isName(name, comma))) {
            return true;
        }
        return names.size() > 1
                && countsUp(names)
                && data.stream().anyMatch(cell -> cell.indexOf('.') >= 0 || comma && cell.indexOf(',') >= 0);
    }

    private static boolean countsUp(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).strip().equals(Integer.toString(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithLabel(List<String> row, boolean comma) {
        String cell = row.get(0).strip();
        return !cell.isEmpty()
                && Character.isLetter(cell.charAt(0))
                && isName(cell, comma)
                && CellParser.isNumber(row.get(1), comma);
    }

    private static boolean isName(String cell, boolean comma) {
        return !isBlank(cell) && !CellParser.isNumber(cell, comma);
    }

    private static boolean isBlank(String cell) {
        return cell.isBlank();
    }
}
