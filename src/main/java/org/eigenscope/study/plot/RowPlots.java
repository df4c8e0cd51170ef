package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Marker;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/** Plots with a point for each row. */
final class RowPlots {
    /** What rows that are compared have in common besides the tensor. */
    private static final List<String> SAME = List.of("step", "epoch", "seed", "repeat");

    private static final List<String> REPETITIONS = List.of("seed", "repeat");
    private static final List<String> TIMES = List.of("step", "epoch");
    /** Names of matrices of features begin so; others are weights. */
    private static final Pattern FEATURE =
            Pattern.compile("(ck|ntk|activation|hessian|ggn|fisher)(?![a-z0-9])", Pattern.CASE_INSENSITIVE);

    private static final int MARKS = Marker.values().length;

    private final PlotData data;
    private final Grouping groups;
    private final Map<String, CurveStyle> styles = new LinkedHashMap<>();

    RowPlots(PlotData data, Grouping groups) {
        this.data = data;
        this.groups = groups;
    }

    /** A line for each run in the colour of its group; roles by mark. */
    Panel depth() {
        List<Curve> lines = new ArrayList<>();
        groups.split(data.rows()).forEach((group, rows) -> {
            boolean first = true;
            for (List<PlottedRow> run : runs(rows)) {
                CurveRole role = new CurveRole("line-" + lines.size(), groups.style(group));
                String label = first ? groups.label(group) : "";
                lines.add(Curve.of(
                        role,
                        label,
                        PlotData.numbers(run, PointSeries.Point::x),
                        PlotData.numbers(run, PointSeries.Point::y)));
                first = false;
            }
        });
        List<PointSeries> marks = new ArrayList<>();
        Map<String, Integer> roles = roles();
        groups.split(data.rows()).forEach((group, rows) -> {
            for (int mark = 0; mark < MARKS; mark++) {
                int wanted = mark;
                List<PointSeries.Point> points = rows.stream()
                        .filter(row -> roles.getOrDefault(row.row().cells().text(Column.ROLE), 0) == wanted)
                        .map(PlottedRow::point)
                        .toList();
                addPoints(marks, "", points, mark, groups.style(group));
            }
        });
        addRoleLegend(marks, roles);
        return Panel.of(PlotAxes.chart(data.source().request().look(), data.x(), data.y())
                        .withCurves(lines))
                .withPoints(marks)
                .withStyles(styles);
    }

    /** The rows of one run, model and step at a time, along the abscissa; weights and matrices of features are lines of their own. */
    private static List<List<PlottedRow>> runs(List<PlottedRow> rows) {
        Map<List<String>, List<PlottedRow>> runs = new LinkedHashMap<>();
        for (PlottedRow row : rows) {
            List<String> run = List.of(
                    row.row().cells().text(Column.RUN),
                    row.row().cells().text(Column.MODEL),
                    row.row().cells().text(Column.STEP),
                    row.row().cells().text(Column.EPOCH),
                    row.row().cells().text(Column.BASE),
                    feature(row.row()));
            runs.computeIfAbsent(run, unseen -> new ArrayList<>()).add(row);
        }
        runs.values()
                .forEach(run ->
                        run.sort(Comparator.comparingDouble(row -> row.point().x())));
        return List.copyOf(runs.values());
    }

