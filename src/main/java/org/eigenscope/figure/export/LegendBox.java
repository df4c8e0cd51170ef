package org.eigenscope.figure.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.CurveStyle;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Marker;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.SeriesStyles;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.StepOutline;

/** The entries of a legend and the room they need. */
final class LegendBox {
    /** The length of a sample of line, in units of the type size. */
    private static final double SAMPLE = 2.1;

    private final List<Entry> entries;
    private final List<Double> widths;
    private final Measures measures;

    /**
     * A line of the legend.
     *
     * @param label its text
     * @param stroke the line it explains; empty for bars
     * @param marker the points it explains, if any
     */
    record Entry(String label, Optional<CurveStyle> stroke, Optional<Marker> marker) {}

    private LegendBox(List<Entry> entries, List<Double> widths, Measures measures) {
        this.entries = entries;
        this.widths = widths;
        this.measures = measures;
    }

    static LegendBox of(Panel panel, Typesetter type, Measures measures) {
        return of(entries(panel), type, measures);
    }

    /** The legend that stands for those of all panels; each text appears once. */
    static LegendBox shared(Sheet sheet, Typesetter type, Measures measures) {
        Map<String, Entry> byLabel = new LinkedHashMap<>();
        for (Panel panel : sheet.panels()) {
            entries(panel).forEach(entry -> byLabel.putIfAbsent(entry.label(), entry));
        }
        return of(List.copyOf(byLabel.values()), type, measures);
    }

    /** Whether a sheet has one legend for all its panels, which panels that want theirs in a corner do not share. */
    static boolean isShared(Sheet sheet) {
        return sheet.sharedLegend()
                && sheet.panels().stream()
                        .map(panel -> panel.chart().legend())
                        .allMatch(legend -> legend == LegendPosition.AUTO || legend == LegendPosition.OUTSIDE);
    }

    private static LegendBox of(List<Entry> entries, Typesetter type, Measures measures) {
        List<Double> widths = entries.stream()
                .map(e -> sample(measures) + measures.gap() + type.width(e.label(), measures.tickType()))
                .toList();
        return new LegendBox(entries, widths, measures);
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

    static double sample(Measures measures) {
        return SAMPLE * measures.tickType();
    }

    List<Entry> entries() {
        return entries;
    }

    double width(int entry) {
        return widths.get(entry);
    }

    /** With less than two entries there is nothing to tell apart. */
    boolean isWorthShowing() {
        return entries.size() > 1;
    }

    /** The size of a box with one entry below the other. */
    Extent stacked() {
        double widest = widths.stream().mapToDouble(w -> w).max().orElse(0);
        return new Extent(widest + 2 * measures.gap(), entries.size() * measures.leading() + 1.2 * measures.gap());
    }

    /** The entries in rows of at most the given width. */
    List<List<Integer>> rows(double width) {
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
    double between() {
        return 3 * measures.gap();
    }

    double heightInRows(double width) {
        return rows(width).size() * measures.leading();
    }

    /** A width and a height, in points. */
    record Extent(double width, double height) {}
}
