package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;

/** A plot on paper: the same points and lines in the same colours and on the same axes as on screen. */
final class PlotSheet {
    private PlotSheet() {}

    static Sheet of(PlotScene scene) {
        List<CurveStyle> styles = GroupColors.styles(Math.max(1, scene.groups().size()));
        Map<String, CurveStyle> strokes = new HashMap<>();
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < scene.lines().size(); i++) {
            PlotScene.Line line = scene.lines().get(i);
            CurveStyle style = line.group() < 0 ? CurveRole.OTHER.style() : styles.get(line.group());
            if (!line.isTile()) {
                add(curves, strokes, "line-" + i, style, line.xs(), line.ys());
            }
            if (!line.isTile() && line.lower() != line.upper()) {
                add(curves, strokes, "lower-" + i, style.thinner(), line.xs(), line.lower());
                add(curves, strokes, "upper-" + i, style.thinner(), line.xs(), line.upper());
            }
        }
        List<PointSeries> points = new ArrayList<>();
        for (int group = 0; group < styles.size(); group++) {
            PointSeries series = points(scene, group);
            if (!series.points().isEmpty()) {
                points.add(series);
                strokes.put(series.id(), styles.get(group));
            }
        }
        FigureSpec chart = FigureSpec.EMPTY
                .withXAxis(axis(scene.x()))
                .withYAxis(axis(scene.y()))
                .withCurves(curves)
                .withLegend(
                        scene.groups().stream().allMatch(String::isEmpty) ? LegendPosition.NONE : LegendPosition.AUTO);
        return Sheet.of(Panel.of(chart).withPoints(points).withStyles(strokes).withNotes(scene.notes()));
    }

    private static AxisSpec axis(PlotScene.Axis axis) {
        return AxisSpec.linear(axis.title()).withScale(axis.scale()).withRange(axis.range());
    }

    private static void add(
            List<Curve> curves,
            Map<String, CurveStyle> strokes,
            String id,
            CurveStyle style,
            double[] xs,
            double[] ys) {
        curves.add(new Curve(id, CurveRole.OTHER, "", xs, ys, true));
        strokes.put(id, style);
    }

    private static PointSeries points(PlotScene scene, int group) {
        List<PointSeries.Point> points = scene.points().stream()
                .filter(point -> point.group() == group)
                .map(point -> new PointSeries.Point(
                        point.x(),
                        point.y(),
                        end(point.lower(), point.y(), true),
                        end(point.upper(), point.y(), false)))
                .toList();
        String label = scene.groups().isEmpty()
                ? ""
                : scene.groups().get(group).isEmpty() ? "none" : scene.groups().get(group);
        return new PointSeries("group-" + group, label, points, SeriesStyles.marker(group), false);
    }

    /** An end of an interval; where the data set none, or on the wrong side of the point, that of no interval. */
    private static double end(double end, double y, boolean lower) {
        boolean usable = lower ? end <= y : end >= y;
        return usable ? end : y;
    }
}
