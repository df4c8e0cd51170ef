package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.models.rows.Field;

/** Composes plots of rows. */
final class PlotComposer {
    private static final int HISTOGRAM_BINS = 30;

    private final PlotRequest request;
    private final List<String> groups;
    private final Map<String, Integer> marks = new HashMap<>();

    private PlotComposer(PlotRequest request) {
        this.request = request;
        groups = request.rows().stream()
                .map(request::groupOf)
                .distinct()
                .sorted(NaturalOrder.INSTANCE)
                .toList();
        request.rows().stream()
                .map(row -> row.cells().text(Column.ROLE))
                .distinct()
                .sorted(NaturalOrder.INSTANCE)
                .forEach(role -> marks.put(role, marks.size()));
    }

    /** The plot. */
    static PlotScene of(PlotRequest request) {
        PlotComposer composer = new PlotComposer(request);
        return switch (request.kind()) {
            case DEPTH -> composer.depth();
            case SERIES -> composer.series();
            case SCATTER -> composer.points(request.x(), request.y());
            case KS ->
                composer.points(
                        request.fields().of(Column.KAPPA), request.fields().of(Column.KS));
            case COMPARE -> composer.compare();
            case HISTOGRAM -> composer.histogram();
            case HEATMAP -> SeriesPlots.heatmap(request);
            case WATERFALL, ENERGY -> throw new IllegalArgumentException(request.kind() + " is of one layer");
        };
    }

    private PlotScene depth() {
        Field depth = request.fields().of(Column.DEPTH);
        List<PlotScene.Point> points = pointsOf(depth, request.y());
        Map<String, List<PlotScene.Point>> runs = new LinkedHashMap<>();
        for (PlotScene.Point point : points) {
            String run = point.row().cells().text(Column.RUN) + "\n"
                    + point.row().cells().text(Column.MODEL) + "\n" + point.group();
            runs.computeIfAbsent(run, unseen -> new ArrayList<>()).add(point);
        }
        List<PlotScene.Line> lines = new ArrayList<>();
        for (List<PlotScene.Point> run : runs.values()) {
            run.sort((a, b) -> Double.compare(a.x(), b.x()));
            lines.add(PlotScene.Line.plain(xs(run), ys(run), run.get(0).group()));
        }
        return scene(depth, request.y(), points, lines);
    }

    /** Mean and extremes of a group's rows at each abscissa. */
    private PlotScene series() {
        List<PlotScene.Point> points = pointsOf(request.x(), request.y());
        Map<Integer, TreeMap<Double, List<Double>>> byGroup = new TreeMap<>();
        for (PlotScene.Point point : points) {
            byGroup.computeIfAbsent(point.group(), unseen -> new TreeMap<>())
                    .computeIfAbsent(point.x(), unseen -> new ArrayList<>())
                    .add(point.y());
        }
        List<PlotScene.Line> lines = new ArrayList<>();
        byGroup.forEach((group, values) -> lines.add(band(group, values)));
        List<PlotScene.Point> plain = points.stream()
                .map(p -> new PlotScene.Point(p.x(), p.y(), Double.NaN, Double.NaN, p.row(), p.group(), p.mark()))
                .toList();
        PlotScene scene = scene(request.x(), request.y(), plain, lines);
        return scene.withNotes(List.of("line: mean, band: least to greatest of a group"));
    }

    private static PlotScene.Line band(int group, TreeMap<Double, List<Double>> values) {
        double[] xs = values.keySet().stream().mapToDouble(x -> x).toArray();
        List<double[]> cells = values.values().stream()
                .map(list -> list.stream().mapToDouble(v -> v).toArray())
                .toList();
        return PlotScene.Line.banded(
                xs,
                cells.stream()
                        .mapToDouble(c -> Arrays.stream(c).average().orElse(Double.NaN))
                        .toArray(),
                cells.stream()
                        .mapToDouble(c -> Arrays.stream(c).min().orElse(Double.NaN))
                        .toArray(),
                cells.stream()
                        .mapToDouble(c -> Arrays.stream(c).max().orElse(Double.NaN))
                        .toArray(),
                group);
    }

    private PlotScene points(Field x, Field y) {
        return scene(x, y, pointsOf(x, y), List.of());
    }

