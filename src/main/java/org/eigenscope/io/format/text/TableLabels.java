package org.eigenscope.io.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What names the rows and columns of a text table.
 *
 * @param headerLines how many lines of names there are above the numbers
 * @param columnNames the names in the first of them, those of the labels left out; empty without such lines
 * @param labelColumns how many cells name a row
 * @param rowNames the first labels of the rows, for messages
 */
record TableLabels(int headerLines, List<String> columnNames, int labelColumns, List<String> rowNames) {
    private static final int NAMES_SHOWN = 3;
    private static final int CHARS_SHOWN = 16;

    TableLabels {
        columnNames = List.copyOf(columnNames);
        rowNames = List.copyOf(rowNames);
    }

    /** What was taken for names, as a sentence fragment; empty if nothing was. */
    String note() {
        List<String> parts = new ArrayList<>();
        if (headerLines > 0) {
            parts.add((headerLines == 1 ? "line 1" : "lines 1 to " + headerLines) + " as column names ("
                    + some(columnNames) + ")");
        }
        if (labelColumns > 0) {
            parts.add((labelColumns == 1 ? "column 1" : "columns 1 to " + labelColumns) + " as row labels ("
                    + some(rowNames) + ")");
        }
        return parts.isEmpty() ? "" : "taken: " + String.join(", ", parts);
    }

    private static String some(List<String> names) {
        String shown =
                names.stream().limit(NAMES_SHOWN).map(TableLabels::shortened).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? shown + ", …" : shown;
    }

    private static String shortened(String name) {
        String text = name.strip();
        return text.length() <= CHARS_SHOWN ? text : text.substring(0, CHARS_SHOWN) + "…";
    }
}
