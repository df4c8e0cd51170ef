package org.eigenscope.figure.export.tex;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.export.layout.GuidePlace;
import org.eigenscope.figure.export.layout.InsetLayout;
import org.eigenscope.figure.export.layout.LegendBox;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.export.layout.PanelLayout;
import org.eigenscope.figure.export.layout.PlacedBoxes;
import org.eigenscope.figure.export.layout.PlacedLegend;
import org.eigenscope.figure.export.layout.Slot;
import org.eigenscope.figure.export.paint.GuidePainter;
import org.eigenscope.figure.export.paint.PointsPainter;
import org.eigenscope.figure.export.type.LatexText;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;

/** Writes one panel as PGFPlots axes, in points of 1/72 inch from the lower left corner of the page. */
final class PgfPanel {
    private static final MathContext DIGITS = new MathContext(7);

    private final PanelLayout layout;
    private final PgfPage page;
    private final Measures measures;
    private final Typesetter type;
    private final PgfColors colors;
    private final List<String> out;

    PgfPanel(PanelLayout layout, PgfPage page) {
        this.layout = layout;
        this.page = page;
        this.type = page.type();
        this.measures = page.measures();
        this.colors = page.colors();
        this.out = page.out();
    }

    /** A value on an axis, to more digits than paper shows. */
    private static String value(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e6 ? rounded.toPlainString() : rounded.toString();
    }

    void write() {
        Panel panel = layout.panel();
        begin(layout.frame(), layout.strip().isEmpty());
        panel.chart().histogram().ifPresent(this::bars);
        panel.outlines().forEach(this::outline);
        // the first is the most important one and lies on top
        List<Curve> curves = new ArrayList<>(panel.chart().curves());
        Collections.reverse(curves);
        curves.stream().filter(c -> c.visible() && c.size() > 0).forEach(c -> curve(c, panel.styleOf(c)));
        for (int i = 0; i < panel.points().size(); i++) {
            PointSeries series = panel.points().get(i);
            double shift = PointsPainter.aside(panel.points(), i, measures);
            points(series, panel.styles().getOrDefault(series.id(), SeriesStyles.of(i)), shift);
        }
        out.add("\\end{axis}");
        PlacedBoxes placed = PlacedBoxes.of(layout, type, measures);
        GuidePlace places = new GuidePlace(layout.frame(), type, measures, placed.over(layout, page.style(), type));
        panel.chart().guides().forEach(guide -> guide(guide, places));
        layout.strip().ifPresent(strip -> strip(panel, strip));
        titles(panel);
        panel.inset().ifPresent(this::inset);
        new PgfBoxes(page).write(layout, placed);
    }

    /** A small panel over the large one, without titles. */
    private void inset(Panel.Inset inset) {
        InsetLayout place = InsetLayout.of(inset, layout.frame().area(), page.style(), type);
        page.fill(place.outer(), colors.palette().background());
        FigureSpec chart = inset.chart();
        FigureSpec plain = chart.withTitle("")
                .withXAxis(chart.xAxis().withLabel(""))
                .withYAxis(chart.yAxis().withLabel(""));
        Panel small = Panel.of(plain).withStyles(layout.panel().styles());
        PanelLayout.Labels labels = new PanelLayout.Labels(true, true);
        PgfPage fine = page.withStyle(place.style());
        PlacedLegend none = new PlacedLegend(LegendBox.of(small, type, fine.measures()), LegendPosition.NONE);
        new PgfPanel(new PanelLayout(small, place.outer(), place.frame(), Optional.empty(), labels, none), fine)
                .write();
    }

    /** Places titles as the other formats do; PGFPlots would place them differently. */
    private void titles(Panel panel) {
        Rectangle2D cell = layout.cell();
        if (layout.labels().abscissa()) {
            String title = panel.chart().xAxis().label();
            Slot slot = layout.across(type.width(title, measures.labelType()));
            page.node("anchor=south," + label(slot), slot.centre(), cell.getMaxY(), title);
        }
        if (layout.labels().ordinate()) {
            ordinate(layout.frame(), panel.chart().yAxis().label());
            layout.strip()
                    .ifPresent(strip ->
                            ordinate(strip, panel.strip().orElseThrow().yAxis().label()));
        }
        String title = panel.chart().title();
        Slot slot = layout.title(type.titleWidth(title, measures.titleType()));
        page.node("anchor=north," + label(slot), slot.centre(), cell.getMinY(), title);
    }

    private void ordinate(Frame axes, String title) {
        Slot slot = layout.along(type.width(title, measures.labelType()), axes);
        page.node("anchor=north,rotate=90," + label(slot), layout.cell().getMinX(), slot.centre(), title);
    }

