package org.eigenscope.cli.console;

import java.io.IOException;
import java.util.List;
import org.eigenscope.text.Printable;

/** Columns for people's eyes, padded to their widest cell and two blanks apart. */
public final class TextTable {
    private TextTable() {}

    /** Writes rows of equally many cells. */
    public static void write(List<List<String>> cells, DataOutput out) throws IOException {
        List<List<String>> rows = cells.stream()
                .map(row -> row.stream().map(Printable::of).toList())
                .toList();
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            out.line(line.toString().stripTrailing());
        }
    }
}
