package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.HeatMap;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/** A cell for each depth and abscissa; a cell without a number is shown as missing. */
final class HeatMapPlot {
    private final PlotSource source;
    private final List<PlottedRow> rows = new ArrayList<>();
    private final Map<List<Double>, List<StudyRow>> cells = new HashMap<>();
    private final List<RowPlace> places = new ArrayList<>();

    HeatMapPlot(PlotSource source) throws BadInputException {
        this.source = source;
        String x = source.request().x();
        source.columns().require(x);
        source.columns().require(source.request().y());
        for (StudyRow row : source.rows()) {
            double across = row.number(x);
            double along = row.cells().number(Column.DEPTH);
            if (Double.isFinite(across) && Double.isFinite(along)) {
                cells.computeIfAbsent(List.of(across, along), unseen -> new ArrayList<>())
                        .add(row);
            }
        }
        if (cells.isEmpty()) {
            throw source.noNumbers(x, Column.DEPTH.id());
        }
    }

    List<PlottedRow> rows() {
        return rows;
    }

    /** Where rows are, once the panel is made. */
    List<RowPlace> places() {
        return places;
    }

    Panel panel() throws BadInputException {
        PlotRequest request = source.request();
        double[] xs = cells.keySet().stream()
                .mapToDouble(key -> key.get(0))
                .distinct()
                .sorted()
                .toArray();
        double[] depths = cells.keySet().stream()
                .mapToDouble(key -> key.get(1))
                .distinct()
                .sorted()
                .toArray();
        double[] values = values();
        if (values.length == 0) {
            throw source.noNumbers(request.y());
        }
        AxisScale scale = PlotAxes.scale(request.look().y(), request.y(), values);
        AxisScale across = PlotAxes.abscissa(request.look().x(), request.x(), xs);
        if (xs[0] <= 0 && across == AxisScale.LOG) {
            xs = positive(xs);
        }
        double[] columns = edges(across, xs);
        double[] lines = edges(AxisScale.LINEAR, depths);
        List<HeatMap.Cell> drawn = drawn(scale, xs, columns, depths, lines);
        AxisRange range =
                request.look().y().range().filter(wanted -> wanted.fits(scale)).orElseGet(() -> spanned(scale, drawn));
        String shared = most() > 1 ? ": median" : "";
        String label = request.look().y().label().orElse(PlotColumns.title(request.y()) + shared);
        AxisSpec x = new AxisSpec(
                request.look().x().label().orElse(PlotColumns.title(request.x())),
                across,
                Optional.of(request.look()
                        .x()
                        .range()
                        .filter(wanted -> wanted.fits(across))
                        .orElse(new AxisRange(columns[0], columns[xs.length]))));
        AxisSpec y = new AxisSpec(
                PlotColumns.title(Column.DEPTH.id()),
                AxisScale.LINEAR,
                Optional.of(new AxisRange(lines[0], lines[depths.length])));
        return Panel.of(PlotAxes.chart(request.look(), x, y)).withHeatMap(new HeatMap(drawn, label, scale, range));
    }

    /** What a logarithmic axis can show. */
    private double[] positive(double[] xs) throws BadInputException {
        double[] shown = Arrays.stream(xs).filter(x -> x > 0).toArray();
        if (shown.length == 0) {
            throw new BadInputException("'" + source.request().x()
                    + "' has no positive number, as a logarithmic axis needs; use --axes linear.");
        }
        int all = cells.values().stream().mapToInt(List::size).sum();
        cells.keySet().removeIf(key -> !(key.get(0) > 0));
        source.leftOut(
                all - cells.values().stream().mapToInt(List::size).sum(),
                "not positive, without a place on a logarithmic axis");
        return shown;
    }

    private List<HeatMap.Cell> drawn(AxisScale scale, double[] xs, double[] columns, double[] depths, double[] lines) {
        List<HeatMap.Cell> drawn = new ArrayList<>();
        int missing = 0;
        int lost = 0;
        for (int i = 0; i < xs.length; i++) {
            for (int j = 0; j < depths.length; j++) {
                List<StudyRow> here = cells.getOrDefault(List.of(xs[i], depths[j]), List.of());
                double value = median(here);
                boolean shown = scale.canShow(value);
                missing += shown ? 0 : 1;
                lost += Double.isFinite(value) && !shown ? 1 : 0;
                if (shown) {
                    keep(here, xs[i]);
                    List<Long> numbers = here.stream().map(StudyRow::id).toList();
                    places.add(new RowPlace(0, columns[i], columns[i + 1], lines[j], lines[j + 1], numbers));
                }
                long row = here.size() == 1 ? here.get(0).id() : PointSeries.Point.NO_ROW;
                drawn.add(new HeatMap.Cell(
                        columns[i], columns[i + 1], lines[j], lines[j + 1], shown ? value : Double.NaN, row));
            }
        }
        remarks(missing, lost, drawn.size());
        return drawn;
    }

    private void remarks(int missing, int lost, int all) {
        if (most() > 1) {
            source.remark("A cell is the median of up to " + most() + " rows.");
        }
        if (missing > 0) {
            source.remark(missing + " of " + all + " cells are missing (crossed)"
                    + (lost > 0 ? ", " + lost + " of them not positive on a logarithmic scale." : "."));
        }
    }

    /** How many rows share a cell at most. */
    private int most() {
        return cells.values().stream().mapToInt(List::size).max().orElse(1);
    }

    private double[] values() {
        return cells.values().stream()
                .mapToDouble(this::median)
                .filter(Double::isFinite)
                .toArray();
    }

    private double median(List<StudyRow> here) {
        double[] values = here.stream()
                .mapToDouble(row -> row.number(source.request().y()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return values.length == 0 ? Double.NaN : BandPlot.quantile(values, 0.5);
    }

    private void keep(List<StudyRow> here, double x) {
        for (StudyRow row : here) {
            double value = row.number(source.request().y());
            if (Double.isFinite(value)) {
                rows.add(PlottedRow.of(
                        row,
                        row.cells().text(Column.DEPTH),
                        new PointSeries.Point(x, value, value, value, x, x, row.id())));
            }
        }
    }

    private static AxisRange spanned(AxisScale scale, List<HeatMap.Cell> cells) {
        double[] values = cells.stream()
                .mapToDouble(HeatMap.Cell::value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double least = values[0];
        double most = values[values.length - 1];
        return most > least && new AxisRange(least, most).objection(scale).isEmpty()
                ? new AxisRange(least, most)
                : PlotAxes.around(scale, values, new double[0]);
    }

    /** Half-way between neighbours on the scale, and as far beyond the first and the last. */
    static double[] edges(AxisScale scale, double[] centres) {
        double[] places = Arrays.stream(centres).map(scale::forward).toArray();
        int n = places.length;
        double[] edges = new double[n + 1];
        double width = scale == AxisScale.LOG ? 0.3 : 1;
        double first = n > 1 ? places[1] - places[0] : width;
        double last = n > 1 ? places[n - 1] - places[n - 2] : width;
        edges[0] = places[0] - first / 2;
        edges[n] = places[n - 1] + last / 2;
        for (int i = 1; i < n; i++) {
            edges[i] = (places[i - 1] + places[i]) / 2;
        }
        return Arrays.stream(edges).map(scale::backward).toArray();
    }
}
