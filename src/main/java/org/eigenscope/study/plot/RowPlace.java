package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where rows are in a plot, so that a window can find them: at a point, or in a rectangle as of a bar or a cell.
 *
 * @param panel which panel, from 0
 * @param left the lower end on the abscissa
 * @param right the upper end, equal for a point
 * @param bottom the lower end on the ordinate
 * @param top the upper end, equal for a point
 * @param rows the numbers of the rows
 */
public record RowPlace(int panel, double left, double right, double bottom, double top, List<Long> rows) {
    public RowPlace {
        if (!(left <= right) || !(bottom <= top)) {
            throw new IllegalArgumentException(
                    "place [" + left + ", " + right + "] × [" + bottom + ", " + top + "] is not in order");
        }
        rows = List.copyOf(rows);
    }

    /** Whether it is a point. */
    public boolean isPoint() {
        return left == right && bottom == top;
    }

    /** The points of rows, and of those that they are compared with. */
    static List<RowPlace> ofPoints(List<PlottedRow> rows) {
        List<RowPlace> places = new ArrayList<>();
        for (PlottedRow row : rows) {
            List<Long> numbers = row.other().isPresent()
                    ? List.of(row.row().id(), row.other().get().id())
                    : List.of(row.row().id());
            places.add(of(0, row.point().x(), row.point().y(), numbers));
        }
        return places;
    }

    /** Points of a line, one for each row; values that are not finite are nowhere. */
    static List<RowPlace> ofLine(int panel, List<PlottedRow> rows, double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .mapToObj(i -> of(panel, x[i], y[i], List.of(rows.get(i).row().id())))
                .toList();
    }

    private static RowPlace of(int panel, double x, double y, List<Long> rows) {
        return new RowPlace(panel, x, x, y, y, rows);
    }
}
