package org.eigenscope.cli.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.Json;
import org.eigenscope.figure.export.write.SpreadsheetText;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.ColumnType;
import org.eigenscope.study.StudyRow;

/** Writes rows as they come: the columns in their order, then the attributes. */
final class RowsOutput {
    private final DataOutput out;
    private final RowsFormat format;
    private final List<String> attributes;
    private boolean first = true;

    /**
     * An output.
     *
     * @param attributes the names of the attributes of all rows
     */
    RowsOutput(DataOutput out, RowsFormat format, List<String> attributes) {
        this.out = out;
        this.format = format;
        this.attributes =
                attributes.stream().filter(name -> Column.byId(name).isEmpty()).toList();
    }

    /** What stands before all rows. */
    void begin() throws IOException {
        if (format == RowsFormat.CSV) {
            List<String> names = new ArrayList<>(
                    Arrays.stream(Column.values()).map(Column::id).toList());
            names.addAll(attributes);
            out.line(String.join(",", names.stream().map(RowsOutput::quoted).toList()));
        } else if (format == RowsFormat.JSON) {
            out.line("[");
        }
        out.flush();
    }

    /** The next row. */
    void write(StudyRow row) throws IOException {
        switch (format) {
            case CSV -> out.line(csv(row));
            case JSON_LINES -> out.line(json(row));
            case JSON -> out.line((first ? "" : ",") + json(row));
        }
        first = false;
        // whoever reads along, or the file after a power failure, has every row that is whole
        out.flush();
    }

    /** What stands after all rows. */
    void end() throws IOException {
        if (format == RowsFormat.JSON) {
            out.line("]");
        }
        out.flush();
    }

    private String csv(StudyRow row) {
        List<String> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            String text = row.cells().text(column);
            cells.add(quoted(column.type() == ColumnType.TEXT ? SpreadsheetText.of(text) : text));
        }
        for (String name : attributes) {
            String text = row.attributes().getOrDefault(name, "");
            boolean number = !Double.isNaN(AttributeNumber.orNaN(text));
            cells.add(quoted(number ? text : SpreadsheetText.of(text)));
        }
        return String.join(",", cells);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private String json(StudyRow row) throws IOException {
        return Json.line(json -> json.object(() -> {
            for (Column column : Column.values()) {
                writeCell(json, column, row.cells());
            }
            for (String name : attributes) {
                String value = row.attributes().get(name);
                if (value != null) {
                    json.field(name, value);
                }
            }
        }));
    }

    private static void writeCell(Json json, Column column, Cells cells) throws IOException {
        Map<Column, Object> values = cells.values();
        if (!values.containsKey(column)) {
            json.field(column.id(), Optional.empty());
        } else if (column.type() == ColumnType.TEXT) {
            json.field(column.id(), cells.text(column));
        } else if (column.type() == ColumnType.INTEGER) {
            json.field(column.id(), (long) values.get(column));
        } else {
            json.field(column.id(), (double) values.get(column));
        }
    }
}
