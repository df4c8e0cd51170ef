package org.eigenscope.io.format.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which of the first columns of a table hold integers that name its rows. A column does if
 *
 * <ul>
 *   <li>it repeats the column names, as in a correlation matrix;
 *   <li>it counts by ones, over rows whose other cells are not all integers (or from 0 or 1 under a name);
 *   <li>it ascends or descends under a name, and most other cells are no integers;
 *   <li>it has a name that data frames give an index, such as id or level_0, and no value twice;
 *   <li>together with the columns beside it, it ascends as the levels of an index do.
 * </ul>
 */
final class IntegerLabels {
    private static final Pattern USUAL_NAME = Pattern.compile(
            "index|idx|ids?|.*[_ .]id|row|rows|row[_ .]?names?|no|nr|obs|sample|label|name|level_\\d+|unnamed: ?\\d+.*",
            Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_ROWS = 3;

    private final SampledCells cells;
    private final int header;

    /** @param header how many lines of names there are */
    IntegerLabels(SampledCells cells, int header) {
        this.cells = cells;
        this.header = header;
    }

    /** Whether data frames call an index so. */
    static boolean isUsualName(String name) {
        return USUAL_NAME.matcher(name).matches();
    }

    /** Whether a column counts by ones from some row on. */
    static boolean count(SampledCells cells, int column, int fromRow) {
        if (!cells.column(column, fromRow, kind -> kind == CellKind.INTEGER)) {
            return false;
        }
        long[] values = cells.integers(column, fromRow);
        return steps(values).allMatch(step -> step == 1) || steps(values).allMatch(step -> step == -1);
    }

    /** How many columns from the given one on name rows. */
    int from(int column) {
        int levels = levels(column);
        if (levels > 0) {
            return levels;
        }
        int end = column;
        while (end < cells.width() - 1 && (end == column ? isLabel(end) : isUsualIndex(end))) {
            end++;
        }
        return end - column;
    }

    private boolean isLabel(int column) {
        if (repeatsColumnNames(column)) {
            return true;
        }
        if (!cells.column(column, header, kind -> kind == CellKind.INTEGER)) {
            return false;
        }
        return isUsualIndex(column) || isCount(column) || isMonotone(column);
    }

    private boolean repeatsColumnNames(int column) {
        boolean namedCorner = header > 0
                && !cells.kind(0, column).isNumber()
                && cells.rows() - header >= 2
                && cells.width(0) == cells.width();
        return namedCorner
                && IntStream.range(header, Math.min(cells.rows(), header + cells.width() - column - 1))
                        .allMatch(row -> cells.text(row, column).equals(cells.text(0, column + 1 + row - header)));
    }

    private boolean isUsualIndex(int column) {
        if (header == 0 || !isUsualName(cells.text(0, column))) {
            return false;
        }
        Set<String> values = new HashSet<>();
        return cells.column(column, header, kind -> kind == CellKind.INTEGER)
                && IntStream.range(header, cells.rows()).allMatch(row -> values.add(cells.text(row, column)));
    }

    private boolean isCount(int column) {
        int rows = cells.rows() - header;
        if (rows < FEWEST_ROWS || !count(cells, column, header)) {
            return false;
        }
        long first = cells.integers(column, header)[0];
        boolean fromStart = first == 0 || first == 1;
        if (header == 0) {
            return fromStart && cells.areMostlyReal(column + 1, header);
        }
        return cells.haveReal(column + 1, header) || fromStart && rows > FEWEST_ROWS && isNamed(column);
    }

    private boolean isMonotone(int column) {
        if (header == 0 || cells.rows() - header < FEWEST_ROWS || !cells.areMostlyReal(column + 1, header)) {
            return false;
        }
        long[] values = cells.integers(column, header);
        return steps(values).allMatch(step -> step > 0) || steps(values).allMatch(step -> step < 0);
    }

    private boolean isNamed(int column) {
        return cells.kind(0, column) == CellKind.NAME;
    }

    /** The levels of an index: integers that ascend together, from row to row or below an equal word. */
    private int levels(int column) {
        int end = column;
        while (end < cells.width() && cells.column(end, header, kind -> kind == CellKind.INTEGER)) {
            end++;
        }
        boolean several = end - column > 1 || column > 0 && end > column;
        boolean believed = header > 0 && several && cells.rows() - header > FEWEST_ROWS;
        if (!believed || !cells.areMostlyReal(end, header)) {
            return 0;
        }
        int repeated = 0;
        for (int row = header + 1; row < cells.rows(); row++) {
            if (sameWords(row, column)) {
                repeated++;
                if (!ascends(row, column, end)) {
                    return 0;
                }
            }
        }
        return repeated > 0 ? end - column : 0;
    }

    private boolean sameWords(int row, int before) {
        return IntStream.range(0, before)
                .allMatch(column -> cells.text(row, column).equals(cells.text(row - 1, column)));
    }

    private boolean ascends(int row, int from, int to) {
        for (int column = from; column < to; column++) {
            int order =
                    Long.compare(Long.parseLong(cells.text(row, column)), Long.parseLong(cells.text(row - 1, column)));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    private static LongStream steps(long[] values) {
        return IntStream.range(1, values.length).mapToLong(i -> values[i] - values[i - 1]);
    }
}
