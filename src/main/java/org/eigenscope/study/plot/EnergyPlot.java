package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.energy.FreeEnergy;
import org.eigenscope.study.energy.StoppingRule;

/**
 * Free energies of one series of matrices under one regulariser, that of the step with the greatest measure of quality, h with h* and
 * the first step with h ≤ h*, and the measure of quality.
 */
final class EnergyPlot {
    private final PlotSource source;
    private final List<PlottedRow> rows = new ArrayList<>();
    private final List<FreeEnergy> energies = new ArrayList<>();
    private final boolean hasQuality;
    private final double[] x;
    private final AxisScale scale;

    EnergyPlot(PlotSource source) throws BadInputException {
        this.source = source;
        PlotRequest request = source.request();
        source.columns().require(request.x());
        boolean chosen = !request.y().equals(PlotKind.ENERGY.usualY());
        if (chosen) {
            source.columns().require(request.y());
        }
        List<StudyRow> series = source.rows().stream()
                .filter(row ->
                        Double.isFinite(row.number(request.x())) && row.energy().isPresent())
                .sorted(Comparator.comparingDouble(row -> row.number(request.x())))
                .toList();
        requireOneSeries(series);
        source.leftOut(source.rows().size() - series.size(), "without a free energy or a number of " + request.x());
        for (StudyRow row : series) {
            double at = row.number(request.x());
            double quality = row.number(request.y());
            double y = Double.isFinite(quality) ? quality : 0;
            rows.add(PlottedRow.of(row, "", new PointSeries.Point(at, y, y, y, at, at, row.id())));
            energies.add(row.energy().orElseThrow());
        }
        hasQuality = series.stream().anyMatch(row -> Double.isFinite(row.number(request.y())));
        x = PlotData.numbers(rows, PointSeries.Point::x);
        scale = PlotAxes.scale(request.look().x(), request.x(), x);
        if (scale == AxisScale.LOG && x[0] <= 0) {
            throw new BadInputException(
                    "'" + request.x() + "' has numbers that are not positive, which have no place on a"
                            + " logarithmic axis; use --axes linear.");
        }
    }

    private void requireOneSeries(List<StudyRow> series) throws BadInputException {
        String name = source.request().x();
        if (series.isEmpty()) {
            throw new BadInputException("None of the " + source.rows().size() + " rows has both a number of '" + name
                    + "' and a free energy; only fits of HTMP have one.");
        }
        Map<String, Long> orientations = series.stream()
                .collect(Collectors.groupingBy(
                        row -> row.cells().text(Column.ORIENTATION), TreeMap::new, Collectors.counting()));
        if (orientations.size() > 1) {
            throw new BadInputException("The series is mixed, "
                    + orientations.entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", "))
                    + ": their free energies are not of one matrix; choose one with --law.");
        }
        for (int i = 1; i < series.size(); i++) {
            if (series.get(i).number(name) == series.get(i - 1).number(name)) {
                throw new BadInputException("A free energy is followed along one matrix, and several rows have " + name
                        + " " + PlotColumns.text(series.get(i), name)
                        + "; choose one matrix with --layer and one run with --where.");
            }
        }
    }

    List<PlottedRow> rows() {
        return rows;
    }

    List<Panel> panels() {
        int best = best();
        double regulariser = energies.get(best).usualRegulariser();
        OptionalInt stop = StoppingRule.firstStop(energies, regulariser);
        String name = source.request().x().replace('_', ' ');
        source.remark("Regulariser " + NumberText.significant(regulariser, 3) + " = 1/tr at " + name + " "
                + PlotColumns.text(rows.get(best).row(), source.request().x())
                + (hasQuality ? ", the best." : ", the last."));
        source.remark(
                stop.isPresent()
                        ? "The first step with h ≤ h* is " + name + " "
                                + PlotColumns.text(
                                        rows.get(stop.getAsInt()).row(),
                                        source.request().x())
                                + (stop.getAsInt() == 0 ? ", where the series begins." : ".")
                        : "No step has h ≤ h*.");
        if (!hasQuality) {
            source.remark("No row has a number of " + source.request().y().replace('_', ' ')
                    + ", to be seen beside h: accuracies come with a table of attributes.");
        }
        List<Guide> marks = stop.isPresent()
                ? List.of(new Guide.Vertical(Guide.Kind.MARK, x[stop.getAsInt()], "h ≤ h*"))
                : List.of();
        List<Panel> panels = new ArrayList<>();
        double[] ofData =
                energies.stream().mapToDouble(e -> e.ofData(regulariser)).toArray();
        double[] ofLaw =
                energies.stream().mapToDouble(e -> e.ofLaw(regulariser)).toArray();
        panels.add(panel("free energy", List.of("eigenvalues", "law"), List.of(ofData, ofLaw), marks));
        double[] h = energies.stream().mapToDouble(FreeEnergy::h).toArray();
        double[] critical =
                energies.stream().mapToDouble(e -> e.critical(regulariser)).toArray();
        panels.add(panel("h = κ/β", List.of("h", "h*"), List.of(h, critical), marks));
        if (hasQuality) {
            double[] quality = rows.stream()
                    .mapToDouble(row -> row.row().number(source.request().y()))
                    .toArray();
            panels.add(panel(PlotColumns.title(source.request().y()), List.of(""), List.of(quality), marks));
        }
        return panels;
    }

    /** The points of every line. */
    List<RowPlace> places(List<Panel> panels) {
        List<RowPlace> places = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            for (Curve line : panels.get(i).chart().curves()) {
                places.addAll(RowPlace.ofLine(i, rows, line.x(), line.y()));
            }
        }
        return places;
    }

    /** The place of the greatest quality; the last where there is none. */
    private int best() {
        return IntStream.range(0, rows.size())
                .filter(i -> Double.isFinite(
                        rows.get(i).row().number(source.request().y())))
                .reduce((a, b) -> quality(b) > quality(a) ? b : a)
                .orElse(rows.size() - 1);
    }

    private double quality(int i) {
        return rows.get(i).row().number(source.request().y());
    }

    private Panel panel(String title, List<String> labels, List<double[]> lines, List<Guide> marks) {
        PlotRequest.Look look = source.request().look();
        AxisSpec across =
                PlotAxes.of(look.x(), PlotColumns.title(source.request().x()), scale, x, new double[0]);
        double[] all = lines.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        AxisScale heights = PlotAxes.scale(PlotRequest.Axis.USUAL, title, all);
        AxisSpec along = PlotAxes.of(PlotRequest.Axis.USUAL, title, heights, all, new double[0]);
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            curves.add(
                    Curve.of(new CurveRole("line-" + i, SeriesStyles.of(i)), labels.get(i), x, finite(lines.get(i))));
        }
        return Panel.of(PlotAxes.chart(look, across, along).withCurves(curves).withGuides(marks));
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray();
    }
}