    /** The same matrix in two groups: at the same step if it is there at both. */
    private PlotScene compare() {
        if (request.group().isEmpty()) {
            return PlotScene.nothing("Choose what tells A from B as the group, such as run or model.");
        }
        PlotRequest.Sides sides = request.sides();
        Map<String, StudyRow> others = new HashMap<>();
        for (StudyRow row : request.rows()) {
            if (request.groupOf(row).equals(sides.b())) {
                others.put(layer(row), row);
            }
        }
        List<PlotScene.Point> points = new ArrayList<>();
        for (StudyRow row : request.rows()) {
            StudyRow other = request.groupOf(row).equals(sides.a()) ? others.get(layer(row)) : null;
            double x = request.y().number(row);
            double y = other == null ? Double.NaN : request.y().number(other);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                points.add(new PlotScene.Point(x, y, Double.NaN, Double.NaN, row, 0, mark(row)));
            }
        }
        if (points.isEmpty()) {
            return PlotScene.nothing("No matrix has a value of " + request.y().id() + " in both " + named(sides.a())
                    + " and " + named(sides.b()) + ".");
        }
        AxisScale scale = PlotRanges.scale(ys(points), xs(points));
        double[] both = concat(xs(points), ys(points));
        PlotScene.Axis axis = PlotRanges.axis("", scale, both);
        double[] ends = {axis.range().lower(), axis.range().upper()};
        String metric = request.y().title();
        return new PlotScene(
                new PlotScene.Axis(metric + ", " + named(sides.a()), scale, axis.range()),
                new PlotScene.Axis(metric + ", " + named(sides.b()), scale, axis.range()),
                List.of(),
                points,
                List.of(PlotScene.Line.plain(ends, ends, -1)),
                List.of(),
                "");
    }

    private static String layer(StudyRow row) {
        return row.cells().text(Column.TENSOR) + "\n" + row.cells().text(Column.STEP);
    }

    private static String named(String value) {
        return value.isEmpty() ? "rows without one" : value;
    }

    /** Bars as one point a row, so that they can be chosen like others: rows of a bin stand over each other. */
    private PlotScene histogram() {
        List<StudyRow> with = request.rows().stream()
                .filter(row -> Double.isFinite(request.y().number(row)))
                .toList();
        if (with.isEmpty()) {
            return none(request.y());
        }
        double[] values = with.stream().mapToDouble(request.y()::number).toArray();
        AxisScale scale = PlotRanges.scale(values);
        PlotScene.Axis axis = PlotRanges.axis(request.y().title(), scale, values);
        int[] counts = new int[HISTOGRAM_BINS];
        List<PlotScene.Point> points = new ArrayList<>();
        for (StudyRow row : with) {
            double at = axis.range().fraction(scale, request.y().number(row));
            int bin = (int) Math.min(HISTOGRAM_BINS - 1, Math.max(0, at * HISTOGRAM_BINS));
            double middle = axis.range().at(scale, (bin + 0.5) / HISTOGRAM_BINS);
            counts[bin]++;
            points.add(
                    new PlotScene.Point(middle, counts[bin] - 0.5, Double.NaN, Double.NaN, row, group(row), mark(row)));
        }
        double most = Arrays.stream(counts).max().orElse(1);
        return new PlotScene(
                axis,
                PlotRanges.from0("matrices", most),
                request.group().isPresent() ? groups : List.of(),
                points,
                List.of(),
                List.of(),
                "");
    }

    private List<PlotScene.Point> pointsOf(Field x, Field y) {
        List<PlotScene.Point> points = new ArrayList<>();
        boolean kappa = y.column().filter(column -> column == Column.KAPPA).isPresent();
        for (StudyRow row : request.rows()) {
            double abscissa = x.number(row);
            double ordinate = y.number(row);
            if (Double.isFinite(abscissa) && Double.isFinite(ordinate)) {
                double lower = kappa ? row.cells().number(Column.KAPPA_LOW) : Double.NaN;
                double upper = kappa ? row.cells().number(Column.KAPPA_HIGH) : Double.NaN;
                points.add(new PlotScene.Point(abscissa, ordinate, lower, upper, row, group(row), mark(row)));
            }
        }
        return points;
    }

    private PlotScene scene(Field x, Field y, List<PlotScene.Point> points, List<PlotScene.Line> lines) {
        if (points.isEmpty()) {
            boolean noY = request.rows().stream().noneMatch(row -> Double.isFinite(y.number(row)));
            return none(noY ? y : x);
        }
        AxisScale scaleX = PlotRanges.scale(xs(points));
        AxisScale scaleY = PlotRanges.scale(ys(points));
        return new PlotScene(
                PlotRanges.axis(x.title(), scaleX, xs(points)),
                PlotRanges.axis(y.title(), scaleY, heights(points)),
                request.group().isPresent() ? groups : List.of(),
                points,
                lines,
                List.of(),
                "");
    }

    private PlotScene none(Field field) {
        return PlotScene.nothing(
                request.rows().isEmpty()
                        ? "No row fits the filter."
                        : "No row here has a value of " + field.id() + ".");
    }

    private int group(StudyRow row) {
        return Math.max(0, groups.indexOf(request.groupOf(row)));
    }

    private int mark(StudyRow row) {
        return marks.getOrDefault(row.cells().text(Column.ROLE), 0);
    }

    private static double[] xs(List<PlotScene.Point> points) {
        return points.stream().mapToDouble(PlotScene.Point::x).toArray();
    }

    private static double[] ys(List<PlotScene.Point> points) {
        return points.stream().mapToDouble(PlotScene.Point::y).toArray();
    }

    /** Ordinates, and the ends of intervals that are not many times as long as the ordinates are apart. */
    private static double[] heights(List<PlotScene.Point> points) {
        double[] ys = ys(points);
        double least = Arrays.stream(ys).min().orElse(0);
        double most = Arrays.stream(ys).max().orElse(1);
        double room = Math.max(most - least, 0.1 * Math.abs(most));
        double[] ends = points.stream()
                .flatMapToDouble(point -> DoubleStream.of(point.lower(), point.upper()))
                .filter(end -> end >= least - room && end <= most + room && (end > 0 || least <= 0))
                .toArray();
        return concat(ys, ends);
    }

    private static double[] concat(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
