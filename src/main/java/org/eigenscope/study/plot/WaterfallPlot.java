package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.StudyRow;

/** The densities of log₁₀ λ of rows, each a step above the one before, in the order of a column. */
final class WaterfallPlot {
    private static final int MOST = 100;
    private static final int MOST_BINS = 80;
    private static final int FEWEST_BINS = 24;
    private static final int LABELS = 6;
    /** How high the tallest density rises, in steps between neighbours. */
    private static final double OVERLAP = 2.2;

    private final PlotSource source;
    private final List<PlottedRow> rows = new ArrayList<>();
    private final List<double[]> spectra = new ArrayList<>();

    WaterfallPlot(PlotSource source) throws BadInputException {
        this.source = source;
        String order = source.request().x();
        source.columns().require(order);
        List<StudyRow> ordered = source.rows().stream()
                .filter(row -> Double.isFinite(row.number(order)))
                .sorted(Comparator.comparingDouble(row -> row.number(order)))
                .toList();
        if (ordered.isEmpty()) {
            throw source.noNumbers(order);
        }
        if (ordered.size() > MOST) {
            throw new BadInputException("A waterfall of " + ordered.size() + " matrices cannot be read; choose at most "
                    + MOST + ", one layer of them or with a filter such as step>=1000.");
        }
        source.leftOut(source.rows().size() - ordered.size(), "without a number of " + order);
        int without = 0;
        for (StudyRow row : ordered) {
            double[] positive = source.spectra().of(row).map(Spectrum::positive).orElse(new double[0]);
            if (positive.length < 2) {
                without++;
                continue;
            }
            double place = spectra.size();
            rows.add(PlottedRow.of(
                    row,
                    PlotColumns.text(row, order),
                    new PointSeries.Point(
                            row.number(order), place, place, place, row.number(order), row.number(order), row.id())));
            spectra.add(positive);
        }
        if (rows.isEmpty()) {
            throw new BadInputException("The study has kept no eigenvalues of these " + ordered.size()
                    + " rows; survey them without --no-spectra.");
        }
        source.leftOut(without, "without positive eigenvalues in the study");
    }

    List<PlottedRow> rows() {
        return rows;
    }

    Panel panel() {
        PlotRequest request = source.request();
        double least = spectra.stream().mapToDouble(values -> values[0]).min().orElseThrow();
        double most = spectra.stream()
                .mapToDouble(values -> values[values.length - 1])
                .max()
                .orElseThrow();
        AxisRange all = PlotAxes.around(AxisScale.LOG, new double[] {least, most}, new double[0]);
        double tallest = 0;
        List<double[][]> outlines = new ArrayList<>();
        for (double[] values : spectra) {
            double[][] outline = outline(values, all);
            outlines.add(outline);
            tallest = Math.max(tallest, Arrays.stream(outline[1]).max().orElse(0));
        }
        List<String> orders = rows.stream().map(PlottedRow::group).distinct().toList();
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double place = i;
            double unit = OVERLAP / tallest;
            double[] heights = Arrays.stream(outlines.get(i)[1])
                    .map(height -> place + unit * height)
                    .toArray();
            CurveRole role = new CurveRole(
                    "row-" + rows.get(i).row().id() + "-" + i,
                    Grouping.shade(orders.indexOf(rows.get(i).group()), orders.size()));
            curves.add(Curve.of(role, label(i, orders), outlines.get(i)[0], heights));
        }
        // the first is drawn on top
        source.remark("From below in the order of " + request.x().replace('_', ' ') + ", from "
                + rows.get(0).group() + " to " + rows.get(rows.size() - 1).group() + ".");
        AxisSpec x = new AxisSpec(
                request.look().x().label().orElse("eigenvalue λ"),
                AxisScale.LOG,
                Optional.of(request.look()
                        .x()
                        .range()
                        .filter(range -> range.fits(AxisScale.LOG))
                        .orElse(all)));
        AxisSpec y = new AxisSpec(
                request.look().y().label().orElse("density of log₁₀ λ, one above the other"),
                AxisScale.LINEAR,
                Optional.of(request.look().y().range().orElse(new AxisRange(-0.1, rows.size() - 1 + OVERLAP + 0.1))));
        return Panel.of(PlotAxes.chart(request.look(), x, y).withCurves(curves));
    }

    /** A strip over the foot of each curve. */
    List<RowPlace> places(Panel panel) {
        AxisRange across = panel.chart().xAxis().range().orElseThrow();
        return rows.stream()
                .map(row -> new RowPlace(
                        0,
                        across.lower(),
                        across.upper(),
                        row.point().y(),
                        row.point().y() + 1,
                        List.of(row.row().id())))
                .toList();
    }

    /** The first curve of each of a few values, the first and the last value among these. */
    private String label(int i, List<String> orders) {
        int last = orders.size() - 1;
        int at = orders.indexOf(rows.get(i).group());
        int step = Math.max(1, (int) Math.ceil(last / (LABELS - 1.0)));
        boolean first = i == 0 || !rows.get(i - 1).group().equals(rows.get(i).group());
        boolean named = at == last || (at % step == 0 && last - at >= step / 2.0);
        return named && first
                ? source.request().x().replace('_', ' ') + " " + rows.get(i).group()
                : "";
    }

    /** Abscissae and heights of the outline of a histogram of log₁₀ λ whose area is 1. */
    static double[][] outline(double[] ascending, AxisRange range) {
        int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, Math.ceil(4 * Math.cbrt(ascending.length))));
        double width = range.decades() / bins;
        double[] counts = new double[bins];
        for (double value : ascending) {
            int bin = (int) (range.fraction(AxisScale.LOG, value) * bins);
            counts[Math.max(0, Math.min(bins - 1, bin))]++;
        }
        double[] x = new double[2 * bins + 2];
        double[] y = new double[2 * bins + 2];
        for (int bin = 0; bin < bins; bin++) {
            x[2 * bin + 1] = range.at(AxisScale.LOG, (double) bin / bins);
            x[2 * bin + 2] = range.at(AxisScale.LOG, (bin + 1.0) / bins);
            y[2 * bin + 1] = counts[bin] / ascending.length / width;
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        x[0] = x[1];
        x[2 * bins + 1] = x[2 * bins];
        return new double[][] {x, y};
    }
}
