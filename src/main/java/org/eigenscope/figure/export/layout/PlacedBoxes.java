package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * Where the legend and the parameter box stand inside the axes of a panel, in corners of their own.
 *
 * @param legend the room of the legend, where it stands inside
 * @param notes the parameter box, where there is one
 */
public record PlacedBoxes(Optional<Rectangle2D> legend, Optional<Notes> notes) {
    /** The sizes of the box's type that are tried, as fractions of the usual, down to the least. */
    private static final double[] NOTE_SCALES = {1, 0.9, 0.8, 0.7, 0};
    /** The least type size of the parameter box, in points. */
    private static final double LEAST_NOTE = 5;
    /** The largest part of the axes that a box takes if it hides lines in every corner. */
    private static final double MOST_HIDDEN = 0.5;

    private static final double LEADING = 1.3;

    /**
     * A parameter box.
     *
     * @param area its room
     * @param size of its type, in points
     * @param lines its text
     */
    public record Notes(Rectangle2D area, double size, List<Note> lines) {}

    /** A line of a parameter box. */
    public record Note(String text, double x, double baseline) {}

    public static PlacedBoxes of(PanelLayout layout, Typesetter type, Measures measures) {
        Rectangle2D axes = layout.frame().area();
        Corners corners = Corners.of(layout.panel(), layout.frame(), type, measures);
        Optional<Rectangle2D> legend = Optional.empty();
        LegendPosition position = layout.legend().position();
        if (position.isCorner()) {
            LegendBox.Extent size = layout.legend().box().stacked();
            Rectangle2D room = corners.room(position, size);
            corners.take(position, room);
            legend = Optional.of(room);
        }
        return new PlacedBoxes(legend, notes(layout.panel().notes(), corners, axes, type, measures));
    }

    /** All that stands over the data: these, and the inset. */
    public List<Rectangle2D> over(PanelLayout layout, PageStyle style, Typesetter type) {
        List<Rectangle2D> areas = new ArrayList<>();
        legend.ifPresent(areas::add);
        notes.ifPresent(box -> areas.add(box.area()));
        layout.panel()
                .inset()
                .ifPresent(
                        inset -> areas.add(InsetLayout.of(inset, layout.frame().area(), style, type)
                                .outer()));
        return areas;
    }

    /**
     * The box in the largest type that fits into a corner without hiding a line or a box. If none fits, it is in the
     * smallest type over lines, with as many lines of text as leave most of the axes visible.
     */
    private static Optional<Notes> notes(
            List<String> lines, Corners corners, Rectangle2D axes, Typesetter type, Measures measures) {
        double least = Math.min(1, LEAST_NOTE / measures.noteType());
        for (double scale : NOTE_SCALES) {
            Measures fitting = measures.scaled(Math.max(least, scale));
            LegendBox.Extent size = extent(lines, type, fitting);
            LegendPosition corner = corners.best(size);
            if (corners.isFree(corner, size)) {
                return box(lines, corners.room(corner, size), fitting);
            }
        }
        Measures smallest = measures.scaled(least);
        Predicate<String> fits = line -> corners.fits(extent(List.of(line), type, smallest));
        List<String> kept = new ArrayList<>(lines);
        kept.replaceAll(line -> fits.test(line) ? line : withoutInterval(line));
        kept.removeIf(fits.negate());
        LegendBox.Extent size = extent(kept, type, smallest);
        while (!kept.isEmpty() && !(corners.fits(size) && hidden(size, axes) <= MOST_HIDDEN)) {
            kept.remove(kept.size() - 1);
            size = extent(kept, type, smallest);
        }
        return box(kept, corners.room(corners.best(size), size), smallest);
    }

    /** The line without the interval in brackets at its end. */
    private static String withoutInterval(String line) {
        int bracket = line.indexOf(" [");
        return bracket < 0 ? line : line.substring(0, bracket);
    }

    private static double hidden(LegendBox.Extent size, Rectangle2D axes) {
        return size.width() * size.height() / (axes.getWidth() * axes.getHeight());
    }

    private static Optional<Notes> box(List<String> lines, Rectangle2D area, Measures measures) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(written(lines, area, measures));
    }

    private static Notes written(List<String> lines, Rectangle2D area, Measures measures) {
        double size = measures.noteType();
        double baseline = area.getMinY() + 0.6 * measures.gap() + (LEADING * size + Typesetter.rise(size)) / 2;
        List<Note> placed = new ArrayList<>();
        for (String line : lines) {
            placed.add(new Note(line, area.getMinX() + measures.gap(), baseline));
            baseline += LEADING * size;
        }
        return new Notes(area, size, placed);
    }

    private static LegendBox.Extent extent(List<String> lines, Typesetter type, Measures measures) {
        double widest = lines.stream()
                .mapToDouble(line -> type.width(line, measures.noteType()))
                .max()
                .orElse(0);
        double height = lines.size() * LEADING * measures.noteType();
        return new LegendBox.Extent(widest + 2 * measures.gap(), height + 1.2 * measures.gap());
    }
}
