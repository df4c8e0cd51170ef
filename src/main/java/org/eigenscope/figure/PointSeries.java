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
 * @param intervals how the intervals on the ordinate are drawn
 */
public record PointSeries(
        String id, String label, List<Point> points, Marker marker, boolean connected, Intervals intervals) {
    /** How intervals are drawn. */
    public enum Intervals {
        /** As bars; series with points at one abscissa are moved aside of each other. */
        BARS_ASIDE,
        /** As bars at the abscissa itself. */
        BARS,
        /** As one band along the points. */
        BAND
    }

    public PointSeries {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(marker, "marker");
        Objects.requireNonNull(intervals, "intervals");
        points = List.copyOf(points);
    }

    /** Points whose intervals are bars, moved aside of other series' where they stand at one abscissa. */
    public PointSeries(String id, String label, List<Point> points, Marker marker, boolean connected) {
        this(id, label, points, marker, connected, Intervals.BARS_ASIDE);
    }

    /**
     * A point.
     *
     * @param x its abscissa, finite
     * @param y its ordinate, finite
     * @param lower the interval's lower end; −∞ where the data set none, y itself for no interval
     * @param upper the interval's upper end; +∞ where the data set none, y itself for no interval
     * @param left the lower end of an interval of the abscissa; x itself for none
     * @param right the upper end of an interval of the abscissa; x itself for none
     * @param row the number of the row that it shows, by which it can be found; {@link #NO_ROW} for none
     */
    public record Point(double x, double y, double lower, double upper, double left, double right, long row) {
        /** Of a point that shows no row of a study. */
        public static final long NO_ROW = -1;

        public Point {
            if (!(left <= x) || !(right >= x)) {
                throw new IllegalArgumentException(
                        "abscissa " + x + " with interval [" + left + ", " + right + "] is not in order");
            }
            if (!Double.isFinite(x) || !Double.isFinite(y) || !(lower <= y) || !(upper >= y)) {
                throw new IllegalArgumentException(
                        "point (" + x + ", " + y + ") with interval [" + lower + ", " + upper + "] is not in order");
            }
        }

        /** A point with an interval of its ordinate alone. */
        public Point(double x, double y, double lower, double upper) {
            this(x, y, lower, upper, x, x, NO_ROW);
        }

        /** A point without an interval. */
        public static Point of(double x, double y) {
            return new Point(x, y, y, y);
        }

        /** Whether the interval is longer than a point, so that it is drawn. */
        public boolean hasInterval() {
            return lower < upper;
        }

        /** Whether the interval of the abscissa is longer than a point. */
        public boolean hasWidth() {
            return left < right;
        }
    }
}
