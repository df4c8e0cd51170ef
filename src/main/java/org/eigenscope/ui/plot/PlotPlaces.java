package org.eigenscope.ui.plot;

import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;

/**
 * Where values lie on a canvas whose corners are those of the axes.
 *
 * @param ranges what the axes show
 * @param xScale of the abscissa
 * @param yScale of the ordinate
 * @param width of the canvas
 * @param height of the canvas
 */
record PlotPlaces(FigureRanges ranges, AxisScale xScale, AxisScale yScale, double width, double height) {
    /** The pixels from the left; not finite where the value has no place on the scale. */
    double x(double value) {
        return width * ranges.x().fraction(xScale, value);
    }

    /** The pixels from the top; not finite where the value has no place on the scale. */
    double y(double value) {
        return height * (1 - ranges.y().fraction(yScale, value));
    }
}
