package org.eigenscope.figure;

import java.util.List;
import java.util.Objects;

/**
 * A whole figure: panels in a grid, filled row by row.
 *
 * @param panels at least one
 * @param columns how many stand side by side
 * @param sharedAxes whether only the first column writes ordinates and only the last panel of a column abscissae; the
 *     panels' ranges must then agree
 * @param sharedLegend whether all panels share one legend across the top
 * @param notes sentences below the panels
 */
public record Sheet(List<Panel> panels, int columns, boolean sharedAxes, boolean sharedLegend, List<String> notes) {
    public Sheet {
        notes = List.copyOf(notes);
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("panels is empty");
        }
        if (columns < 1 || columns > panels.size()) {
            throw new IllegalArgumentException("columns = " + columns + " is outside [1, " + panels.size() + "]");
        }
    }

    /** A figure without notes below. */
    public Sheet(List<Panel> panels, int columns, boolean sharedAxes, boolean sharedLegend) {
        this(panels, columns, sharedAxes, sharedLegend, List.of());
    }

    /** The same with notes below. */
    public Sheet withNotes(List<String> value) {
        return new Sheet(panels, columns, sharedAxes, sharedLegend, value);
    }

    /** A figure of one panel. */
    public static Sheet of(Panel panel) {
        return new Sheet(List.of(Objects.requireNonNull(panel, "panel")), 1, false, false);
    }

    /** How many rows the grid has. */
    public int rows() {
        return (panels.size() + columns - 1) / columns;
    }
}
