package org.eigenscope.study;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cells by column: a {@link String}, {@link Long} or {@link Double} as the column's type says; empty cells are left out. Immutable.
 *
 * @param values the cells
 */
public record Cells(Map<Column, Object> values) {
    /** No cell. */
    public static final Cells NONE = new Cells(Map.of());

    /** @throws IllegalArgumentException if a cell is not of its column's type */
    public Cells {
        EnumMap<Column, Object> copy = new EnumMap<>(Column.class);
        copy.putAll(values);
        copy.forEach(Cells::requireType);
        values = Collections.unmodifiableMap(copy);
    }

    private static void requireType(Column column, Object value) {
        boolean fits = switch (column.type()) {
            case TEXT -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case REAL -> value instanceof Double;
        };
        if (!fits) {
            throw new IllegalArgumentException(column.id() + " = " + value + " is not of its type");
        }
    }

    /** The cells that are known of a matrix before anything is computed. */
    public static Cells of(StudyMatrix matrix) {
        EnumMap<Column, Object> values = new EnumMap<>(Column.class);
        for (Column column : Column.ofMatrix()) {
            put(values, column, column.of(matrix));
        }
        return new Cells(values);
    }

    /** The cells that are computed. */
    public static Cells of(Measurement measurement) {
        EnumMap<Column, Object> values = new EnumMap<>(Column.class);
        for (Column column : Column.ofResult()) {
            put(values, column, column.of(measurement));
        }
        return new Cells(values);
    }

    /** The one cell of a matrix that nothing could be computed of. */
    public static Cells skipped(String reason) {
        return new Cells(Map.of(Column.SKIPPED, reason));
    }

    private static void put(Map<Column, Object> values, Column column, Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    /** These cells and others; where both have one, that of the others. */
    public Cells with(Cells others) {
        Map<Column, Object> all = new EnumMap<>(Column.class);
        all.putAll(values);
        all.putAll(others.values);
        return new Cells(all);
    }

    /** The cells of some columns. */
    public Cells only(List<Column> columns) {
        Map<Column, Object> some = new EnumMap<>(Column.class);
        columns.forEach(column -> put(some, column, values.get(column)));
        return new Cells(some);
    }

    /** A cell as text, numbers in their shortest form; empty for an empty one. */
    public String text(Column column) {
        return Optional.ofNullable(values.get(column)).map(Object::toString).orElse("");
    }

    /** A cell as a number; NaN for an empty one and for text. */
    public double number(Column column) {
        return values.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    public boolean has(Column column) {
        return values.containsKey(column);
    }
}