    private String label(Slot slot) {
        return PgfPage.font(slot.scale() * measures.labelType());
    }

    private void begin(Frame frame, boolean labelled) {
        Rectangle2D area = frame.area();
        FigureRanges ranges = frame.ranges();
        out.add("\\begin{axis}[");
        out.add("  scale only axis, anchor=south west, at={(" + PgfPage.number(area.getMinX()) + "bp,"
                + PgfPage.number(page.style().height() - area.getMaxY()) + "bp)},");
        out.add("  width=" + PgfPage.number(area.getWidth()) + "bp, height=" + PgfPage.number(area.getHeight())
                + "bp,");
        out.add("  xmode=" + mode(frame.x()) + ", ymode=" + mode(frame.y()) + ",");
        if (frame.x().scale() instanceof SymmetricLogScale symmetric) {
            out.add("  % abscissae are arsinh(x/2c)/ln 10 with c = " + value(symmetric.threshold()));
        }
        out.add("  xmin=" + x(ranges.x().lower()) + ", xmax="
                + x(ranges.x().upper()) + ", ymin=" + value(ranges.y().lower()) + ", ymax="
                + value(ranges.y().upper()) + ",");
        out.add("  "
                + ticks("x", frame.x(), this::x, labelled && layout.labels().abscissa()));
        out.add("  " + ticks("y", frame.y(), PgfPanel::value, layout.labels().ordinate()));
        out.add("  axis x line*=bottom, axis y line*=left, tick align=outside, tick pos=left,");
        out.add("  axis line style={" + colors.name(colors.palette().axis()) + "}, tick style={"
                + colors.name(colors.palette().axis()) + "}, grid=major, major grid style={"
                + colors.name(colors.palette().grid().major()) + "},");
        out.add("  major tick length=" + PgfPage.number(measures.tick()) + "bp, minor tick length="
                + PgfPage.number(measures.minorTick()) + "bp, tick label style={inner sep=.3333em,"
                + PgfPage.font(measures.tickType())
                + ",text=" + colors.name(colors.palette().text()) + "},");
        out.add("]");
    }

    private static String mode(Frame.Axis axis) {
        return axis.scale() == AxisScale.LOG ? "log" : "normal";
    }

    private static String ticks(String axis, Frame.Axis values, DoubleFunction<String> place, boolean labelled) {
        List<Tick> major = values.ticks().major();
        String places = major.stream().map(t -> place.apply(t.value())).collect(Collectors.joining(","));
        String labels =
                labelled ? major.stream().map(t -> LatexText.of(t.label())).collect(Collectors.joining(",")) : "";
        String minor = Arrays.stream(values.ticks().minor()).mapToObj(place).collect(Collectors.joining(","));
        return axis + "tick={" + places + "}, " + axis + "ticklabels={" + labels + "}, minor " + axis + "tick={" + minor
                + "},";
    }

