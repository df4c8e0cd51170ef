package org.eigenscope.figure.export;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveStyle;
import org.eigenscope.figure.FigureRanges;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Marker;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.SeriesStyles;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.Tick;

/** Writes one panel as PGFPlots axes, in points of 1/72 inch from the lower left corner of the page. */
final class PgfPanel {
    /** What a legend or a parameter box takes of the axes, about: TeX measures them, not we. */
    private static final double BOX = 0.35;

    private static final MathContext DIGITS = new MathContext(7);

    private final PanelLayout layout;
    private final PageStyle style;
    private final Measures measures;
    private final Typesetter type;
    private final Corners corners;
    private final PgfColors colors;
    private final List<String> out;

    PgfPanel(PanelLayout layout, PageStyle style, Typesetter type, PgfColors colors, List<String> out) {
        this.layout = layout;
        this.type = type;
        this.style = style;
        this.measures = new Measures(style.typeSize());
        this.colors = colors;
        this.out = out;
        this.corners = Corners.of(layout.panel(), layout.frame());
        layout.panel().inset().ifPresent(inset -> corners.take(inset.corner()));
    }

    /** A length as LaTeX reads it. */
    static String number(double points) {
        return SvgWriter.points(points);
    }

    /** A value on an axis, to more digits than paper shows. */
    private static String value(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e6 ? rounded.toPlainString() : rounded.toString();
    }

    void write() {
        Panel panel = layout.panel();
        Frame frame = layout.frame();
        boolean alone = layout.strip().isEmpty();
        begin(frame, alone);
        panel.chart().histogram().ifPresent(this::bars);
        panel.outlines().forEach(this::outline);
        panel.chart().curves().stream()
                .filter(c -> c.visible() && c.size() > 0)
                .forEach(c -> curve(c, panel.styleOf(c)));
        panel.chart().guides().forEach(this::guide);
        for (int i = 0; i < panel.points().size(); i++) {
            PointSeries series = panel.points().get(i);
            points(series, panel.styles().getOrDefault(series.id(), SeriesStyles.of(i)));
        }
        notes(panel);
        out.add("\\end{axis}");
        layout.strip().ifPresent(strip -> strip(panel, strip));
        titles(panel);
        panel.inset().ifPresent(this::inset);
    }

    /** A small panel over the large one, without titles. */
    private void inset(Panel.Inset inset) {
        InsetLayout place = InsetLayout.of(inset, layout.frame().area(), style, type);
        Rectangle2D box = place.outer();
        out.add("\\fill[" + colors.name(colors.palette().background()) + "] (" + number(box.getMinX()) + ","
                + number(style.height() - box.getMaxY()) + ") rectangle (" + number(box.getMaxX()) + ","
                + number(style.height() - box.getMinY()) + ");");
        FigureSpec chart = inset.chart();
        FigureSpec plain = chart.withTitle("")
                .withXAxis(chart.xAxis().withLabel(""))
                .withYAxis(chart.yAxis().withLabel(""));
        Panel small = Panel.of(plain).withStyles(layout.panel().styles());
        PanelLayout.Labels labels = new PanelLayout.Labels(true, true);
        PanelLayout inside = new PanelLayout(small, box, place.frame(), Optional.empty(), labels);
        out.add("{\\let\\ticksize\\insetsize");
        new PgfPanel(inside, place.style(), type, colors, out).write();
        out.add("}");
    }

    /** Titles stand where the other formats put them; PGFPlots would place them by its own measures. */
    private void titles(Panel panel) {
        Rectangle2D axes = layout.frame().area();
        Rectangle2D cell = layout.cell();
        if (layout.labels().abscissa()) {
            node(
                    "anchor=south",
                    axes.getCenterX(),
                    cell.getMaxY(),
                    panel.chart().xAxis().label());
        }
        if (layout.labels().ordinate()) {
            String upwards = "anchor=north,rotate=90";
            node(
                    upwards,
                    cell.getMinX(),
                    axes.getCenterY(),
                    panel.chart().yAxis().label());
            layout.strip()
                    .ifPresent(strip -> node(
                            upwards,
                            cell.getMinX(),
                            strip.area().getCenterY(),
                            panel.strip().orElseThrow().yAxis().label()));
        }
        String title = panel.chart().title();
        double scale = type.titleScale(title, measures.titleType(), layout.titleRoom());
        String fitted = scale < 1 ? ",scale=" + number(scale) : "";
        node("anchor=north" + fitted, axes.getCenterX(), cell.getMinY(), title);
    }

    private void node(String options, double x, double y, String text) {
        if (!text.isEmpty()) {
            out.add("\\node[font=\\labelsize,inner sep=0bp," + options + "] at (" + number(x) + ","
                    + number(style.height() - y) + ") {" + LatexText.of(text) + "};");
        }
    }

