package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;

/** A line for each group through the medians of its rows at each abscissa, in a band from their least to their greatest. */
final class BandPlot {
    /** With fewer rows at every abscissa than this, a band ends at the least and the greatest; else at the quartiles. */
    private static final int ENOUGH_FOR_QUARTILES = 5;

    private final PlotData data;
    private final Grouping groups;

    BandPlot(PlotData data, Grouping groups) {
        this.data = data;
        this.groups = groups;
    }

    Panel panel() {
        List<PointSeries> series = new ArrayList<>();
        Map<String, CurveStyle> styles = new LinkedHashMap<>();
        boolean quartiles = isMany();
        groups.split(data.rows()).forEach((group, rows) -> {
            String id = "band-" + series.size();
            styles.put(id, groups.style(group));
            series.add(new PointSeries(
                    id,
                    groups.label(group),
                    points(rows, quartiles),
                    SeriesStyles.marker(series.size()),
                    true,
                    PointSeries.Intervals.BAND));
        });
        AxisSpec y = data.y();
        if (isAnyShared()) {
            String ends = quartiles ? "quartiles" : "least to greatest";
            y = data.source().request().look().y().label().isPresent()
                    ? y
                    : y.withLabel(y.label() + ": median, band " + ends);
            data.source()
                    .remark("Line: median of the rows of a group; band: "
                            + (quartiles
                                    ? "from the lower to the upper quartile."
                                    : "from the least to the greatest."));
        }
        return Panel.of(PlotAxes.chart(data.source().request().look(), data.x(), y))
                .withPoints(series)
                .withStyles(styles);
    }

    private boolean isMany() {
        return hasPlacesOf(ENOUGH_FOR_QUARTILES);
    }

    /** Whether several rows share a place, so that there is a band at all. */
    private boolean isAnyShared() {
        return hasPlacesOf(2);
    }

    private boolean hasPlacesOf(int rowsOrMore) {
        return groups.split(data.rows()).values().stream()
                .flatMap(rows -> byAbscissa(rows).values().stream())
                .anyMatch(rows -> rows.size() >= rowsOrMore);
    }

    private static TreeMap<Double, List<PlottedRow>> byAbscissa(List<PlottedRow> rows) {
        TreeMap<Double, List<PlottedRow>> places = new TreeMap<>();
        rows.forEach(row -> places.computeIfAbsent(row.point().x(), unseen -> new ArrayList<>())
                .add(row));
        return places;
    }

    private static List<PointSeries.Point> points(List<PlottedRow> rows, boolean quartiles) {
        List<PointSeries.Point> points = new ArrayList<>();
        byAbscissa(rows).forEach((x, there) -> {
            double[] values = PlotData.numbers(there, PointSeries.Point::y);
            Arrays.sort(values);
            double lower = quartiles ? quantile(values, 0.25) : values[0];
            double upper = quartiles ? quantile(values, 0.75) : values[values.length - 1];
            long row = there.size() == 1 ? there.get(0).row().id() : PointSeries.Point.NO_ROW;
            points.add(new PointSeries.Point(x, quantile(values, 0.5), lower, upper, x, x, row));
        });
        return points;
    }

    /**
     * The quantile of ascending values, linear between neighbours: (1 − w)·v[k] + w·v[k + 1] at k + w = p·(n − 1), as numpy's default.
     *
     * @param p in [0, 1]
     */
    static double quantile(double[] ascending, double p) {
        double place = p * (ascending.length - 1);
        int below = (int) place;
        double weight = place - below;
        return weight == 0 ? ascending[below] : (1 - weight) * ascending[below] + weight * ascending[below + 1];
    }
}
