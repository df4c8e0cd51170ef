package org.eigenscope.ui.spectrum.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.export.write.SpreadsheetText;

/**
 * A chart as numbers: a row for each bin of its histogram with the value of every visible curve at the bin's centre, or where there
 * are no bins a row for each of many abscissae along the axis.
 *
 * @param columns what stands in each column
 * @param rows as long as there are columns; NaN where there is nothing to say
 */
public record FigureTable(List<String> columns, List<double[]> rows) {
    public static final FigureTable EMPTY = new FigureTable(List.of(), List.of());

    private static final int STEPS = 60;
    /** A head of as many letters is in one line. */
    private static final int SHORT = 11;

    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * The numbers of a chart.
     *
     * @param counted how many eigenvalues the histogram counts, 0 where it is an estimate
     * @param exact by the label of a curve what it was sampled from, which a curve that leaves the chart is not; others are read
     *     off the curve
     */
    public static FigureTable of(
            FigureSpec figure, FigureRanges visible, long counted, Map<String, DoubleUnaryOperator> exact) {
        List<Column> curves = figure.curves().stream()
                .filter(curve -> curve.visible() && curve.size() > 0)
                .map(curve -> new Column(curve.label(), exact.getOrDefault(curve.label(), curve::densityAt)))
                .toList();
        if (figure.histogram().isEmpty()) {
            return curves.isEmpty() ? EMPTY : ofCurves(figure, visible.x(), curves);
        }
        return ofBins(figure, curves, counted);
    }

    /** A curve's. */
    private record Column(String label, DoubleUnaryOperator height) {}

    private static FigureTable ofBins(FigureSpec figure, List<Column> curves, long counted) {
        HistogramSteps steps = figure.histogram().orElseThrow();
        List<String> columns = new ArrayList<>(List.of("λ from", "to"));
        if (counted > 0) {
            columns.add("count");
        }
        columns.add("density");
        curves.forEach(curve -> columns.add(curve.label()));
        List<double[]> rows = new ArrayList<>();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            double[] row = new double[columns.size()];
            int at = 0;
            row[at++] = steps.lowerEdge(bin);
            row[at++] = steps.upperEdge(bin);
            if (counted > 0) {
                // a density is count/(N·width)
                row[at++] = Math.rint(steps.density(bin) * (row[1] - row[0]) * counted);
            }
            row[at++] = steps.density(bin);
            for (Column curve : curves) {
                row[at++] = curve.height()
                        .applyAsDouble(steps.center(bin, figure.xAxis().scale()));
            }
            rows.add(row);
        }
        return new FigureTable(columns, rows);
    }

    private static FigureTable ofCurves(FigureSpec figure, AxisRange range, List<Column> curves) {
        List<String> columns = new ArrayList<>(List.of("λ"));
        curves.forEach(curve -> columns.add(curve.label()));
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double[] row = new double[columns.size()];
            row[0] = range.at(figure.xAxis().scale(), (double) i / STEPS);
            for (int j = 0; j < curves.size(); j++) {
                row[j + 1] = curves.get(j).height().applyAsDouble(row[0]);
            }
            rows.add(row);
        }
        return new FigureTable(columns, rows);
    }

    /** Tab-separated, a line of titles first, numbers in full; empty where there is no number. */
    public String toTsv() {
        StringBuilder text = new StringBuilder(
                        columns.stream().map(SpreadsheetText::of).collect(Collectors.joining("\t")))
                .append('\n');
        for (double[] row : rows) {
            StringJoiner line = new StringJoiner("\t", "", "\n");
            for (double value : row) {
                line.add(Double.isNaN(value) ? "" : Double.toString(value));
            }
            text.append(line);
        }
        return text.toString();
    }

    /** A head in two lines of about the same length, broken between words; a short one in one. */
    static String twoLines(String head) {
        String best = head;
        for (int space = head.indexOf(' '); space >= 0; space = head.indexOf(' ', space + 1)) {
            String broken = head.substring(0, space) + '\n' + head.substring(space + 1);
            best = longestLine(broken) < longestLine(best) ? broken : best;
        }
        return head.length() > SHORT ? best : head;
    }

    private static int longestLine(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }
}
