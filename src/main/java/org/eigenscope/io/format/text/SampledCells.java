package org.eigenscope.io.format.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The first rows of a text table with what each cell can be; rows may be ragged, and what is not there counts as missing. */
final class SampledCells {
    private final List<List<String>> rows;
    private final CellKind[][] kinds;
    private final int width;

    SampledCells(List<List<String>> rows, NumberStyle style) {
        this.rows = rows;
        this.kinds = rows.stream()
                .map(row -> row.stream().map(cell -> CellKind.of(cell, style)).toArray(CellKind[]::new))
                .toArray(CellKind[][]::new);
        this.width = rows.get(rows.size() - 1).size();
    }

    int rows() {
        return rows.size();
    }

    /** Columns, as the last row has them. */
    int width() {
        return width;
    }

    int width(int row) {
        return rows.get(row).size();
    }

    String text(int row, int column) {
        return column < width(row) ? CellParser.stripped(rows.get(row).get(column)) : "";
    }

    /** A cell of a row that has it, as it is written. */
    String raw(int row, int column) {
        return rows.get(row).get(column);
    }

    CellKind kind(int row, int column) {
        return column < kinds[row].length ? kinds[row][column] : CellKind.MISSING;
    }

    boolean isBlank(int row, int column) {
        return text(row, column).isEmpty();
    }

    /** Whether each cell of a column from a row on is such, one at least a name or a number. */
    boolean column(int column, int fromRow, Predicate<CellKind> such) {
        boolean any = IntStream.range(fromRow, rows()).anyMatch(row -> kind(row, column) != CellKind.MISSING);
        return any && IntStream.range(fromRow, rows()).allMatch(row -> such.test(kind(row, column)));
    }

    /** Whether a name stands in a column from a row on. */
    boolean hasName(int column, int fromRow) {
        return count(column, fromRow, kind -> kind == CellKind.NAME) > 0;
    }

    /** Whether at least half of the numbers in a column are no integers. */
    boolean isMostlyReal(int column, int fromRow) {
        long numbers = count(column, fromRow, CellKind::isNumber);
        return numbers > 0 && 2 * count(column, fromRow, kind -> kind == CellKind.REAL) >= numbers;
    }

    private long count(int column, int fromRow, Predicate<CellKind> such) {
        return IntStream.range(fromRow, rows())
                .filter(row -> such.test(kind(row, column)))
                .count();
    }

    /** Whether at least half of the numbers in each column are no integers. */
    boolean areMostlyReal(int fromColumn, int fromRow) {
        return fromColumn < width
                && IntStream.range(fromColumn, width).allMatch(column -> isMostlyReal(column, fromRow));
    }

    /** Whether a number that is no integer stands there. */
    boolean haveReal(int fromColumn, int fromRow) {
        return IntStream.range(fromColumn, width)
                .anyMatch(column -> count(column, fromRow, kind -> kind == CellKind.REAL) > 0);
    }

    /** The integers of a column. */
    long[] integers(int column, int fromRow) {
        return IntStream.range(fromRow, rows())
                .mapToLong(row -> Long.parseLong(text(row, column)))
                .toArray();
    }
}
