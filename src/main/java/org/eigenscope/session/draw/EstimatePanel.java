package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.fit.Interval;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;

/** Builds a panel of estimates: a parameter of each spectrum's first law, with its interval, over what was varied. */
final class EstimatePanel {
    private static final double MARGIN = 0.08;

    private final PanelPlan plan;
    private final FigureLook look;
    private final Parameter parameter;

    private EstimatePanel(PanelPlan plan, FigureLook look) {
        this.plan = plan;
        this.look = look;
        this.parameter = look.estimate().orElseThrow();
    }

    static Panel of(PanelPlan plan, FigureLook look, Optional<FigureRanges> common) throws BadInputException {
        return new EstimatePanel(plan, look).build(common);
    }

    private Panel build(Optional<FigureRanges> common) throws BadInputException {
        Map<String, List<PointSeries.Point>> groups = new LinkedHashMap<>();
        for (SeriesPlan series : plan.series()) {
            groups.computeIfAbsent(series.label(), label -> new ArrayList<>()).add(point(series));
        }
        List<PointSeries> points = new ArrayList<>();
        Map<String, CurveStyle> styles = new LinkedHashMap<>();
        for (Map.Entry<String, List<PointSeries.Point>> group : groups.entrySet()) {
            int i = points.size();
            String id = "series-" + (i + 1);
            group.getValue().sort(Comparator.comparingDouble(PointSeries.Point::x));
            String label = look.names().labels().getOrDefault(id, groups.size() > 1 ? group.getKey() : "");
            points.add(new PointSeries(id, label, group.getValue(), SeriesStyles.marker(i), groups.size() > 1));
            styles.put(id, style(id, i));
        }
        FigureRanges ranges = common.orElseGet(() -> ranges(points));
        return Panel.of(chart(ranges)).withPoints(points).withStyles(styles);
    }

    private CurveStyle style(String id, int i) {
        CurveStyle usual = SeriesStyles.of(i);
        String color = look.names().colors().get(id);
        return color == null ? usual : new CurveStyle(Rgb.of(color), Rgb.of(color), usual.width(), usual.dashes());
    }

    private PointSeries.Point point(SeriesPlan series) throws BadInputException {
        if (series.laws().isEmpty() || !series.laws().get(0).parameters().has(parameter)) {
            throw new BadInputException(
                    "There is no estimate of " + parameter.id() + " for " + series.label() + " to draw.");
        }
        LawPlan law = series.laws().get(0);
        double value = law.parameters().get(parameter);
        Optional<Interval> interval = law.interval(parameter);
        double lower = interval.map(i -> i.lowerOpen() ? Double.NEGATIVE_INFINITY : Math.min(value, i.lower()))
                .orElse(value);
        double upper = interval.map(i -> i.upperOpen() ? Double.POSITIVE_INFINITY : Math.max(value, i.upper()))
                .orElse(value);
        double at = series.at()
                .orElseThrow(() -> new BadInputException(
                        "An estimate needs its place on the abscissa, and " + series.label() + " has none."));
        return new PointSeries.Point(at, value, lower, upper);
    }

    private FigureSpec chart(FigureRanges ranges) {
        String symbol = "$\\hat{\\" + parameter.id() + "}$";
        String usual = parameter == Parameter.KAPPA || parameter == Parameter.GAMMA || parameter == Parameter.TAU
                ? symbol
                : parameter.symbol();
        return FigureSpec.EMPTY
                .withTitle(plan.title())
                .withXAxis(new AxisSpec(look.x().label().orElse(""), look.x().scale(), Optional.of(ranges.x())))
                .withYAxis(new AxisSpec(look.y().label().orElse(usual), look.y().scale(), Optional.of(ranges.y())))
                .withLegend(look.legend());
    }

    private FigureRanges ranges(List<PointSeries> series) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (PointSeries points : series) {
            for (PointSeries.Point point : points.points()) {
                xs.add(point.x());
                ys.add(point.y());
                ys.add(point.lower());
                ys.add(point.upper());
            }
        }
        AxisRange x = look.x().range().orElseGet(() -> around(look.x().scale(), xs));
        return new FigureRanges(
                x, look.y().range().orElseGet(() -> around(look.y().scale(), ys)));
    }

    private static AxisRange around(AxisScale scale, List<Double> values) {
        double[] places = values.stream()
                .mapToDouble(scale::forward)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (places.length == 0) {
            return scale == AxisScale.LOG ? new AxisRange(0.1, 10) : new AxisRange(0, 1);
        }
        double length = places[places.length - 1] - places[0];
        double margin = length > 0 ? MARGIN * length : Math.max(0.5, MARGIN * Math.abs(places[0]));
        double lower = scale.backward(places[0] - margin);
        // positive estimates on a linear axis are read against zero
        boolean fromZero = scale == AxisScale.LINEAR && places[0] >= 0 && places[0] < 0.5 * places[places.length - 1];
        return new AxisRange(fromZero ? 0 : lower, scale.backward(places[places.length - 1] + margin));
    }
}