    private void begin(Frame frame, boolean labelled) {
        Rectangle2D area = frame.area();
        FigureRanges ranges = frame.ranges();
        out.add("\\begin{axis}[");
        out.add("  scale only axis, anchor=south west, at={(" + number(area.getMinX()) + "bp,"
                + number(style.height() - area.getMaxY()) + "bp)},");
        out.add("  width=" + number(area.getWidth()) + "bp, height=" + number(area.getHeight()) + "bp,");
        out.add("  xmode=" + mode(frame.x()) + ", ymode=" + mode(frame.y()) + ",");
        out.add("  xmin=" + value(ranges.x().lower()) + ", xmax="
                + value(ranges.x().upper()) + ", ymin=" + value(ranges.y().lower()) + ", ymax="
                + value(ranges.y().upper()) + ",");
        out.add("  " + ticks("x", frame.x(), labelled && layout.labels().abscissa()));
        out.add("  " + ticks("y", frame.y(), layout.labels().ordinate()));
        out.add("  axis x line*=bottom, axis y line*=left, tick align=outside, tick pos=left,");
        out.add("  axis line style={" + colors.name(colors.palette().axis()) + "}, tick style={"
                + colors.name(colors.palette().axis()) + "}, grid=major, major grid style={"
                + colors.name(colors.palette().grid().major()) + "},");
        out.add("  major tick length=" + number(measures.tick()) + "bp, minor tick length="
                + number(measures.minorTick()) + "bp, tick label style={font=\\ticksize},");
        out.add(
                "  legend style={font=\\ticksize, draw=none, fill opacity=0.85, text opacity=1}, legend cell align=left,"
                        + legend());
        out.add("]");
    }

    private static String mode(Frame.Axis axis) {
        return axis.scale() == AxisScale.LOG ? "log" : "normal";
    }

    private static String ticks(String axis, Frame.Axis values, boolean labelled) {
        List<Tick> major = values.ticks().major();
        String places = major.stream().map(t -> value(t.value())).collect(Collectors.joining(","));
        String labels =
                labelled ? major.stream().map(t -> LatexText.of(t.label())).collect(Collectors.joining(",")) : "";
        String minor =
                Arrays.stream(values.ticks().minor()).mapToObj(PgfPanel::value).collect(Collectors.joining(","));
        return axis + "tick={" + places + "}, " + axis + "ticklabels={" + labels + "}, minor " + axis + "tick={" + minor
                + "},";
    }

    private String legend() {
        LegendPosition wanted = layout.panel().chart().legend();
        if (wanted == LegendPosition.NONE) {
            return "";
        }
        if (wanted == LegendPosition.OUTSIDE) {
            return " legend columns=-1, legend style={at={(0,1)}, anchor=south west, /tikz/every even column/.append"
                    + " style={column sep=4bp}},";
        }
        return " legend pos=" + freeCorner(wanted) + ",";
    }

    /** The corner asked for, or the free one that covers the least, as an anchor. */
    private String freeCorner(LegendPosition wanted) {
        Rectangle2D area = layout.frame().area();
        LegendBox.Extent size = new LegendBox.Extent(area.getWidth() * BOX, area.getHeight() * BOX);
        return switch (corners.choose(wanted, size)) {
            case TOP_LEFT -> "north west";
            case BOTTOM_LEFT -> "south west";
            case BOTTOM_RIGHT -> "south east";
            default -> "north east";
        };
    }

