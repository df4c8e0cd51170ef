package org.eigenscope.study.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;

/** Reads cells; one whose content is not of the column's type counts as empty. */
final class CellReader {
    private CellReader() {}

    /**
     * The cells of a row of a query.
     *
     * @param from the number of the first column, from 1
     */
    static Cells cells(ResultSet row, List<Column> columns, int from) throws SQLException {
        Map<Column, Object> values = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            Object value = cell(row, columns.get(i), from + i);
            if (value != null) {
                values.put(columns.get(i), value);
            }
        }
        return new Cells(values);
    }

    static Object cell(ResultSet row, Column column, int at) throws SQLException {
        Object value = row.getObject(at);
        return switch (column.type()) {
            case TEXT -> value instanceof String ? value : null;
            case INTEGER ->
                value instanceof Integer || value instanceof Long ? (Object) ((Number) value).longValue() : null;
            case REAL -> value instanceof Number number ? (Object) number.doubleValue() : null;
        };
    }
}
