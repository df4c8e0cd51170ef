package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Marker;
import org.eigenscope.figure.style.SeriesStyles;

/** The entries of a legend and the room they need. */
public final class LegendBox {
    /** The length of a sample of line, in units of the type size. */
    private static final double SAMPLE = 2.1;

    /** Below this part of the type's size names are cut short instead. */
    private static final double LEAST_SCALE = 0.7;

    private final List<Entry> entries;
    private final List<Double> widths;
    private final Typesetter type;
    private final Measures measures;

    /**
     * A line of the legend.
     *
     * @param label its text
     * @param stroke the line it explains; empty for bars
     * @param marker the points it explains, if any
     */
    public record Entry(String label, Optional<CurveStyle> stroke, Optional<Marker> marker) {}

    private LegendBox(List<Entry> entries, Typesetter type, Measures measures) {
        this.entries = entries;
        this.type = type;
        this.measures = measures;
        this.widths = entries.stream()
                .map(e -> labelStart() + type.width(e.label(), measures.tickType()))
                .toList();
    }

    public static LegendBox of(Panel panel, Typesetter type, Measures measures) {
        return new LegendBox(entries(panel), type, measures);
    }

    /** One legend for all panels; each text appears once. */
    static LegendBox shared(Sheet sheet, Typesetter type, Measures measures) {
        Map<String, Entry> byLabel = new LinkedHashMap<>();
        for (Panel panel : sheet.panels()) {
            entries(panel).forEach(entry -> byLabel.putIfAbsent(entry.label(), entry));
        }
        return new LegendBox(List.copyOf(byLabel.values()), type, measures);
    }

    /** Whether a sheet has one legend for all its panels, which panels that want theirs in a corner do not share. */
    static boolean isShared(Sheet sheet) {
        return sheet.sharedLegend()
                && sheet.panels().stream()
                        .map(panel -> panel.chart().legend())
                        .allMatch(legend -> legend == LegendPosition.AUTO || legend == LegendPosition.OUTSIDE);
    }

    private static List<Entry> entries(Panel panel) {
        List<Entry> entries = new ArrayList<>();
        panel.chart()
                .histogram()
                .filter(h -> !h.isEmpty() && !h.label().isEmpty())
                .ifPresent(h -> entries.add(new Entry(h.label(), Optional.empty(), Optional.empty())));
        for (StepOutline outline : panel.outlines()) {
            if (!outline.steps().label().isEmpty()) {
                entries.add(new Entry(outline.steps().label(), Optional.of(outline.style()), Optional.empty()));
            }
        }
        for (Curve curve : panel.chart().curves()) {
            if (curve.visible() && curve.size() > 0 && !curve.label().isEmpty()) {
                entries.add(new Entry(curve.label(), Optional.of(panel.styleOf(curve)), Optional.empty()));
            }
        }
        for (int i = 0; i < panel.points().size(); i++) {
            PointSeries points = panel.points().get(i);
            if (!points.label().isEmpty()) {
                CurveStyle style = panel.styles().getOrDefault(points.id(), SeriesStyles.of(i));
                entries.add(new Entry(points.label(), Optional.of(style), Optional.of(points.marker())));
            }
        }
        return entries;
    }

    /** The same in other type. */
    LegendBox scaled(double scale) {
        return new LegendBox(entries, type, measures.scaled(scale));
    }

    /** The same for a width and a height of room: in smaller type, and where that is not enough with shorter names. */
    LegendBox fitted(double width, double height) {
        double wanted = Math.min(width / widest(), height / stacked().height());
        LegendBox box = wanted < 1 ? scaled(Math.max(LEAST_SCALE, wanted)) : this;
        double room = width - box.labelStart();
        List<Entry> shortened = box.entries.stream()
                .map(e -> new Entry(type.shortened(e.label(), box.measures.tickType(), room), e.stroke(), e.marker()))
                .toList();
        return new LegendBox(shortened, type, box.measures);
    }

    /** The lengths of its type. */
    public Measures measures() {
        return measures;
    }

    /** The length of a sample of line. */
    public double sample() {
        return SAMPLE * measures.tickType();
    }

    /** The distance from the start of an entry to the start of its text, in points. */
    public double labelStart() {
        return sample() + measures.gap();
    }

    double widest() {
        return widths.stream().mapToDouble(w -> w).max().orElse(0);
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether the legend is shown: with fewer than two entries there is nothing to distinguish. */
    boolean isWorthShowing() {
        return entries.size() > 1;
    }

    /** The size of a box with one entry below the other. */
    Extent stacked() {
        return new Extent(widest() + 2 * measures.gap(), entries.size() * measures.leading() + 1.2 * measures.gap());
    }

    /**
     * An entry on the page.
     *
     * @param x where it begins
     * @param y its middle
     */
    public record Line(Entry entry, double x, double y) {}

    /** The entries one below the other, in a box with the given upper left corner. */
    public List<Line> stackedFrom(double left, double top) {
        List<Line> lines = new ArrayList<>();
        double y = top + 0.6 * measures.gap() + measures.leading() / 2;
        for (Entry entry : entries) {
            lines.add(new Line(entry, left + measures.gap(), y));
            y += measures.leading();
        }
        return lines;
    }

    /** The entries in rows as wide as an area, a gap above it. */
    public List<Line> rowsOver(Rectangle2D below, double gap) {
        List<Line> lines = new ArrayList<>();
        double y = below.getMinY() - gap - heightInRows(below.getWidth()) + measures.leading() / 2;
        for (List<Integer> row : rows(below.getWidth())) {
            double x = below.getMinX();
            for (int entry : row) {
                lines.add(new Line(entries.get(entry), x, y));
                x += widths.get(entry) + between();
            }
            y += measures.leading();
        }
        return lines;
    }

    /** The entries in rows of at most the given width. */
    private List<List<Integer>> rows(double width) {
        List<List<Integer>> rows = new ArrayList<>();
        double used = Double.POSITIVE_INFINITY;
        for (int i = 0; i < entries.size(); i++) {
            if (used + widths.get(i) > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(i);
            used += widths.get(i) + between();
        }
        return rows;
    }

    /** Between entries that share a row. */
    private double between() {
        return 3 * measures.gap();
    }

    double heightInRows(double width) {
        return rows(width).size() * measures.leading();
    }

    /** A width and a height, in points. */
    record Extent(double width, double height) {}
}
