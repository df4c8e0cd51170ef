package org.eigenscope.io.format.text;

import java.io.IOException;
import java.util.List;
import org.eigenscope.error.BadInputException;

/**
 * How a text table is written.
 *
 * @param delimiter what separates cells; {@link #BLANKS} stands for any run of blanks and tabs
 * @param columns how many numbers a row has
 * @param margin how many cells stand before the labels and are always empty: 1 where rows start with a delimiter
 * @param labels what names rows and columns
 * @param trailingDelimiter whether rows end with a delimiter that no cell follows
 * @param style how numbers are written, as far as the first rows tell
 * @param remarks what else a reader should know, as sentence fragments
 */
record TextDialect(
        char delimiter,
        int columns,
        int margin,
        TableLabels labels,
        boolean trailingDelimiter,
        NumberStyle style,
        List<String> remarks) {
    static final char BLANKS = ' ';

    TextDialect {
        remarks = List.copyOf(remarks);
    }

    /**
     * Finds out the dialect of a matrix from its first lines.
     *
     * @param layout what the user says of its names
     * @throws BadInputException if there are no lines of data, or none is left below the names
     */
    static TextDialect ofMatrix(TextInput input, TableLayout layout, String label)
            throws IOException, BadInputException {
        return new DialectSniffer(label, layout, true).sniff(input);
    }

    /**
     * Finds out the dialect of a list, whose columns are told apart by their names, so that none is taken for an index.
     *
     * @throws BadInputException if there are no lines of data
     */
    static TextDialect ofList(TextInput input, String label) throws IOException, BadInputException {
        return new DialectSniffer(label, TableLayout.AUTOMATIC, false).sniff(input);
    }

    int headerLines() {
        return labels.headerLines();
    }

    /** The first cell of a row that is a number. */
    int firstNumber() {
        return margin + labels.labelColumns();
    }

    /** Cells per row: margin, labels and trailing empty cell included. */
    int cells() {
        return firstNumber() + columns + (trailingDelimiter ? 1 : 0);
    }
}
