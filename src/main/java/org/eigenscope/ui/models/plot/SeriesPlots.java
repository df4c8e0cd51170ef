package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.energy.FreeEnergy;
import org.eigenscope.study.energy.StoppingRule;
import org.eigenscope.ui.models.rows.Field;
import org.eigenscope.ui.models.step.EsdSeries;
import org.eigenscope.ui.text.Numbers;

/** Plots that follow training: all layers as colours, or one layer by itself. */
final class SeriesPlots {
    private static final int LEVELS = 32;
    private static final double OVERLAP = 2.4;

    private SeriesPlots() {}

    /** A metric as the colour of a rectangle for each depth and step; the mean where several rows share one. */
    static PlotScene heatmap(PlotRequest request) {
        Field depth = request.fields().of(Column.DEPTH);
        TreeMap<Double, TreeMap<Double, List<StudyRow>>> places = new TreeMap<>();
        for (StudyRow row : request.rows()) {
            double x = request.x().number(row);
            double y = depth.number(row);
            if (Double.isFinite(x)
                    && Double.isFinite(y)
                    && Double.isFinite(request.y().number(row))) {
                places.computeIfAbsent(x, unseen -> new TreeMap<>())
                        .computeIfAbsent(y, unseen -> new ArrayList<>())
                        .add(row);
            }
        }
        if (places.isEmpty()) {
            return PlotScene.nothing("No row here has a depth, a " + request.x().id() + " and a value of "
                    + request.y().id() + ".");
        }
        Map<Double, Double> ends =
                ends(places.keySet().stream().mapToDouble(x -> x).toArray());
        double[] means = places.values().stream()
                .flatMap(column -> column.values().stream())
                .mapToDouble(rows -> mean(rows, request.y()))
                .toArray();
        AxisScale scale = PlotRanges.scale(means);
        double least = Arrays.stream(means).min().orElse(0);
        double most = Arrays.stream(means).max().orElse(1);
        List<PlotScene.Line> tiles = new ArrayList<>();
        List<PlotScene.Point> points = new ArrayList<>();
        places.forEach((x, column) -> column.forEach((y, rows) -> {
            double part = least < most
                    ? (scale.forward(mean(rows, request.y())) - scale.forward(least))
                            / (scale.forward(most) - scale.forward(least))
                    : 0;
            int level = (int) Math.min(LEVELS - 1, part * LEVELS);
            Double before = places.lowerKey(x);
            double start = before == null ? 2 * x - ends.get(x) : ends.get(before);
            tiles.add(PlotScene.Line.tile(start, ends.get(x), y - 0.5, y + 0.5, level));
            rows.forEach(row -> points.add(new PlotScene.Point(x, y, Double.NaN, Double.NaN, row, level, 1)));
        }));
        double[] xs =
                tiles.stream().flatMapToDouble(tile -> Arrays.stream(tile.xs())).toArray();
        double[] ys = points.stream().mapToDouble(PlotScene.Point::y).toArray();
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            levels.add("");
        }
        return new PlotScene(
                PlotRanges.axis(request.x().title(), AxisScale.LINEAR, xs),
                PlotRanges.axis(depth.title(), AxisScale.LINEAR, ys),
                levels,
                points,
                tiles,
                List.of(request.y().id() + " from " + Numbers.formatShort(least) + " (faint) to "
                        + Numbers.formatShort(most) + " (strong)"),
                "");
    }

    /** Where the rectangles of abscissae end: halfway to the next. */
    private static Map<Double, Double> ends(double[] xs) {
        Map<Double, Double> ends = new HashMap<>();
        for (int i = 0; i < xs.length; i++) {
            double last = xs.length == 1 ? 0.5 : (xs[xs.length - 1] - xs[xs.length - 2]) / 2;
            ends.put(xs[i], i + 1 < xs.length ? (xs[i] + xs[i + 1]) / 2 : xs[i] + last);
        }
        return ends;
    }

    private static double mean(List<StudyRow> rows, Field field) {
        return rows.stream().mapToDouble(field::number).average().orElse(Double.NaN);
    }

    /** The spectra of a layer, density in ln λ, each above the one before and to the same scale. */
    static PlotScene waterfall(EsdSeries series, List<StudyRow> rows) {
        if (series.isEmpty()) {
            return PlotScene.nothing("Choose a row of a layer whose eigenvalues the study keeps.");
        }
        Map<Long, StudyRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        double[] edges = series.edges();
        double[] xs = new double[edges.length - 1];
        Arrays.setAll(xs, i -> Math.sqrt(edges[i]) * Math.sqrt(edges[i + 1]));
        double tallest = series.frames().stream()
                .flatMapToDouble(frame -> Arrays.stream(heights(frame, xs)))
                .max()
                .orElse(1);
        List<PlotScene.Line> lines = new ArrayList<>();
        List<PlotScene.Point> points = new ArrayList<>();
        List<String> names = new ArrayList<>();
        // the last ones first, so that earlier ones stand before them
        for (int i = series.frames().size() - 1; i >= 0; i--) {
            EsdSeries.Frame frame = series.frames().get(i);
            double[] heights = heights(frame, xs);
            double[] ys = new double[xs.length];
            int level = i;
            Arrays.setAll(ys, k -> level + OVERLAP * heights[k] / tallest);
            lines.add(PlotScene.Line.plain(xs, ys, i));
            StudyRow row = byId.get(frame.row());
            if (row != null) {
                points.add(new PlotScene.Point(xs[0], i, Double.NaN, Double.NaN, row, i, 0));
            }
        }
        series.frames()
                .forEach(frame -> names.add(Double.isNaN(frame.step()) ? "" : Numbers.formatShort(frame.step())));
        double[] ends = {0, series.frames().size() - 1 + OVERLAP};
        return new PlotScene(
                PlotRanges.axis("eigenvalue λ", AxisScale.LOG, xs),
                PlotRanges.axis("checkpoint, density in ln λ above it", AxisScale.LINEAR, ends),
                names,
                points,
                lines,
                List.of(series.label()),
                "");
    }

    private static double[] heights(EsdSeries.Frame frame, double[] xs) {
        double[] heights = frame.densities();
        Arrays.setAll(heights, i -> heights[i] * xs[i]);
        return heights;
    }

    /** h and h* of a layer, whose crossing is when the free energy says to stop. */
    static PlotScene energy(PlotRequest request, List<StudyRow> layer) {
        List<StudyRow> with = layer.stream()
                .filter(row ->
                        row.energy().isPresent() && Double.isFinite(request.x().number(row)))
                .toList();
        if (with.isEmpty()) {
            return PlotScene.nothing("Choose a row of a layer with HTMP fits along "
                    + request.x().id() + ".");
        }
        List<FreeEnergy> energies =
                with.stream().map(row -> row.energy().orElseThrow()).toList();
        double regulariser = energies.get(energies.size() - 1).usualRegulariser();
        double[] xs = with.stream().mapToDouble(request.x()::number).toArray();
        double[] h = energies.stream().mapToDouble(FreeEnergy::h).toArray();
        double[] critical =
                energies.stream().mapToDouble(e -> e.critical(regulariser)).toArray();
        List<PlotScene.Point> points = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            points.add(new PlotScene.Point(xs[i], h[i], Double.NaN, Double.NaN, with.get(i), 0, 0));
            if (Double.isFinite(critical[i])) {
                points.add(new PlotScene.Point(xs[i], critical[i], Double.NaN, Double.NaN, with.get(i), 1, 1));
            }
        }
        OptionalInt stop = StoppingRule.firstStop(energies, regulariser);
        String said = stop.isPresent()
                ? "h ≤ h* first at " + request.x().id() + " " + Numbers.formatShort(xs[stop.getAsInt()])
                : "h stays above h*";
        double[] ys = points.stream().mapToDouble(PlotScene.Point::y).toArray();
        AxisScale scale = PlotRanges.scale(ys);
        return new PlotScene(
                PlotRanges.axis(request.x().title(), AxisScale.LINEAR, xs),
                PlotRanges.axis("h = κ/β and h*", scale, ys),
                List.of("h", "h*"),
                points,
                List.of(PlotScene.Line.plain(xs, h, 0), PlotScene.Line.plain(xs, critical, 1)),
                List.of(said, "regulariser 1/trace of the last step"),
                "");
    }
}
