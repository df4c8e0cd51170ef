package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.LegendPosition;

/**
 * A legend and where it stands.
 *
 * @param box its entries, as large as they are set
 * @param position a corner, {@link LegendPosition#OUTSIDE}, {@link LegendPosition#NONE}, or not known yet
 */
public record PlacedLegend(LegendBox box, LegendPosition position) {
    /** The height of its rows above axes; 0 inside them. */
    double heightAbove(double axesWidth, double cellWidth) {
        if (position != LegendPosition.OUTSIDE || box.entries().isEmpty()) {
            return 0;
        }
        return box.heightInRows(box.widest() <= axesWidth ? axesWidth : cellWidth);
    }

    /** The width and the left end of its rows: of the axes, or where an entry is wider than those, of the whole panel. */
    public Rectangle2D rowsOver(Rectangle2D axes, Rectangle2D cell) {
        Rectangle2D across = box.widest() <= axes.getWidth() ? axes : cell;
        return new Rectangle2D.Double(across.getX(), axes.getY(), across.getWidth(), axes.getHeight());
    }
}
