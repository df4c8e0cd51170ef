package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.study.StudyRow;

/** The rows of a plot with the numbers of two columns, and the axes for them. */
final class PlotData {
    /** The intervals of more points than this hide the points. */
    private static final int MOST_INTERVALS = 300;

    private final PlotSource source;
    private final AxisSpec x;
    private final AxisSpec y;
    private final List<PlottedRow> rows;

    private PlotData(PlotSource source, AxisSpec x, AxisSpec y, List<PlottedRow> rows) {
        this.source = source;
        this.x = x;
        this.y = y;
        this.rows = rows;
    }

    /** Of the columns that the request names. */
    static PlotData of(PlotSource source, Grouping groups) throws BadInputException {
        PlotRequest request = source.request();
        requireNamed(request.x(), "--x");
        requireNamed(request.y(), "--y");
        source.columns().require(request.x());
        source.columns().require(request.y());
        List<PlottedRow> rows = new ArrayList<>();
        for (StudyRow row : source.rows()) {
            double abscissa = row.number(request.x());
            double ordinate = row.number(request.y());
            if (Double.isFinite(abscissa) && Double.isFinite(ordinate)) {
                rows.add(PlottedRow.of(row, groups.of(row), point(row, request)));
            }
        }
        if (rows.isEmpty()) {
            throw source.noNumbers(request.x(), request.y());
        }
        source.leftOut(source.rows().size() - rows.size(), "without numbers of " + request.x() + " and " + request.y());
        return of(source, rows);
    }

    /** Of points that are there already. */
    static PlotData of(PlotSource source, List<PlottedRow> rows) throws BadInputException {
        PlotRequest request = source.request();
        double[] xs = numbers(rows, PointSeries.Point::x);
        double[] ys = numbers(rows, PointSeries.Point::y);
        AxisScale across = PlotAxes.abscissa(request.look().x(), request.x(), xs);
        AxisScale along = PlotAxes.scale(request.look().y(), request.y(), ys);
        if (request.kind() == PlotKind.COMPARE) {
            // both sides are one column
            double[] both =
                    DoubleStream.concat(Arrays.stream(xs), Arrays.stream(ys)).toArray();
            across = PlotAxes.scale(request.look().y(), request.y(), both);
            along = across;
        }
        return of(source, rows, across, along);
    }

    private static PlotData of(PlotSource source, List<PlottedRow> rows, AxisScale across, AxisScale along)
            throws BadInputException {
        PlotRequest request = source.request();
        List<PlottedRow> shown = rows.stream()
                .filter(row -> across.canShow(row.point().x())
                        && along.canShow(row.point().y()))
                .toList();
        if (shown.isEmpty()) {
            throw new BadInputException("All " + rows.size() + " rows have numbers that are not positive, which have no"
                    + " place on logarithmic axes; use --axes linear.");
        }
        source.leftOut(rows.size() - shown.size(), "not positive, without a place on a logarithmic axis");
        AxisSpec x = PlotAxes.of(
                request.look().x(),
                PlotColumns.title(request.x()),
                across,
                numbers(shown, PointSeries.Point::x),
                DoubleStream.concat(
                                shown.stream().mapToDouble(row -> row.point().left()),
                                shown.stream().mapToDouble(row -> row.point().right()))
                        .toArray());
        AxisSpec y = PlotAxes.of(
                request.look().y(),
                PlotColumns.title(request.y()),
                along,
                numbers(shown, PointSeries.Point::y),
                DoubleStream.concat(
                                shown.stream().mapToDouble(row -> row.point().lower()),
                                shown.stream().mapToDouble(row -> row.point().upper()))
                        .toArray());
        return new PlotData(source, x, y, shown);
    }

    private static void requireNamed(String name, String option) throws BadInputException {
        if (name.isEmpty()) {
            throw new BadInputException("This plot needs " + option + " with the name of a column or attribute.");
        }
    }

    private static PointSeries.Point point(StudyRow row, PlotRequest request) {
        double x = row.number(request.x());
        double y = row.number(request.y());
        double[] along = intervalOf(row, request.y(), y);
        double[] across = intervalOf(row, request.x(), x);
        return new PointSeries.Point(x, y, along[0], along[1], across[0], across[1], row.id());
    }

    static double[] intervalOf(StudyRow row, String column, double value) {
        Optional<double[]> interval = PlotColumns.interval(row, column);
        return interval.orElse(new double[] {value, value});
    }

    static double[] numbers(List<PlottedRow> rows, ToDoubleFunction<PointSeries.Point> number) {
        return rows.stream().map(PlottedRow::point).mapToDouble(number).toArray();
    }

    PlotSource source() {
        return source;
    }

    AxisSpec x() {
        return x;
    }

    AxisSpec y() {
        return y;
    }

    List<PlottedRow> rows() {
        return rows;
    }

    /** Whether any row has an interval on the ordinate. */
    boolean hasIntervals() {
        return rows.stream().anyMatch(row -> row.point().hasInterval());
    }

    /** Whether they are drawn: with very many points the table and the file of the plot have them. */
    boolean drawsIntervals() {
        return rows.size() <= MOST_INTERVALS;
    }

    /** Different abscissae. */
    double[] abscissae() {
        return Arrays.stream(numbers(rows, PointSeries.Point::x))
                .distinct()
                .sorted()
                .toArray();
    }
}
