package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typesetter;

/**
 * Where the legend and the parameter box stand inside the axes of a panel, in corners of their own.
 *
 * @param legend the room of the legend, where it stands inside
 * @param notes the parameter box, where it stands inside
 */
public record PlacedBoxes(Optional<Rectangle2D> legend, Optional<Notes> notes) {
    /** The sizes of the box's type that are tried, as fractions of the usual, down to the least. */
    private static final double[] NOTE_SCALES = {1, 0.9, 0.8, 0.7, 0};
    /** The least type size of the parameter box, in points. */
    private static final double LEAST_NOTE = 5;

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
        Corners corners = Corners.of(layout.panel(), layout.frame(), type, measures);
        Optional<Rectangle2D> legend = Optional.empty();
        LegendPosition position = layout.legend().position();
        if (position.isCorner()) {
            LegendBox.Extent size = layout.legend().box().stacked();
            Rectangle2D room = corners.room(position, size);
            corners.take(position, room);
            legend = Optional.of(room);
        }
        return new PlacedBoxes(legend, notes(layout.panel(), corners, type, measures));
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

    /** The box in the corner that was asked for, or in the largest type that fits into a corner without hiding a line or a box. */
    private static Optional<Notes> notes(Panel panel, Corners corners, Typesetter type, Measures measures) {
        List<String> lines = panel.notes();
        if (panel.notesPlace().isCorner()) {
            return box(lines, corners.room(panel.notesPlace(), extent(lines, type, measures)), measures);
        }
        double least = Math.min(1, LEAST_NOTE / measures.noteType());
        for (double scale : NOTE_SCALES) {
            Measures fitting = measures.scaled(Math.max(least, scale));
            LegendBox.Extent size = extent(lines, type, fitting);
            LegendPosition corner = corners.best(size);
            if (panel.notesPlace() == LegendPosition.AUTO && corners.isFree(corner, size)) {
                return box(lines, corners.room(corner, size), fitting);
            }
        }
        return Optional.empty();
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