    private void bars(HistogramSteps steps) {
        String fill = colors.name(colors.palette().bars().fill());
        String line = colors.name(colors.palette().bars().line());
        String options = "fill=" + fill + ",draw=" + line + ",line width=" + number(colors.points(1)) + "bp";
        steps(steps, options, true, true);
        String whisker = colors.name(colors.palette().text()) + ",line width=" + number(colors.points(1)) + "bp";
        double floor = layout.frame().ranges().y().lower();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            String x = value(steps.center(bin));
            steps.errorBar(bin)
                    .ifPresent(error -> out.add("\\draw[" + whisker + "] (axis cs:" + x + ","
                            + value(Math.max(floor, error.lower())) + ") -- (axis cs:" + x + "," + value(error.upper())
                            + ");"));
        }
    }

    private void outline(StepOutline outline) {
        steps(outline.steps(), colors.line(outline.style()), false, true);
    }

    /** One plot per run of bins without a gap; the first makes the legend. */
    private void steps(HistogramSteps steps, String options, boolean closed, boolean named) {
        boolean first = named;
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
                plot(options + (closed ? ",area legend" : "") + (first ? "" : ",forget plot"), run.toString(), closed);
                if (first) {
                    entry(steps.label());
                }
                first = false;
                run.setLength(0);
            }
        }
    }

    private void plot(String options, String coordinates, boolean closed) {
        out.add("\\addplot[" + options + "] coordinates {" + coordinates + "}" + (closed ? " -- cycle;" : ";"));
    }

    private void entry(String label) {
        if (layout.panel().chart().legend() != LegendPosition.NONE) {
            out.add("\\addlegendentry{" + LatexText.of(label) + "}");
        }
    }

    private static String pair(double x, double y) {
        return "(" + value(x) + "," + value(y) + ")";
    }

    private void curve(Curve curve, CurveStyle stroke) {
        plot(colors.line(stroke) + ",no marks", coordinates(curve, layout.frame()), false);
        entry(curve.label());
    }

    /** The points; a height without a place on a logarithmic axis is put below the axis, where PGFPlots would leave it out. */
    private static String coordinates(Curve curve, Frame frame) {
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

    private void guide(Guide guide) {
        String line = colors.name(colors.palette().guide()) + ",line width=" + number(colors.points(1)) + "bp";
        String label = "node[font=\\ticksize," + colors.name(colors.palette().guide()) + ",";
        if (guide instanceof Guide.Vertical vertical) {
            String x = value(vertical.position());
            if (vertical.kind() == Guide.Kind.MARK && guide.label().isEmpty()) {
                out.add("\\draw[" + line + "] ({axis cs:" + x + ",1}|-{rel axis cs:0,0}) -- ++(0bp,"
                        + number(measures.gap()) + "bp);");
                return;
            }
            out.add("\\draw[" + line + ",densely dashed] ({axis cs:" + x + ",1}|-{rel axis cs:0,0}) -- ({axis cs:" + x
                    + ",1}|-{rel axis cs:0,1}) " + label + "anchor=north west,inner sep=1bp]{"
                    + LatexText.of(guide.label()) + "};");
        } else {
            Guide.Slope slope = (Guide.Slope) guide;
            out.add("\\draw[" + line + "] (axis cs:" + value(slope.from()) + "," + value(slope.density())
                    + ") -- " + label + "anchor=south west,inner sep=1bp]{" + LatexText.of(guide.label())
                    + "} (axis cs:"
                    + value(slope.to()) + "," + value(slope.densityAt(slope.to())) + ");");
        }
    }

    private void points(PointSeries series, CurveStyle stroke) {
        String color = colors.name(stroke.light());
        String line = series.connected() ? colors.line(stroke) : color + ",only marks";
        String options = line + ",mark=" + mark(series.marker()) + ",mark options={solid,fill=" + color
                + "},mark size=" + number(0.22 * style.typeSize())
                + "bp,error bars/.cd,y dir=both,y explicit,error bar style={solid}";
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
        plot(options, coordinates.toString(), false);
        if (!series.label().isEmpty()) {
            entry(series.label());
        }
    }

    private static String mark(Marker marker) {
        return switch (marker) {
            case CIRCLE -> "*";
            case SQUARE -> "square*";
            case DIAMOND -> "diamond*";
            case TRIANGLE -> "triangle*";
        };
    }

    private void notes(Panel panel) {
        if (!panel.notes().isEmpty()) {
            String text = panel.notes().stream().map(LatexText::of).collect(Collectors.joining("\\\\"));
            String corner = freeCorner(LegendPosition.AUTO);
            String place =
                    (corner.endsWith("west") ? "0.01" : "0.99") + "," + (corner.startsWith("south") ? "0.01" : "0.99");
            out.add("\\node[font=\\ticksize,align=left,anchor=" + corner
                    + ",fill=white,fill opacity=0.85,text opacity=1] at (rel axis cs:" + place + ") {" + text + "};");
        }
    }

    private void strip(Panel panel, Frame frame) {
        Panel.Strip strip = panel.strip().orElseThrow();
        begin(frame, true);
        FigureRanges ranges = frame.ranges();
        band(strip, ranges);
        String reference = value(strip.reference());
        out.add("\\addplot[" + colors.name(colors.palette().text()) + ",forget plot] coordinates {("
                + value(ranges.x().lower()) + "," + reference + ")("
                + value(ranges.x().upper()) + "," + reference
                + ")};");
        CurveStyle bars =
                new CurveStyle(colors.palette().text(), colors.palette().text(), 1, List.of());
        PointSeries unnamed = new PointSeries(
                strip.points().id(), "", strip.points().points(), strip.points().marker(), false);
        points(unnamed, bars);
        for (Curve curve : strip.curves()) {
            if (curve.visible() && curve.size() > 0) {
                plot(colors.line(panel.styleOf(curve).thinner()) + ",no marks", coordinates(curve, frame), false);
            }
        }
        out.add("\\end{axis}");
    }

    private void band(Panel.Strip strip, FigureRanges ranges) {
        if (strip.band() > 0) {
            String lower = value(Math.max(ranges.y().lower(), strip.reference() - strip.band()));
            String upper = value(Math.min(ranges.y().upper(), strip.reference() + strip.band()));
            out.add("\\fill[" + colors.name(colors.palette().grid().minor()) + "] (axis cs:"
                    + value(ranges.x().lower()) + "," + lower + ") rectangle (axis cs:"
                    + value(ranges.x().upper()) + "," + upper + ");");
        }
    }
}
