package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;

/**
 * A panel on the page.
 *
 * @param panel what it shows
 * @param cell its part of the page
 * @param frame its axes
 * @param strip the axes of the strip below, where it has one
 * @param labels which labels are written
 * @param legend its legend
 */
public record PanelLayout(
        Panel panel, Rectangle2D cell, Frame frame, Optional<Frame> strip, Labels labels, PlacedLegend legend) {
    /** How far titles of ordinates above each other may reach into the gap between them. */
    private static final double APART = 0.25;

    /**
     * Which labels a panel writes; with shared axes its neighbours write the others.
     *
     * @param abscissa tick labels and title of the abscissa
     * @param ordinate those of the ordinate
     */
    public record Labels(boolean abscissa, boolean ordinate) {}

    /** The place of a line of a given length below the middle of the axes. */
    public Slot across(double length) {
        return Slot.of(length, frame.area().getCenterX(), cell.getMinX(), cell.getMaxX());
    }

    /** The place of a line of a given length that reads upwards beside axes of this panel. */
    public Slot along(double length, Frame axes) {
        boolean upper = axes.equals(frame);
        boolean lower = axes.equals(lowest());
        double from = upper ? top() : axes.area().getMinY() - APART * stripGap();
        double to = lower ? cell.getMaxY() : axes.area().getMaxY() + APART * stripGap();
        return Slot.of(length, axes.area().getCenterY(), from, to);
    }

    /** Where the panel begins beside its axes: below a legend that needs the whole width. */
    private double top() {
        boolean wide = legend.position() == LegendPosition.OUTSIDE
                && legend.box().widest() > frame.area().getWidth();
        return wide ? frame.area().getMinY() : cell.getMinY();
    }

    /** The place of the title, centred over the axes as in all panels of a row. */
    public Slot title(double length) {
        double centre = frame.area().getCenterX();
        double half = Math.min(centre - cell.getMinX(), cell.getMaxX() - centre);
        return Slot.of(length, centre, centre - half, centre + half);
    }

    private double stripGap() {
        return lowest().area().getMinY() - frame.area().getMaxY();
    }

    /** The frame that carries the abscissa's labels. */
    public Frame lowest() {
        return strip.orElse(frame);
    }
}
