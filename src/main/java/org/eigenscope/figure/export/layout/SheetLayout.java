package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * The layout of a sheet: the place of every item. All panels have axes of the same size; the margins around them are as
 * wide as their labels need, so that nothing is cut off and no paper is left over.
 */
public final class SheetLayout {
    /** The height of a strip as a fraction of the height of its panel. */
    private static final double STRIP_PART = 0.24;

    private static final double STRIP_GAP = 0.7;
    /** The margin around the page, in units of the type size. */
    private static final double EDGE = 0.15;

    private static final double GUTTER = 1.2;
    /** The largest part of the page that margins may take, so that axes remain. */
    private static final double MOST_MARGIN = 0.8;

    private final Sheet sheet;
    private final PageStyle style;
    private final Typesetter type;
    private final Measures measures;
    /** The legend of each panel, in the order of the panels. */
    private final List<PlacedLegend> legends;

    private SheetLayout(Sheet sheet, PageStyle style, Typesetter type, List<PlacedLegend> legends) {
        this.sheet = sheet;
        this.style = style;
        this.type = type;
        this.measures = new Measures(style.typeSize());
        this.legends = legends;
    }

    /**
     * A sheet laid out.
     *
     * @param panels its panels
     * @param legend the legend that they share, where they do
     * @param footnotes below them
     */
    public record Laid(List<PanelLayout> panels, Optional<Rows> legend, Footnotes footnotes) {}

    /**
     * The legend of all panels.
     *
     * @param below what its rows are as wide as, and stand above
     */
    public record Rows(LegendBox box, Rectangle2D below) {}

    /**
     * Lays a sheet out. The places of legends depend on the axes, and legends above the axes make the axes smaller. Parameters that
     * have no room inside stand below the panels.
     */
    public static Laid of(Sheet sheet, PageStyle style, Typesetter type) {
        Laid laid = inside(sheet, style, type);
        Measures measures = new Measures(style.typeSize());
        List<Panel> panels = new ArrayList<>();
        List<String> below = new ArrayList<>(sheet.notes());
        for (PanelLayout layout : laid.panels()) {
            Panel panel = sheet.panels().get(panels.size());
            boolean homeless = !panel.notes().isEmpty()
                    && PlacedBoxes.of(layout, type, measures).notes().isEmpty();
            panels.add(homeless ? panel.withNotes(List.of()) : panel);
            if (homeless) {
                String title = panel.chart().title();
                below.add((title.isEmpty() || sheet.panels().size() == 1 ? "" : title + ": ")
                        + String.join(", ", panel.notes()));
            }
        }
        boolean same = below.size() == sheet.notes().size();
        return same
                ? laid
                : inside(
                        new Sheet(panels, sheet.columns(), sheet.sharedAxes(), sheet.sharedLegend(), below),
                        style,
                        type);
    }

    private static Laid inside(Sheet sheet, PageStyle style, Typesetter type) {
        Measures measures = new Measures(style.typeSize());
        boolean shared = LegendBox.isShared(sheet);
        List<PlacedLegend> wanted = sheet.panels().stream()
                .map(panel -> LegendFitting.wanted(shared ? withoutLegend(panel) : panel, type, measures))
                .toList();
        Laid first = new SheetLayout(sheet, style, type, wanted).layout();
        List<PlacedLegend> settled = first.panels().stream()
                .map(panel -> LegendFitting.settle(panel, type, measures))
                .toList();
        return new SheetLayout(sheet, style, type, settled).layout();
    }

    private static Panel withoutLegend(Panel panel) {
        return panel.withChart(panel.chart().withLegend(LegendPosition.NONE));
    }

    /** The shared legend for rows that begin at the first axes; empty where there is none. */
    private Optional<LegendBox> shared(double left) {
        if (!LegendBox.isShared(sheet)) {
            return Optional.empty();
        }
        LegendBox legend = LegendBox.shared(sheet, type, measures);
        return Optional.of(legend)
                .filter(LegendBox::isWorthShowing)
                .map(box -> box.fitted(rowWidth(left), Double.POSITIVE_INFINITY));
    }

    private double rowWidth(double left) {
        return style.width() - left - measures.gap();
    }

    /** The height of the shared legend, with the gap below it. */
    private double header(double left) {
        return shared(left)
                .map(box -> box.heightInRows(rowWidth(left)) + measures.gap())
                .orElse(0.0);
    }

    private List<String> footnotes() {
        return Footnotes.broken(sheet.notes(), style.width() - 2 * EDGE * style.typeSize(), type, measures);
    }

