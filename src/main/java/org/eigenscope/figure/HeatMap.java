package org.eigenscope.figure;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;

/**
 * Cells whose colours say a quantity, with a bar beside the axes that explains them.
 *
 * @param cells none over another
 * @param label what the bar is titled
 * @param scale along the bar
 * @param range that the colours span; values outside take the colours of its ends
 */
public record HeatMap(List<Cell> cells, String label, AxisScale scale, AxisRange range) {
    public HeatMap {
        cells = List.copyOf(cells);
        Objects.requireNonNull(label, "label");
        if (!range.fits(scale)) {
            throw new IllegalArgumentException("range " + range + " has no place on the scale " + scale);
        }
    }

    /**
     * A cell.
     *
     * @param left its lower end on the abscissa, finite
     * @param right its upper end, larger
     * @param bottom its lower end on the ordinate, finite
     * @param top its upper end, larger
     * @param value the quantity; NaN where it is missing, which is drawn as a crossed box
     * @param row the number of the row that it shows; {@link PointSeries.Point#NO_ROW} for none
     */
    public record Cell(double left, double right, double bottom, double top, double value, long row) {
        public Cell {
            if (!(left < right)
                    || !(bottom < top)
                    || !Double.isFinite(right - left)
                    || !Double.isFinite(top - bottom)) {
                throw new IllegalArgumentException("cell [" + left + ", " + right + "] × [" + bottom + ", " + top
                        + "] is not finite and in order");
            }
        }
    }

    /** The place of a value along the colours, from 0 to 1; empty for a missing one. */
    public OptionalDouble shade(double value) {
        double fraction = range.fraction(scale, value);
        return Double.isNaN(fraction) ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, Math.min(1, fraction)));
    }
}
