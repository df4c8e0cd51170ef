package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.study.StudyRow;

/** Counts of a column's values in bins, an outline for each group. */
final class HistogramPlot {
    private static final int FEWEST_BINS = 12;
    private static final int MOST_BINS = 60;
    private static final double HEADROOM = 1.08;

    private final PlotSource source;
    private final Grouping groups;
    private final AxisScale scale;
    private final List<PlottedRow> rows = new ArrayList<>();

    HistogramPlot(PlotSource source, Grouping groups) throws BadInputException {
        this.source = source;
        this.groups = groups;
        String name = source.request().y();
        source.columns().require(name);
        List<StudyRow> with = source.rows().stream()
                .filter(row -> Double.isFinite(row.number(name)))
                .toList();
        if (with.isEmpty()) {
            throw source.noNumbers(name);
        }
        source.leftOut(source.rows().size() - with.size(), "without a number of " + name);
        scale = PlotAxes.abscissa(
                source.request().look().x(),
                name,
                with.stream().mapToDouble(row -> row.number(name)).toArray());
        for (StudyRow row : with) {
            double value = row.number(name);
            if (scale.canShow(value)) {
                rows.add(PlottedRow.of(
                        row, groups.of(row), new PointSeries.Point(value, 1, 1, 1, value, value, row.id())));
            }
        }
        if (rows.isEmpty()) {
            throw new BadInputException(
                    "No value of '" + name + "' is positive, as a logarithmic axis needs; use --axes linear.");
        }
        source.leftOut(with.size() - rows.size(), "not positive, without a place on a logarithmic axis");
    }

    List<PlottedRow> rows() {
        return rows;
    }

    Panel panel() {
        PlotRequest.Look look = source.request().look();
        double[] edges = edges();
        List<StepOutline> outlines = new ArrayList<>();
        double tallest = 1;
        for (Map.Entry<String, List<PlottedRow>> group : groups.split(rows).entrySet()) {
            double[] counts = counts(group.getValue(), edges);
            tallest = Math.max(tallest, Arrays.stream(counts).max().orElse(1));
            outlines.add(new StepOutline(
                    "group-" + outlines.size(),
                    new HistogramSteps(edges, counts, groups.label(group.getKey())),
                    groups.style(group.getKey())));
        }
        AxisRange shown = look.x()
                .range()
                .filter(wanted -> wanted.fits(scale))
                .orElse(new AxisRange(edges[0], edges[edges.length - 1]));
        AxisSpec x = new AxisSpec(
                look.x().label().orElse(PlotColumns.title(source.request().y())), scale, Optional.of(shown));
        AxisRange heights = look.y().range().orElse(new AxisRange(0, HEADROOM * tallest));
        AxisSpec y = new AxisSpec(look.y().label().orElse("matrices"), AxisScale.LINEAR, Optional.of(heights));
        FigureSpec chart = PlotAxes.chart(look, x, y);
        return outlines.size() == 1
                ? Panel.of(chart.withHistogram(outlines.get(0).steps()))
                : Panel.of(chart).withOutlines(outlines);
    }

    /** The bars, each as high as its tallest group, with the rows of all groups. */
    List<RowPlace> places() {
        double[] edges = edges();
        Map<Integer, List<PlottedRow>> bins = new TreeMap<>();
        for (PlottedRow row : rows) {
            bins.computeIfAbsent(bin(row, edges), unseen -> new ArrayList<>()).add(row);
        }
        List<RowPlace> places = new ArrayList<>();
        bins.forEach((bin, inside) -> {
            double tallest = groups.split(inside).values().stream()
                    .mapToInt(List::size)
                    .max()
                    .orElse(0);
            places.add(new RowPlace(
                    0,
                    edges[bin],
                    edges[bin + 1],
                    0,
                    tallest,
                    inside.stream().map(row -> row.row().id()).toList()));
        });
        return places;
    }

    /** Bins of one width on the scale, 2·n^⅓ of them (Rice). */
    private double[] edges() {
        double[] values = PlotData.numbers(rows, PointSeries.Point::x);
        int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, Math.ceil(2 * Math.cbrt(values.length))));
        AxisRange range = PlotAxes.around(scale, values, new double[0]);
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = range.at(scale, (double) i / bins);
        }
        return edges;
    }

    static double[] counts(List<PlottedRow> rows, double[] edges) {
        double[] counts = new double[edges.length - 1];
        for (PlottedRow row : rows) {
            counts[bin(row, edges)]++;
        }
        return counts;
    }

    private static int bin(PlottedRow row, double[] edges) {
        int found = Arrays.binarySearch(edges, row.point().x());
        int bin = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(edges.length - 2, bin));
    }
}
