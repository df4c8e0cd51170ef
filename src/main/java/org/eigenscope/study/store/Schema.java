package org.eigenscope.study.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eigenscope.study.Column;

/** The tables of a study's file. Their columns are those of {@link Column}; the site's page on the format explains them. */
final class Schema {
    /** "EIGS" as a number, in the file's header. */
    static final int APPLICATION_ID = 0x45494753;

    /** Raised whenever an older program could not read what a newer one writes. */
    static final int VERSION = 2;

    static final String VIEW = "survey";

    private Schema() {}

    /** What makes the tables, in order. */
    static List<String> statements() {
        return List.of(
                "CREATE TABLE result (id INTEGER PRIMARY KEY, content TEXT NOT NULL, convention TEXT NOT NULL, options TEXT"
                        + " NOT NULL, " + definitions(Column.ofResult()) + ", UNIQUE (content, convention, options))",
                "CREATE TABLE matrix (id INTEGER PRIMARY KEY, convention TEXT NOT NULL, options TEXT NOT NULL, result INTEGER"
                        + " REFERENCES result (id), failure TEXT, " + definitions(Column.ofMatrix())
                        + ", UNIQUE (source, tensor, base, convention, options))",
                "CREATE INDEX matrix_result ON matrix (result)",
                "CREATE TABLE attribute (matrix INTEGER NOT NULL REFERENCES matrix (id) ON DELETE CASCADE, name TEXT NOT NULL,"
                        + " value TEXT NOT NULL, PRIMARY KEY (matrix, name)) WITHOUT ROWID",
                "CREATE TABLE spectrum (id INTEGER PRIMARY KEY, content TEXT NOT NULL, convention TEXT NOT NULL, matrix_rows"
                        + " INTEGER NOT NULL, matrix_columns INTEGER NOT NULL, kind TEXT NOT NULL, normalization TEXT NOT NULL,"
                        + " zero_tolerance REAL NOT NULL, solver TEXT NOT NULL, accuracy REAL, eigenvalues BLOB NOT NULL,"
                        + " UNIQUE (content, convention))",
                "CREATE TABLE content (path TEXT NOT NULL, tensor TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT"
                        + " NULL, content TEXT NOT NULL, PRIMARY KEY (path, tensor)) WITHOUT ROWID");
    }

    private static String definitions(List<Column> columns) {
        return columns.stream().map(column -> name(column) + " " + type(column)).collect(Collectors.joining(", "));
    }

    private static String type(Column column) {
        boolean identity = column == Column.SOURCE || column == Column.TENSOR || column == Column.BASE;
        return column.type().name() + (identity ? " NOT NULL DEFAULT ''" : "");
    }

    /** A column's name as SQL takes it whatever its keywords are. */
    static String name(Column column) {
        return quoted(column.id());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** What makes the view that has all columns and attributes of a row. */
    static String view(List<String> attributes) {
        List<String> parts = new ArrayList<>();
        parts.add("m.id AS id");
        for (Column column : Column.values()) {
            parts.add(cell(column) + " AS " + name(column));
        }
        for (String attribute : attributes) {
            if (Column.byId(attribute).isEmpty() && !attribute.equals("id")) {
                parts.add("(SELECT value FROM attribute WHERE matrix = m.id AND name = '" + attribute.replace("'", "''")
                        + "') AS " + quoted(attribute));
            }
        }
        return "CREATE VIEW " + VIEW + " AS SELECT " + String.join(", ", parts)
                + " FROM matrix m LEFT JOIN result r ON r.id = m.result";
    }

    /** Where the cell of a column is, with the matrix as m and its result as r. */
    static String cell(Column column) {
        if (column == Column.SKIPPED) {
            return "coalesce(m.failure, r.skipped)";
        }
        if (column == Column.TENSOR || column == Column.BASE) {
            return "nullif(m." + name(column) + ", '')";
        }
        return (column.isResult() ? "r." : "m.") + name(column);
    }
}