    private void bars(HistogramSteps steps) {
        String line = page.stroke(colors.palette().bars().line(), 1);
        steps(steps, "fill=" + colors.name(colors.palette().bars().fill()) + ",draw=" + line);
        String whisker = page.stroke(colors.palette().text(), 1);
        double floor = layout.frame().ranges().y().lower();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            String x = x(steps.center(bin, layout.frame().x().scale()));
            steps.errorBar(bin)
                    .ifPresent(error -> out.add("\\draw[" + whisker + "] (axis cs:" + x + ","
                            + value(Math.max(floor, error.lower())) + ") -- (axis cs:" + x + "," + value(error.upper())
                            + ");"));
        }
    }

    private void outline(StepOutline outline) {
        steps(outline.steps(), colors.line(outline.style()));
    }

    /** One plot per run of bins without a gap, open at the floor. */
    private void steps(HistogramSteps steps, String options) {
        StringBuilder run = new StringBuilder();
        double floor = layout.frame().ranges().y().lower();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (steps.isGap(bin)) {
                continue;
            }
            if (run.length() == 0) {
                run.append(pair(steps.lowerEdge(bin), floor));
            }
            run.append(pair(steps.lowerEdge(bin), steps.density(bin)));
            run.append(pair(steps.upperEdge(bin), steps.density(bin)));
            if (bin + 1 == steps.binCount() || steps.isGap(bin + 1)) {
                run.append(pair(steps.upperEdge(bin), floor));
                plot(options, run.toString());
                run.setLength(0);
            }
        }
    }

    private void plot(String options, String coordinates) {
        out.add("\\addplot[" + options + "] coordinates {" + coordinates + "};");
    }

    private String pair(double x, double y) {
        return "(" + x(x) + "," + value(y) + ")";
    }

    /**
     * An abscissa as PGFPlots gets it. It knows no symmetric logarithmic axis, and its own arithmetic has too few digits for one: there
     * it gets the coordinates.
     */
    private String x(double value) {
        AxisScale scale = layout.frame().x().scale();
        return value(scale instanceof SymmetricLogScale ? scale.forward(value) : value);
    }

    private void curve(Curve curve, CurveStyle stroke) {
        plot(colors.line(stroke) + ",no marks", coordinates(curve, layout.frame()));
    }

    /** The points; a height without a place on a logarithmic axis is put below the axis, where PGFPlots would leave it out. */
    private String coordinates(Curve curve, Frame frame) {
        boolean logarithmic = frame.y().scale() == AxisScale.LOG;
        double least = frame.ranges().y().lower() / 10;
        StringBuilder coordinates = new StringBuilder();
        for (int i = 0; i < curve.size(); i++) {
            if (!Double.isNaN(curve.yAt(i))) {
                double y = curve.yAt(i);
                coordinates.append(pair(curve.xAt(i), logarithmic && !(y > 0) ? least : y));
            }
        }
        return coordinates.toString();
    }

    private void guide(Guide guide, GuidePlace places) {
        places.of(guide).ifPresent(line -> {
            page.clip(layout.frame().area());
            String stroke = page.stroke(colors.palette().guide(), 1);
            if (guide instanceof Guide.Vertical vertical) {
                GuidePainter.veiled(
                                vertical.kind(),
                                line.from().getX(),
                                layout.frame().area())
                        .ifPresent(area -> page.fill(area, colors.palette().veil()));
                stroke += colors.dashes(GuidePlace.dashes(guide));
            }
            page.line(line.from(), line.to(), stroke);
            page.unclip();
            if (guide.label().isEmpty()) {
                return;
            }
            String color = ",text=" + colors.name(colors.palette().guide());
            page.node(
                    "anchor=base west," + PgfPage.font(measures.tickType()) + color,
                    line.words().getMinX(),
                    line.words().getMaxY(),
                    guide.label());
        });
    }

    private void points(PointSeries series, CurveStyle stroke, double shift) {
        String color = colors.name(colors.of(stroke));
        String line = series.connected() ? colors.line(stroke) : color + ",only marks";
        String options = line + "," + PgfBoxes.mark(series.marker(), color, 0.22 * measures.labelType())
                + (shift == 0 ? "" : ",xshift=" + PgfPage.number(shift) + "bp")
                + ",error bars/.cd,y dir=both,y explicit,error bar style={solid}";
        StringBuilder coordinates = new StringBuilder();
        for (PointSeries.Point p : series.points()) {
            double upper = Math.min(p.upper(), layout.frame().ranges().y().upper());
            double lower = Math.max(p.lower(), layout.frame().ranges().y().lower());
            coordinates
                    .append(pair(p.x(), p.y()))
                    .append(" += (0,")
                    .append(value(Math.max(0, upper - p.y())))
                    .append(") -= (0,")
                    .append(value(Math.max(0, p.y() - lower)))
                    .append(") ");
        }
        plot(options, coordinates.toString());
    }

    private void strip(Panel panel, Frame frame) {
        Panel.Strip strip = panel.strip().orElseThrow();
        begin(frame, true);
        FigureRanges ranges = frame.ranges();
        band(strip, ranges);
        String reference = value(strip.reference());
        out.add("\\addplot[" + colors.name(colors.palette().text()) + "] coordinates {("
                + x(ranges.x().lower()) + "," + reference + ")("
                + x(ranges.x().upper()) + "," + reference
                + ")};");
        CurveStyle bars =
                new CurveStyle(colors.palette().text(), colors.palette().text(), 1, List.of());
        PointSeries unnamed = new PointSeries(
                strip.points().id(), "", strip.points().points(), strip.points().marker(), false);
        points(unnamed, bars, 0);
        for (Curve curve : strip.curves()) {
            if (curve.visible() && curve.size() > 0) {
                plot(colors.line(panel.styleOf(curve).thinner()) + ",no marks", coordinates(curve, frame));
            }
        }
        out.add("\\end{axis}");
    }

    private void band(Panel.Strip strip, FigureRanges ranges) {
        if (strip.band() > 0) {
            String lower = value(Math.max(ranges.y().lower(), strip.reference() - strip.band()));
            String upper = value(Math.min(ranges.y().upper(), strip.reference() + strip.band()));
            out.add("\\fill[" + colors.name(colors.palette().grid().minor()) + "] (axis cs:"
                    + x(ranges.x().lower()) + "," + lower + ") rectangle (axis cs:"
                    + x(ranges.x().upper()) + "," + upper + ");");
        }
    }
}
