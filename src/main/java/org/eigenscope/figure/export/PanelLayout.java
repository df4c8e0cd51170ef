package org.eigenscope.figure.export;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.eigenscope.figure.Panel;

/**
 * A panel on the page.
 *
 * @param panel what it shows
 * @param cell its part of the page
 * @param frame its axes
 * @param strip the axes of the strip below, where it has one
 * @param labels which labels are written
 */
record PanelLayout(Panel panel, Rectangle2D cell, Frame frame, Optional<Frame> strip, Labels labels) {
    /**
     * Which labels a panel writes; with shared axes its neighbours write the others.
     *
     * @param abscissa tick labels and title of the abscissa
     * @param ordinate those of the ordinate
     */
    record Labels(boolean abscissa, boolean ordinate) {}

    /** The width that a title centred over the axes may have. */
    double titleRoom() {
        double centre = frame.area().getCenterX();
        return 2 * Math.min(centre - cell.getMinX(), cell.getMaxX() - centre);
    }

    /** The frame that carries the abscissa's labels. */
    Frame lowest() {
        return strip.orElse(frame);
    }
}
