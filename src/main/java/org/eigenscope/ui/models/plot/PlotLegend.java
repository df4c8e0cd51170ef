package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Marker;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.text.Printable;

/**
 * What the lines and marks of a panel are called, in lines over it. Of more than there is room for, some are named: they are in an order,
 * and the first and the last are among them.
 *
 * @param entries with their places
 * @param height of all lines, in pixels
 */
record PlotLegend(List<Entry> entries, double height) {
    private static final double LINE = 17;
    private static final int MOST_LINES = 2;
    private static final double LETTER = 6.3;
    /** The room of a line or mark before its name, and of the gap behind that. */
    private static final double AROUND = 42;

    private static final int LONGEST = 40;

    PlotLegend {
        entries = List.copyOf(entries);
    }

    /**
     * One name.
     *
     * @param item what is named
     * @param left where it starts, in pixels from the left end of the legend
     * @param line in which line it stands, from 0
     */
    record Entry(Item item, double left, int line) {}

    /**
     * A line, a mark or both.
     *
     * @param text its name
     * @param style its colour and stroke
     * @param mark its mark, if it has one
     * @param isLine whether a line is drawn
     */
    record Item(String text, CurveStyle style, Optional<Marker> mark, boolean isLine) {
        double width() {
            return (isPlain() ? LETTER : AROUND) + LETTER * text.length();
        }

        /** Whether it is text alone. */
        boolean isPlain() {
            return mark.isEmpty() && !isLine;
        }
    }

    static PlotLegend of(Panel panel, double width) {
        List<Item> items = items(panel);
        for (int named = items.size(); named > 1; named--) {
            PlotLegend placed = placed(some(items, named), width);
            if (placed.height() <= MOST_LINES * LINE) {
                return placed;
            }
        }
        return placed(items.subList(0, Math.min(1, items.size())), width);
    }

    private static List<Item> items(Panel panel) {
        List<Item> items = new ArrayList<>();
        for (Curve curve : panel.chart().curves()) {
            add(items, curve.label(), panel.styleOf(curve), Optional.empty(), true);
        }
        for (StepOutline outline : panel.outlines()) {
            add(items, outline.steps().label(), outline.style(), Optional.empty(), true);
        }
        for (int i = 0; i < panel.points().size(); i++) {
            PointSeries series = panel.points().get(i);
            CurveStyle style = panel.styles().getOrDefault(series.id(), SeriesStyles.of(i));
            add(items, series.label(), style, Optional.of(series.marker()), series.connected());
        }
        return items;
    }

    private static void add(List<Item> items, String label, CurveStyle style, Optional<Marker> mark, boolean isLine) {
        String text = Printable.of(PlotLayout.plain(label));
        if (!text.isEmpty()) {
            String shown = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
            items.add(new Item(shown, style, mark, isLine));
        }
    }

    /** As many of the items, evenly apart, and how many there are. */
    private static List<Item> some(List<Item> items, int named) {
        if (named == items.size()) {
            return items;
        }
        List<Item> some = new ArrayList<>();
        for (int i = 0; i < named; i++) {
            some.add(items.get((int) Math.round(i * (items.size() - 1.0) / (named - 1))));
        }
        String all = "(of " + items.size() + ")";
        some.add(new Item(all, items.get(0).style(), Optional.empty(), false));
        return some;
    }

    private static PlotLegend placed(List<Item> items, double width) {
        List<Entry> entries = new ArrayList<>();
        double left = 0;
        int line = 0;
        for (Item item : items) {
            double room = item.width();
            if (left > 0 && left + room > width) {
                left = 0;
                line++;
            }
            entries.add(new Entry(item, left, line));
            left += room;
        }
        return new PlotLegend(entries, items.isEmpty() ? 0 : LINE * (line + 1));
    }
}
