package org.eigenscope.io.format.text;

import java.util.List;
import java.util.stream.IntStream;

/** Tells names of rows and columns from data by what they are, unless the user says which they are. */
final class LabelRules {
    private static final int ROWS_NAMED = 4;

    private final SampledCells cells;
    private final TableLayout layout;
    private final boolean ofMatrix;

    LabelRules(List<List<String>> rows, NumberStyle style, TableLayout layout, boolean ofMatrix) {
        this.cells = new SampledCells(rows, style);
        this.layout = layout;
        this.ofMatrix = ofMatrix;
    }

    TableLabels find() {
        // the later half are data for sure
        int body = Math.max(cells.rows() > 1 ? 1 : 0, cells.rows() - Math.max(1, cells.rows() / 2));
        int names = nameColumns(body);
        HeaderRules rules = new HeaderRules(cells, names, body);
        int header = layout.headerLines().orElseGet(rules::lines);
        boolean cornerless = header > 0 && rules.isCornerless();
        int words = areNames(names, header) ? names : 0;
        int labels = layout.labelColumns().orElseGet(() -> labelColumns(header, words, cornerless));
        int first = cornerless ? Math.max(0, labels - 1) : labels;
        List<String> columnNames = header == 0
                ? List.of()
                : IntStream.range(Math.min(first, cells.width(0)), cells.width(0))
                        .mapToObj(column -> cells.raw(0, column))
                        .toList();
        List<String> rowNames = labels == 0
                ? List.of()
                : IntStream.range(header, Math.min(cells.rows(), header + ROWS_NAMED))
                        .mapToObj(row -> cells.text(row, 0))
                        .toList();
        return new TableLabels(header, columnNames, labels, rowNames);
    }

    /** Leading columns of words, and of integers that name rows before these, where numbers follow. */
    private int nameColumns(int body) {
        int end = 0;
        for (int column = 0; column < cells.width() - 1 && (isWords(column, body) || isIndex(column, body)); column++) {
            end = isWords(column, body) ? column + 1 : end;
        }
        return cells.column(end, body, kind -> kind.isNumber() || kind == CellKind.MISSING) ? end : 0;
    }

    private boolean isWords(int column, int body) {
        return cells.hasName(column, body)
                && cells.column(column, body, kind -> kind == CellKind.NAME || kind == CellKind.MISSING);
    }

    private boolean isIndex(int column, int body) {
        boolean called = cells.isBlank(0, column) || IntegerLabels.isUsualName(cells.text(0, column));
        return cells.column(column, body, kind -> kind == CellKind.INTEGER)
                && (called || IntegerLabels.count(cells, column, body));
    }

    /** Whether no row below the names has a number among its labels, unless a column counts. */
    private boolean areNames(int columns, int header) {
        return IntStream.range(0, columns).allMatch(column -> isWords(column, header) || isIndex(column, header));
    }

    private int labelColumns(int header, int names, boolean cornerless) {
        if (cornerless) {
            return Math.max(1, names);
        }
        int labels = Math.max(names, header > 0 ? blankCorner() : 0);
        return ofMatrix ? labels + new IntegerLabels(cells, header).from(labels) : labels;
    }

    /** How many of the first cells of the first line are empty, over rows that have something there. */
    private int blankCorner() {
        int end = 0;
        while (end < cells.width() - 1 && cells.isBlank(0, end) && !cells.isBlank(cells.rows() - 1, end)) {
            end++;
        }
        return end;
    }
}
