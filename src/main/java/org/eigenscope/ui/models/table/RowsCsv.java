package org.eigenscope.ui.models.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.figure.export.write.SpreadsheetText;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;

/**
 * The table as it is shown, as CSV: its columns, its rows and their order, numbers with all their digits.
 *
 * @param columns from left to right
 * @param rows from top to bottom
 */
record RowsCsv(List<Field> columns, List<StudyRow> rows) {
    RowsCsv {
        columns = List.copyOf(Objects.requireNonNull(columns, "columns"));
        rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws EigenscopeException if it cannot be written
     */
    void write(Path file) throws EigenscopeException {
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        SafeFile.write(file, out -> out.write(bytes));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                columns.stream().map(column -> SpreadsheetText.of(column.id())).toList());
        for (StudyRow row : rows) {
            line(text, columns.stream().map(column -> cell(column, row)).toList());
        }
        return text.toString();
    }

    private static String cell(Field column, StudyRow row) {
        String text = column.text(row);
        boolean number = column.column().isPresent() ? column.numeric() : !Double.isNaN(AttributeNumber.orNaN(text));
        return number ? text : SpreadsheetText.of(text);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(RowsCsv::quoted).toList()))
                .append('\n');
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
