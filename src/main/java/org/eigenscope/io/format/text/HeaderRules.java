package org.eigenscope.io.format.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which of the first lines of a table name its columns. A line does if
 *
 * <ul>
 *   <li>it holds words where the rows below hold numbers, and nothing but words;
 *   <li>it starts with a word or nothing over row labels, and goes on with integers or ascending numbers (years, positions,
 *       wavelengths) that are not such below;
 *   <li>it holds nothing but integers that count, or ascend, over numbers that are not integers;
 *   <li>under another such line, it repeats one of these, or names the row labels alone.
 * </ul>
 */
final class HeaderRules {
    private static final int MOST_LINES = 8;
    private static final int FEWEST_ASCENDING = 3;

    private final SampledCells cells;
    private final int nameColumns;
    private final int body;
    private final boolean numbersBelow;

    /**
     * @param nameColumns how many columns hold words in the rows that are data for sure
     * @param body the first of these
     */
    HeaderRules(SampledCells cells, int nameColumns, int body) {
        this.cells = cells;
        this.nameColumns = nameColumns;
        this.body = body;
        this.numbersBelow = IntStream.range(0, cells.width())
                .anyMatch(column -> cells.column(column, body, kind -> kind.isNumber() || kind == CellKind.MISSING));
    }

    /** How many lines of names there are. */
    int lines() {
        int lines = 0;
        while (lines < Math.min(MOST_LINES, cells.rows() - 1) && isHeader(lines)) {
            lines++;
        }
        return lines;
    }

    /** Whether the first line names every column but that of the row labels. */
    boolean isCornerless() {
        return cells.rows() > 1 && cells.width(0) > 1 && cells.width(0) == cells.width() - 1;
    }

    private boolean isHeader(int row) {
        if (row == 0 && isCornerless()) {
            boolean integers = isInteger(0, 0, cells.width(0)) && isAscending(0, 0, cells.width(0));
            return isWords(0, 0, cells.width(0)) || integers && cells.areMostlyReal(1, body);
        }
        int labels = Math.max(nameColumns, 1);
        boolean blankCorner = IntStream.range(0, labels).allMatch(column -> cells.isBlank(row, column));
        int first = nameColumns > 0 && nameColumns < cells.width() ? nameColumns : blankCorner ? 1 : 0;
        if (isWords(row, first, cells.width())) {
            return row == 0 || numbersBelow;
        }
        if (!numbersBelow) {
            return false;
        }
        if (row > 0 && namesLabelsAlone(row)) {
            return true;
        }
        if (!isNumbers(row, labels)) {
            return row == 0 && isMixed(row);
        }
        if (blankCorner) {
            return isUnderBlankCorner(row, labels);
        }
        boolean namedCorner = IntStream.range(0, labels)
                .allMatch(column -> cells.isBlank(row, column) || cells.kind(row, column) == CellKind.NAME);
        return namedCorner ? isUnderNamedCorner(row, labels) : row == 0 && countsOverReals();
    }

    /** Nothing but words and gaps, most of them words. */
    private boolean isWords(int row, int from, int to) {
        long words = titles(row, from, to);
        long gaps = IntStream.range(from, to)
                .filter(column -> cells.kind(row, column) == CellKind.MISSING)
                .count();
        return words > 0 && words >= gaps && words + gaps == to - from;
    }

    /** Words and integers, such as id, a, 2001, 2002: words stand over no words, and integers over no integers. */
    private boolean isMixed(int row) {
        boolean fits = IntStream.range(nameColumns, cells.width())
                .allMatch(column -> cells.kind(row, column) == CellKind.INTEGER
                        ? cells.isMostlyReal(column, body)
                        : column == 0 && cells.isBlank(row, 0)
                                || cells.kind(row, column).isTitle());
        long titles = titles(row, Math.max(nameColumns, 1), cells.width());
        boolean cornered = !cells.kind(row, 0).isNumber();
        // beside enough words, a name such as 50% is one too
        boolean mostlyWords = cornered && 2 * titles >= cells.width() - Math.max(nameColumns, 1);
        return titles > 0 && (fits || mostlyWords);
    }

    private long titles(int row, int from, int to) {
        return IntStream.range(from, to)
                .filter(column -> cells.kind(row, column).isTitle())
                .count();
    }

    private boolean namesLabelsAlone(int row) {
        boolean gaps = IntStream.range(1, cells.width())
                .allMatch(column ->
                        cells.kind(row, column) != CellKind.REAL && cells.kind(row, column) != CellKind.INTEGER);
        return gaps && cells.kind(row, 0) == CellKind.NAME && cells.isBlank(row, cells.width() - 1);
    }

    private boolean isUnderBlankCorner(int row, int labels) {
        boolean labelled = IntStream.range(body, cells.rows()).noneMatch(r -> cells.isBlank(r, 0));
        boolean counted = nameColumns > 0 || IntegerLabels.count(cells, 0, body);
        boolean names = isInteger(row, labels, cells.width())
                ? counted || cells.haveReal(labels, body)
                : counted && isAscending(row, labels, cells.width());
        return labelled && names;
    }

    private boolean isUnderNamedCorner(int row, int labels) {
        boolean ascending = isAscending(row, labels, cells.width());
        boolean integers = isInteger(row, labels, cells.width());
        if (cells.width() - labels < 2) {
            return false;
        }
        if (nameColumns == 0) {
            return integers || ascending && cells.width() - labels >= FEWEST_ASCENDING;
        }
        boolean known =
                IntStream.range(0, labels).anyMatch(column -> IntegerLabels.isUsualName(cells.text(row, column)));
        // the next level of a frame's columns, below a named one
        boolean nextLevel = row > 0 && cells.kind(0, 0) == CellKind.NAME && cells.areMostlyReal(labels, body);
        return integers && (nextLevel || row == 0 && ascending && (known || cells.haveReal(labels, body)));
    }

    private boolean countsOverReals() {
        int width = cells.width();
        if (nameColumns > 0 || width < 2 || !isInteger(0, 0, width) || !isAscending(0, 0, width)) {
            return false;
        }
        long first = Long.parseLong(cells.text(0, 0));
        boolean counts = first == 0 && Long.parseLong(cells.text(0, width - 1)) == width - 1;
        return counts && cells.haveReal(0, body) || width >= FEWEST_ASCENDING && cells.areMostlyReal(0, body);
    }

    private boolean isNumbers(int row, int from) {
        return from < cells.width()
                && IntStream.range(from, cells.width())
                        .allMatch(column -> cells.kind(row, column).isNumber());
    }

    private boolean isInteger(int row, int from, int to) {
        return IntStream.range(from, to).allMatch(column -> cells.kind(row, column) == CellKind.INTEGER);
    }

    private boolean isAscending(int row, int from, int to) {
        try {
            double[] values = IntStream.range(from, to)
                    .mapToDouble(column -> Double.parseDouble(cells.text(row, column)))
                    .toArray();
            double[] sorted = Arrays.stream(values).distinct().sorted().toArray();
            return Arrays.equals(values, sorted);
        } catch (NumberFormatException withMarks) {
            return false;
        }
    }
}