    private double footer() {
        return Footnotes.height(footnotes().size(), measures);
    }

    private double firstAxes(List<Margins> columns) {
        return EDGE * style.typeSize() + columns.get(0).left();
    }

    /** Room beside the axes, in points. */
    private record Margins(double left, double right, double top, double bottom) {
        Margins max(Margins other) {
            return new Margins(
                    Math.max(left, other.left),
                    Math.max(right, other.right),
                    Math.max(top, other.top),
                    Math.max(bottom, other.bottom));
        }

        double across() {
            return left + right;
        }

        double along() {
            return top + bottom;
        }
    }

    private Laid layout() {
        double width = style.width() / sheet.columns() * 0.75;
        double height = style.height() / sheet.rows() * 0.7;
        // the labels depend on the axes' size and the other way round: the second pass settles it
        for (int pass = 0; pass < 2; pass++) {
            List<Margins> columns = columnMargins(width, height);
            List<Margins> rows = rowMargins(width, height);
            width = axesLength(
                    style.width(), columns.stream().mapToDouble(Margins::across).sum(), sheet.columns());
            double along = rows.stream().mapToDouble(Margins::along).sum() + header(firstAxes(columns)) + footer();
            height = axesLength(style.height(), along, sheet.rows());
        }
        return place(width, height, columnMargins(width, height), rowMargins(width, height));
    }

    private double axesLength(double page, double margins, int count) {
        double rest = page - 2 * EDGE * style.typeSize() - gutters(count) - margins;
        return Math.max(rest, (1 - MOST_MARGIN) * page) / count;
    }

    private double gutters(int count) {
        return (count - 1) * GUTTER * style.typeSize();
    }

    private List<Margins> columnMargins(double width, double height) {
        List<Margins> margins = new ArrayList<>();
        for (int column = 0; column < sheet.columns(); column++) {
            Margins widest = new Margins(0, 0, 0, 0);
            for (int i = column; i < sheet.panels().size(); i += sheet.columns()) {
                widest = widest.max(margins(i, width, height));
            }
            margins.add(widest);
        }
        return margins;
    }

    private List<Margins> rowMargins(double width, double height) {
        List<Margins> margins = new ArrayList<>();
        for (int row = 0; row < sheet.rows(); row++) {
            Margins highest = new Margins(0, 0, 0, 0);
            int end = Math.min((row + 1) * sheet.columns(), sheet.panels().size());
            for (int i = row * sheet.columns(); i < end; i++) {
                highest = highest.max(margins(i, width, height));
            }
            margins.add(highest);
        }
        return margins;
    }

    private Laid place(double width, double height, List<Margins> columns, List<Margins> rows) {
        List<PanelLayout> layouts = new ArrayList<>();
        double edge = EDGE * style.typeSize();
        double start = firstAxes(columns);
        double header = header(start);
        double top = edge + header;
        for (int row = 0; row < sheet.rows(); row++) {
            double left = edge;
            for (int column = 0; column < sheet.columns(); column++) {
                int index = row * sheet.columns() + column;
                if (index < sheet.panels().size()) {
                    Margins across = columns.get(column);
                    Margins along = rows.get(row);
                    Rectangle2D cell =
                            new Rectangle2D.Double(left, top, width + across.across(), height + along.along());
                    Rectangle2D axes = new Rectangle2D.Double(left + across.left(), top + along.top(), width, height);
                    layouts.add(panel(index, cell, axes));
                }
                left += columns.get(column).across() + width + GUTTER * style.typeSize();
            }
            top += rows.get(row).along() + height + GUTTER * style.typeSize();
        }
        Rectangle2D below = new Rectangle2D.Double(start, header, rowWidth(start), 1);
        double foot = style.height() - edge - footer() + 2 * measures.gap();
        Footnotes footnotes = new Footnotes(footnotes(), measures.noteType(), edge, foot);
        return new Laid(layouts, shared(start).map(box -> new Rows(box, below)), footnotes);
    }

    private PanelLayout panel(int index, Rectangle2D cell, Rectangle2D axes) {
        Panel panel = sheet.panels().get(index);
        double upper = upperHeight(panel, axes.getHeight());
        Rectangle2D main = new Rectangle2D.Double(axes.getX(), axes.getY(), axes.getWidth(), upper);
        Frame frame = frame(panel.chart(), FigureRanges.of(panel.chart()), main);
        Optional<Frame> strip = panel.strip().map(s -> {
            double from = upper + STRIP_GAP * style.typeSize();
            Rectangle2D area =
                    new Rectangle2D.Double(axes.getX(), axes.getY() + from, axes.getWidth(), axes.getHeight() - from);
            FigureSpec chart = panel.chart().withYAxis(s.yAxis());
            return frame(
                    chart,
                    new FigureRanges(frame.ranges().x(), s.yAxis().range().orElseThrow()),
                    area);
        });
        PlacedLegend legend = legends.get(index);
        Panel settled = InsetLayout.settled(panel, frame, legend, type, measures);
        return new PanelLayout(settled, cell, frame, strip, labels(index), legend);
    }

