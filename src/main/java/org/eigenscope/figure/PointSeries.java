package org.eigenscope.figure;

import java.util.List;
import java.util.Objects;
import org.eigenscope.figure.style.Marker;

/**
 * Points, each with an interval on the ordinate.
 *
 * @param id names the series
 * @param label what the legend calls it; empty for no entry
 * @param points in the order in which a connecting line would meet them
 * @param marker their shape
 * @param connected whether a thin line joins them
 */
public record PointSeries(String id, String label, List<Point> points, Marker marker, boolean connected) {
    public PointSeries {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(marker, "marker");
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param x its abscissa, finite
     * @param y its ordinate, finite
     * @param lower the interval's lower end; −∞ where the data set none, y itself for no interval
     * @param upper the interval's upper end; +∞ where the data set none, y itself for no interval
     */
    public record Point(double x, double y, double lower, double upper) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y) || !(lower <= y) || !(upper >= y)) {
                throw new IllegalArgumentException(
                        "point (" + x + ", " + y + ") with interval [" + lower + ", " + upper + "] is not in order");
            }
        }

        /** A point without an interval. */
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }

        /** Whether the interval is longer than a point, so that it is drawn. */
        public boolean hasInterval() {
            return lower < upper;
        }
    }
}
