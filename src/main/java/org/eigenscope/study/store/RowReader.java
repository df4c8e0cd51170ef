package org.eigenscope.study.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;

/** Reads rows, in the order in which they came into the study. */
final class RowReader {
    private static final String FROM = " FROM matrix m LEFT JOIN result r ON r.id = m.result";

    private final Connection connection;

    RowReader(Connection connection) {
        this.connection = connection;
    }

    /** Every row, one at a time. */
    void forEach(Consumer<StudyRow> visitor) throws SQLException {
        Map<Long, Map<String, String>> attributes = attributes();
        List<Column> columns = Arrays.asList(Column.values());
        String cells = columns.stream().map(Schema::cell).collect(Collectors.joining(", "));
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT m.id, r.content, m.convention, m.options, " + cells + FROM + " ORDER BY m.id");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                visitor.accept(row(found, columns, attributes));
            }
        }
    }

    private static StudyRow row(ResultSet found, List<Column> columns, Map<Long, Map<String, String>> attributes)
            throws SQLException {
        long id = found.getLong(1);
        String content = found.getString(2);
        StudyKey key = new StudyKey(
                content == null ? "" : content, String.valueOf(found.getString(3)), String.valueOf(found.getString(4)));
        Cells cells = CellReader.cells(found, columns, 5);
        return new StudyRow(id, key, cells, attributes.getOrDefault(id, Map.of()));
    }

    private Map<Long, Map<String, String>> attributes() throws SQLException {
        Map<Long, Map<String, String>> all = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT matrix, name, value FROM attribute ORDER BY matrix, name");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                all.computeIfAbsent(found.getLong(1), id -> new LinkedHashMap<>())
                        .put(String.valueOf(found.getString(2)), String.valueOf(found.getString(3)));
            }
        }
        return all;
    }

    /** The numbers of the rows, in order. */
    List<Long> ids() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM matrix ORDER BY id");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                ids.add(found.getLong(1));
            }
        }
        return ids;
    }

    /** One column, in the order of the rows; empty cells are null. */
    List<Object> column(Column column) throws SQLException {
        List<Object> values = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT " + Schema.cell(column) + FROM + " ORDER BY m.id");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                values.add(CellReader.cell(found, column, 1));
            }
        }
        return values;
    }

    /** One attribute by the number of the row. */
    Map<Long, String> attribute(String name) throws SQLException {
        Map<Long, String> values = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT matrix, value FROM attribute WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    values.put(found.getLong(1), String.valueOf(found.getString(2)));
                }
            }
        }
        return values;
    }
}