    private double upperHeight(Panel panel, double height) {
        return panel.strip().isPresent() ? (1 - STRIP_PART) * height - STRIP_GAP * style.typeSize() : height;
    }

    private PanelLayout.Labels labels(int index) {
        boolean lowest = index + sheet.columns() >= sheet.panels().size();
        boolean first = index % sheet.columns() == 0;
        return new PanelLayout.Labels(!sheet.sharedAxes() || lowest, !sheet.sharedAxes() || first);
    }

    /** Axes of a chart in an area, with as many ticks as have room. */
    Frame frame(FigureSpec chart, FigureRanges ranges, Rectangle2D area) {
        return new Frame(
                area,
                ranges,
                new Frame.Axis(
                        chart.xAxis().scale(), abscissaTicks(chart.xAxis().scale(), ranges.x(), area.getWidth())),
                new Frame.Axis(
                        chart.yAxis().scale(), ordinateTicks(chart.yAxis().scale(), ranges.y(), area.getHeight())));
    }

    /** The axes of an inset. */
    static Frame inset(FigureSpec chart, Rectangle2D area, PageStyle style, Typesetter type) {
        Sheet alone = Sheet.of(Panel.of(chart));
        return new SheetLayout(alone, style, type, List.of()).frame(chart, FigureRanges.of(chart), area);
    }

    private Ticks abscissaTicks(AxisScale scale, AxisRange range, double length) {
        double size = measures.tickType();
        return Ticks.fitting(scale, range, length, label -> type.width(label, size) + 0.9 * size);
    }

    private Ticks ordinateTicks(AxisScale scale, AxisRange range, double length) {
        double size = measures.tickType();
        return Ticks.fitting(scale, range, length, label -> 1.9 * size);
    }

    private Margins margins(int index, double width, double height) {
        Panel panel = sheet.panels().get(index);
        FigureSpec chart = panel.chart();
        FigureRanges ranges = FigureRanges.of(chart);
        PanelLayout.Labels labels = labels(index);
        Ticks abscissa = abscissaTicks(chart.xAxis().scale(), ranges.x(), width);
        double left = labels.ordinate() ? ordinateMargin(panel, ranges, height) : 0;
        double bottom = labels.abscissa()
                ? measures.abscissaMargin(!chart.xAxis().label().isEmpty())
                : measures.tick();
        double overhang = overhang(abscissa, chart.xAxis(), ranges.x(), width);
        double top = measures.topMargin(!chart.title().isEmpty());
        double bar = panel.marks()
                .heatMap()
                .map(map -> ColorBar.width(map, height, type, measures))
                .orElse(0.0);
        double right = Math.max(bar, labels.abscissa() ? overhang : 0);
        double above = legends.get(index).heightAbove(width, left + width + right);
        return new Margins(left, right, top + (above > 0 ? above + measures.gap() : 0), bottom);
    }

    private double ordinateMargin(Panel panel, FigureRanges ranges, double height) {
        AxisSpec axis = panel.chart().yAxis();
        double widest = widest(ordinateTicks(axis.scale(), ranges.y(), upperHeight(panel, height)));
        if (panel.strip().isPresent()) {
            AxisSpec lower = panel.strip().get().yAxis();
            double room = STRIP_PART * height;
            widest = Math.max(
                    widest, widest(ordinateTicks(lower.scale(), lower.range().orElseThrow(), room)));
        }
        return measures.ordinateMargin(widest, !axis.label().isEmpty());
    }

    private double widest(Ticks ticks) {
        return ticks.major().stream()
                .mapToDouble(t -> type.width(t.label(), measures.tickType()))
                .max()
                .orElse(0);
    }

    /** How far the last label of the abscissa reaches beyond the axis. */
    private double overhang(Ticks ticks, AxisSpec axis, AxisRange range, double width) {
        double most = measures.line();
        for (Tick tick : ticks.major()) {
            double beyond = range.fraction(axis.scale(), tick.value()) * width
                    + type.width(tick.label(), measures.tickType()) / 2
                    - width;
            most = Math.max(most, beyond);
        }
        return most;
    }
}
