package org.eigenscope.figure.export;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.LegendPosition;

/**
 * Where the legend and the parameter box stand inside the axes of a panel, in corners of their own.
 *
 * @param legend the room of the legend, where it stands inside
 * @param notes the parameter box, where there is one
 */
record PlacedBoxes(Optional<Rectangle2D> legend, Optional<Notes> notes) {
    private static final double[] NOTE_SCALES = {1, 0.9, 0.8, 0.7};
    /** In points. */
    private static final double LEAST_NOTE = 5;

    private static final double LEADING = 1.3;

    /**
     * A parameter box.
     *
     * @param area its room
     * @param size of its type, in points
     * @param lines what it says
     */
    record Notes(Rectangle2D area, double size, List<Note> lines) {}

    /** A line of a parameter box. */
    record Note(String text, double x, double baseline) {}

    static PlacedBoxes of(PanelLayout layout, Typesetter type, Measures measures) {
        Rectangle2D axes = layout.frame().area();
        Corners corners = Corners.of(layout.panel(), layout.frame(), type, measures);
        layout.panel().inset().ifPresent(inset -> corners.take(inset.corner()));
        Optional<Rectangle2D> legend = Optional.empty();
        LegendPosition position = layout.legend().position();
        if (position.isCorner()) {
            corners.take(position);
            LegendBox.Extent size = layout.legend().box().stacked();
            legend = Optional.of(Corners.place(axes, position, size, measures.gap()));
        }
        List<String> lines = layout.panel().notes();
        return new PlacedBoxes(
                legend, lines.isEmpty() ? Optional.empty() : Optional.of(notes(lines, corners, axes, type, measures)));
    }

    /** All that stands over the data: these, and the inset. */
    List<Rectangle2D> over(PanelLayout layout, PageStyle style, Typesetter type) {
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

    /** In type as large as fits into a corner without hiding a line, or else in the smallest. */
    private static Notes notes(
            List<String> lines, Corners corners, Rectangle2D axes, Typesetter type, Measures measures) {
        Measures fitting = measures;
        for (double scale : NOTE_SCALES) {
            if (scale * measures.noteType() >= Math.min(LEAST_NOTE, measures.noteType())) {
                fitting = measures.scaled(scale);
                LegendBox.Extent size = extent(lines, type, fitting);
                if (corners.isFree(corners.best(size), size)) {
                    break;
                }
            }
        }
        LegendBox.Extent extent = extent(lines, type, fitting);
        return written(lines, Corners.place(axes, corners.best(extent), extent, measures.gap()), fitting);
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