    /** Which matrix of features a row is of, by the start of its name; empty of weights. */
    private static String feature(StudyRow row) {
        Matcher start = FEATURE.matcher(row.cells().text(Column.TENSOR));
        return start.lookingAt() ? start.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The mark of each role: one of its own for the most frequent, the last for all others where there are too many. */
    private Map<String, Integer> roles() {
        Map<String, Long> counts = data.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.row().cells().text(Column.ROLE), LinkedHashMap::new, Collectors.counting()));
        List<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> marks = new LinkedHashMap<>();
        for (int i = 0; i < frequent.size(); i++) {
            marks.put(frequent.get(i), Math.min(i, MARKS - 1));
        }
        return marks;
    }

    private void addRoleLegend(List<PointSeries> marks, Map<String, Integer> roles) {
        if (roles.size() < 2) {
            return;
        }
        CurveStyle plain = plain();
        for (int mark = 0; mark < MARKS; mark++) {
            int wanted = mark;
            List<String> names = roles.entrySet().stream()
                    .filter(entry -> entry.getValue() == wanted)
                    .map(entry -> entry.getKey().isEmpty() ? "no role" : entry.getKey())
                    .toList();
            if (!names.isEmpty()) {
                String label = names.size() == 1 ? names.get(0) : "other roles";
                String id = "role-" + mark;
                styles.put(id, plain);
                marks.add(new PointSeries(
                        id, label, List.of(), SeriesStyles.marker(mark), false, PointSeries.Intervals.BARS));
            }
        }
    }

    private static CurveStyle plain() {
        return new CurveStyle(
                Palette.of(Theme.LIGHT).text(), Palette.of(Theme.DARK).text(), 1, List.of());
    }

    private void addPoints(
            List<PointSeries> all, String label, List<PointSeries.Point> points, int mark, CurveStyle style) {
        if (!points.isEmpty()) {
            String id = "points-" + all.size();
            styles.put(id, style);
            List<PointSeries.Point> drawn = data.drawsIntervals()
                    ? points
                    : points.stream().map(RowPlots::alone).toList();
            all.add(new PointSeries(id, label, drawn, SeriesStyles.marker(mark), false, PointSeries.Intervals.BARS));
        }
    }

    private static PointSeries.Point alone(PointSeries.Point point) {
        return new PointSeries.Point(point.x(), point.y(), point.y(), point.y(), point.x(), point.x(), point.row());
    }

    /** Points alone. */
    Panel scatter() {
        List<PointSeries> marks = new ArrayList<>();
        groups.split(data.rows())
                .forEach((group, rows) -> addPoints(
                        marks,
                        groups.label(group),
                        rows.stream().map(PlottedRow::point).toList(),
                        marks.size(),
                        groups.style(group)));
        return Panel.of(PlotAxes.chart(data.source().request().look(), data.x(), data.y()))
                .withPoints(marks)
                .withStyles(styles);
    }

    /** The same matrices on two sides. */
    static Panel compare(PlotData data) {
        PlotRequest request = data.source().request();
        AxisScale scale = data.y().scale();
        AxisRange x = data.x().range().orElseThrow();
        AxisRange y = data.y().range().orElseThrow();
        AxisRange both = new AxisRange(Math.min(x.lower(), y.lower()), Math.max(x.upper(), y.upper()));
        String metric = PlotColumns.title(request.y()) + ", " + request.group().replace('_', ' ') + " ";
        AxisSpec across = new AxisSpec(
                request.look().x().label().orElse(metric + request.sides().a()),
                scale,
                Optional.of(request.look().x().range().orElse(both)));
        AxisSpec along = new AxisSpec(
                request.look().y().label().orElse(metric + request.sides().b()),
                scale,
                Optional.of(request.look().y().range().orElse(both)));
        double[] ends = {both.lower(), both.upper()};
        Curve diagonal = Curve.of(new CurveRole("diagonal", plain()), "equal", ends, ends);
        RowPlots plots =
                new RowPlots(data, Grouping.by(Column.ROLE.id(), data.source().rows()));
        Panel points = plots.scatter();
        return points.withChart(PlotAxes.chart(request.look(), across, along).withCurves(List.of(diagonal)));
    }

    /** The rows of both sides that are of one matrix: the same tensor, and the same step unless that tells the sides apart. */
    static List<PlottedRow> pairs(PlotSource source) throws BadInputException {
        PlotRequest request = source.request();
        source.columns().require(request.group());
        source.columns().require(request.y());
        List<String> same = new ArrayList<>(SAME);
        same.remove(request.group());
        if (TIMES.contains(request.group()) || request.selection().step().isPresent()) {
            // the epoch differs where the step does; at one step or the last before it each matrix has one row
            same.removeAll(TIMES);
        }
        REPETITIONS.stream().filter(name -> isApart(source, name)).forEach(same::remove);
        if (isSame(source, "epoch") && !isSame(source, "step")) {
            // an epoch of one batch size has other steps than that of another
            same.remove("step");
        }
        Map<String, StudyRow> others = new HashMap<>();
        int twice = 0;
        for (StudyRow row : source.rows()) {
            if (PlotColumns.text(row, request.group()).equals(request.sides().b())) {
                twice += others.put(place(row, same), row) == null ? 0 : 1;
            }
        }
        List<PlottedRow> pairs = new ArrayList<>();
        int alone = 0;
        for (StudyRow row : source.rows()) {
            if (!PlotColumns.text(row, request.group()).equals(request.sides().a())) {
                continue;
            }
            StudyRow other = others.get(place(row, same));
            double x = row.number(request.y());
            double y = other == null ? Double.NaN : other.number(request.y());
            if (Double.isFinite(x) && Double.isFinite(y)) {
                double[] across = PlotData.intervalOf(row, request.y(), x);
                double[] along = PlotData.intervalOf(other, request.y(), y);
                PointSeries.Point point =
                        new PointSeries.Point(x, y, along[0], along[1], across[0], across[1], row.id());
                pairs.add(new PlottedRow(row, Optional.of(other), row.cells().text(Column.ROLE), point));
            } else {
                alone++;
            }
        }
        if (pairs.isEmpty()) {
            throw new BadInputException("No matrix has a number of '" + request.y() + "' in both " + request.group()
                    + " = '" + request.sides().a() + "' and '" + request.sides().b() + "'.");
        }
        source.leftOut(alone, "without a counterpart that has a number");
        if (twice > 0) {
            source.remark(
                    twice + " matrices of " + request.sides().b() + " have several rows there; the last is compared.");
        }
        return pairs;
    }

    /** Whether no value of a column is on both sides, as the seeds of two runs: it cannot be what rows have in common. */
    private static boolean isApart(PlotSource source, String name) {
        return Collections.disjoint(
                values(source, source.request().sides().a(), name),
                values(source, source.request().sides().b(), name));
    }

    /** Whether both sides have the same values of a column, and any. */
    private static boolean isSame(PlotSource source, String name) {
        Set<String> a = values(source, source.request().sides().a(), name);
        return !a.equals(Set.of(""))
                && a.equals(values(source, source.request().sides().b(), name));
    }

    private static Set<String> values(PlotSource source, String side, String name) {
        return source.rows().stream()
                .filter(row -> PlotColumns.text(row, source.request().group()).equals(side))
                .map(row -> row.text(name))
                .collect(Collectors.toSet());
    }

    private static String place(StudyRow row, List<String> same) {
        return row.cells().text(Column.TENSOR) + "\n"
                + same.stream().map(row::text).collect(Collectors.joining("\n"));
    }
}
