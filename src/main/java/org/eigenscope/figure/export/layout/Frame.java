package org.eigenscope.figure.export.layout;

import java.awt.geom.Rectangle2D;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.compose.FigureRanges;

/**
 * A pair of axes on the page.
 *
 * @param area between the axes, in points, y downwards
 * @param ranges what they show
 * @param x the abscissa's scale and ticks
 * @param y the ordinate's
 */
public record Frame(Rectangle2D area, FigureRanges ranges, Axis x, Axis y) {
    /** The place of infinite values: this many lengths of the axis off the page. */
    private static final double FAR = 4;

    /**
     * One axis of the frame.
     *
     * @param scale how values are laid out
     * @param ticks its ticks with their labels
     */
    public record Axis(AxisScale scale, Ticks ticks) {}

    /** The place of an abscissa, in points. */
    public double px(double value) {
        return area.getMinX() + near(ranges.x().fraction(x.scale(), value)) * area.getWidth();
    }

    /** The place of an ordinate, in points. */
    public double py(double value) {
        return area.getMaxY() - near(ranges.y().fraction(y.scale(), value)) * area.getHeight();
    }

    /** A value without a place on a logarithmic axis lies far before its start. */
    private static double near(double fraction) {
        return Double.isNaN(fraction) ? -FAR : Math.max(-FAR, Math.min(1 + FAR, fraction));
    }
}
