package org.eigenscope.figure.compose;

import java.util.Arrays;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.law.SpectralLaw;

/**
 * Samples a law's density so that straight lines between the points look like the curve on the given axes: an even
 * grid along the axis, points that crowd towards the edges of the support, then midpoints wherever the curve bends by
 * more than about half a pixel.
 *
 * <p>Densities that leave the visible range are cut off a little outside it, so no value is NaN, infinite, or (on a
 * logarithmic ordinate) zero. At a finite edge of the support the curve drops to the floor, unless it diverges there.
 */
public final class CurveSampler {
    private static final int EVEN_POINTS = 257;
    private static final int EDGE_POINTS = 24;
    private static final int MOST_POINTS = 1000;
    /** How often a piece of the starting grid may be halved. */
    private static final int DEEPEST = 10;
    /** The largest distance between curve and line, as a fraction of the axis: half a pixel of a thousand. */
    private static final double TOLERANCE = 5e-4;
    /** Keeps the first and last point inside the support, in spite of rounding; a fraction of the support in sight. */
    private static final double INSET = 1e-12;
    /** How far outside the visible range densities are cut off, as a fraction of the axis. */
    private static final double OVERSHOOT = 0.03;

    private final CurveFunction function;
    private final AxisSpec xAxis;
    private final AxisSpec yAxis;
    private final FigureRanges ranges;
    private final double[] places = new double[MOST_POINTS];
    private final double[] heights = new double[MOST_POINTS];
    private int count;

    private CurveSampler(CurveFunction function, AxisSpec xAxis, AxisSpec yAxis, FigureRanges ranges) {
        this.function = function;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.ranges = ranges;
    }

    /**
     * A curve of the law's density within the visible ranges, with at most about 1000 points; empty if the support
     * lies outside.
     *
     * @param prototype gives the curve's id, role, label and visibility
     * @param axes the figure whose axis scales count
     * @param ranges what is visible
     */
    public static Curve sample(SpectralLaw law, Curve prototype, FigureSpec axes, FigureRanges ranges) {
        return sample(CurveFunction.densityOf(law), prototype, axes, ranges);
    }

    /** A curve of another function of λ, sampled as {@link #sample} does. */
    public static Curve sample(CurveFunction function, Curve prototype, FigureSpec axes, FigureRanges ranges) {
        return new CurveSampler(function, axes.xAxis(), axes.yAxis(), ranges).sample(prototype);
    }

    private Curve sample(Curve prototype) {
        refine(startingGrid());
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = lambda(places[i]);
            y[i] = ranges.y().at(yAxis.scale(), heights[i]);
        }
        return withDrops(prototype, x, y);
    }

    private double lambda(double u) {
        return ranges.x().at(xAxis.scale(), u);
    }

    /** Where the density at fraction u of the abscissa stands on the ordinate, cut off just outside [0, 1]. */
    private double height(double u) {
        double logDensity = function.logHeight().applyAsDouble(lambda(u));
        double v;
        if (yAxis.scale() == AxisScale.LOG) {
            double low = Math.log10(ranges.y().lower());
            v = (logDensity / Math.log(10) - low) / (Math.log10(ranges.y().upper()) - low);
        } else {
            v = ranges.y().fraction(AxisScale.LINEAR, Math.exp(logDensity));
        }
        return Math.max(-OVERSHOOT, Math.min(1 + OVERSHOOT, v));
    }

    private double[] startingGrid() {
        double from = edge(function.lower(), 0);
        double to = edge(function.upper(), 1);
        if (!(from < to)) {
            return new double[0];
        }
        double inset = INSET * (to - from);
        from += inset;
        to -= inset;
        double[] grid = new double[EVEN_POINTS + 2 * EDGE_POINTS];
        for (int i = 0; i < EVEN_POINTS; i++) {
            grid[i] = from + (to - from) * i / (EVEN_POINTS - 1);
        }
        double step = (to - from) / (EVEN_POINTS - 1);
        for (int k = 0; k < EDGE_POINTS; k++) {
            double distance = step * Math.pow(0.5, k + 1.0);
            grid[EVEN_POINTS + 2 * k] = from + distance;
            grid[EVEN_POINTS + 2 * k + 1] = to - distance;
        }
        Arrays.sort(grid);
        return grid;
    }

    /** The fraction of the abscissa at which the support ends, at most the visible end. */
    private double edge(double support, double visibleEnd) {
        double fraction = ranges.x().fraction(xAxis.scale(), support);
        if (visibleEnd == 0) {
            return fraction > 0 ? fraction : 0;
        }
        return fraction < 1 ? fraction : 1;
    }

    /** Fills {@link #places} and {@link #heights} with the grid and what must be added between its points. */
    private void refine(double[] grid) {
        double previous = Double.NaN;
        for (int i = 0; i < grid.length; i++) {
            double v = height(grid[i]);
            if (i > 0) {
                bisect(grid[i - 1], previous, grid[i], v, DEEPEST, MOST_POINTS - (grid.length - i));
            }
            append(grid[i], v);
            previous = v;
        }
    }

    private void bisect(double u0, double v0, double u1, double v1, int depth, int room) {
        double middle = (u0 + u1) / 2;
        if (depth == 0 || count >= room || !(middle > u0 && middle < u1)) {
            return;
        }
        double v = height(middle);
        double slope = (v1 - v0) / (u1 - u0);
        // the distance across the line counts: a steep piece hides a vertical difference
        if (Math.abs(v - (v0 + v1) / 2) > TOLERANCE * Math.sqrt(1 + slope * slope)) {
            bisect(u0, v0, middle, v, depth - 1, room);
            append(middle, v);
            bisect(middle, v, u1, v1, depth - 1, room);
        }
    }

    private void append(double u, double v) {
        if (count < MOST_POINTS) {
            places[count] = u;
            heights[count++] = v;
        }
    }

    /** Adds vertical drops to the floor at edges of the support that are in sight. */
    private Curve withDrops(Curve prototype, double[] x, double[] y) {
        if (x.length == 0 || !function.drops()) {
            return prototype.withPoints(x, y);
        }
        double floor = ranges.y().at(yAxis.scale(), -OVERSHOOT);
        double ceiling = ranges.y().at(yAxis.scale(), 1);
        boolean dropBefore = inSight(function.lower()) && y[0] <= ceiling;
        boolean dropAfter = inSight(function.upper()) && y[y.length - 1] <= ceiling;
        int offset = dropBefore ? 1 : 0;
        double[] allX = new double[x.length + offset + (dropAfter ? 1 : 0)];
        double[] allY = new double[allX.length];
        System.arraycopy(x, 0, allX, offset, x.length);
        System.arraycopy(y, 0, allY, offset, y.length);
        if (dropBefore) {
            allX[0] = x[0];
            allY[0] = floor;
        }
        if (dropAfter) {
            allX[allX.length - 1] = x[x.length - 1];
            allY[allY.length - 1] = floor;
        }
        return prototype.withPoints(allX, allY);
    }

    private boolean inSight(double edge) {
        double fraction = ranges.x().fraction(xAxis.scale(), edge);
        return fraction > 0 && fraction < 1;
    }
}
