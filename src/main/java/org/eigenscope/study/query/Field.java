package org.eigenscope.study.query;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.Column;
import org.eigenscope.study.ColumnType;
import org.eigenscope.study.StudyRow;

/**
 * A column of results or an attribute, as the table, the filter and the plots ask for it.
 *
 * @param id its name in files, in the filter and above the table
 * @param column the column; empty for an attribute
 * @param numeric whether its cells are numbers
 */
public record Field(String id, Optional<Column> column, boolean numeric) {
    public Field {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(column, "column");
    }

    /** A column of results. */
    public static Field of(Column column) {
        return new Field(column.id(), Optional.of(column), column.type() != ColumnType.TEXT);
    }

    /** An attribute. */
    public static Field attribute(String name, boolean numeric) {
        return new Field(name, Optional.empty(), numeric);
    }

    /** Its cell as a number; NaN if it is empty or text. */
    public double number(StudyRow row) {
        return column.isPresent()
                ? row.cells().number(column.get())
                : AttributeNumber.orNaN(row.attributes().getOrDefault(id, ""));
    }

    /** Its cell as text, numbers in their shortest form; empty if it is. */
    public String text(StudyRow row) {
        return column.isPresent()
                ? row.cells().text(column.get())
                : row.attributes().getOrDefault(id, "");
    }

    /** Whether its numbers are whole where every program writes them so; steps and the like come as attributes. */
    public boolean isCount() {
        return column.isEmpty()
                || column.get().type() == ColumnType.INTEGER
                || column.get() == Column.STEP
                || column.get() == Column.EPOCH;
    }

    /** What an axis or a head of a column is called, with its unit. */
    public String title() {
        return unit().isEmpty() ? id : id + " (" + unit() + ")";
    }

    /** What it is, in a few words. */
    public String meaning() {
        return column.map(Column::meaning).orElse("attribute of the file");
    }

    private String unit() {
        return column.map(Column::unit).orElse("");
    }

    @Override
    public String toString() {
        return id;
    }
}
