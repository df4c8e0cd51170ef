package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;

/**
 * Where a figure draws something: its bars with their error bars, its visible curves and the lines of its guides, in pixels of the
 * axes. What stands over the data, such as a legend or the words of a guide, finds a free place by it.
 */
public final class DrawnParts {
    /** The height of a mark without words, in pixels: a short line at the abscissa, of which there may be many. */
    public static final double RUG = 14;

    /** The number of points by which a slope guide is drawn, which is a curve unless both axes are logarithmic. */
    private static final int SLOPE_POINTS = 33;

    private final FigureSpec figure;
    private final FigureRanges ranges;
    private final double width;
    private final double height;
    private final List<PlotBox> boxes = new ArrayList<>();
    private final List<double[]> lines = new ArrayList<>();

    private DrawnParts(FigureSpec figure, FigureRanges ranges, double width, double height) {
        this.figure = figure;
        this.ranges = ranges;
        this.width = width;
        this.height = height;
    }

    /**
     * The parts of a figure.
     *
     * @param ranges what its axes show
     * @param width of the axes, in pixels
     * @param height of the axes, in pixels
     */
    public static DrawnParts of(FigureSpec figure, FigureRanges ranges, double width, double height) {
        DrawnParts parts = new DrawnParts(figure, ranges, width, height);
        figure.histogram().ifPresent(parts::addBars);
        figure.curves().stream().filter(Curve::visible).forEach(parts::addCurve);
        figure.guides().forEach(parts::addGuide);
        return parts;
    }

    private double x(double value) {
        return width * ranges.x().fraction(figure.xAxis().scale(), value);
    }

    /** Far outside is as good as just outside; what has no place on a logarithmic ordinate lies below it. */
    private double y(double value) {
        double fraction = ranges.y().fraction(figure.yAxis().scale(), value);
        return height * (1 - (Double.isNaN(fraction) ? -1 : Math.max(-1, Math.min(2, fraction))));
    }

    private void addBars(HistogramSteps steps) {
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (steps.isGap(bin)) {
                continue;
            }
            double left = x(steps.lowerEdge(bin));
            double right = x(steps.upperEdge(bin));
            double density = steps.density(bin);
            double top = y(steps.errorBar(bin).map(AxisRange::upper).orElse(density));
            if (right > 0 && left < width && top < height) {
                boxes.add(
                        new PlotBox(Math.max(0, left), top, Math.min(width, right) - Math.max(0, left), height - top));
            }
        }
    }

    private void addCurve(Curve curve) {
        double[] points = new double[2 * curve.size()];
        int n = 0;
        for (int i = 0; i < curve.size(); i++) {
            double px = x(curve.xAt(i));
            if (Double.isNaN(curve.yAt(i)) || !Double.isFinite(px)) {
                n = end(points, n);
                continue;
            }
            points[n++] = px;
            points[n++] = y(curve.yAt(i));
        }
        end(points, n);
    }

    private int end(double[] points, int n) {
        if (n > 0) {
            lines.add(Arrays.copyOf(points, n));
        }
        return 0;
    }

    private void addGuide(Guide guide) {
        if (guide instanceof Guide.Vertical vertical) {
            double px = x(vertical.position());
            if (px >= 0 && px <= width) {
                lines.add(new double[] {px, vertical.isRug() ? height - RUG : 0, px, height});
            }
        } else {
            addSlope((Guide.Slope) guide);
        }
    }

    private void addSlope(Guide.Slope slope) {
        double[] points = new double[2 * SLOPE_POINTS];
        for (int i = 0; i < SLOPE_POINTS; i++) {
            double lambda = slope.from() * Math.pow(slope.to() / slope.from(), i / (SLOPE_POINTS - 1.0));
            points[2 * i] = x(lambda);
            points[2 * i + 1] = y(slope.densityAt(lambda));
            if (!Double.isFinite(points[2 * i])) {
                return;
            }
        }
        lines.add(points);
    }

    /** Keeps a place for something else. */
    public void add(PlotBox box) {
        boxes.add(box);
    }

    /** Whether a box lies within the axes from left to right and down to their lower end. */
    public boolean holds(PlotBox box) {
        return box.left() >= 0 && box.right() <= width && box.top() >= 0 && box.bottom() <= height;
    }

    /** Whether a box covers nothing that is drawn. */
    public boolean isFree(PlotBox box) {
        return boxes.stream().noneMatch(box::meets) && lines.stream().noneMatch(line -> crosses(line, box));
    }

    /** How much a box covers: lines that it touches count as a tenth of its own area each. */
    public double covered(PlotBox box) {
        double area = 0;
        for (PlotBox other : boxes) {
            double across = Math.min(box.right(), other.right()) - Math.max(box.left(), other.left());
            double along = Math.min(box.bottom(), other.bottom()) - Math.max(box.top(), other.top());
            area += across > 0 && along > 0 ? across * along : 0;
        }
        long touched = lines.stream().filter(line -> crosses(line, box)).count();
        return area + touched * box.width() * box.height() / 10;
    }

    private static boolean crosses(double[] line, PlotBox box) {
        for (int i = 2; i + 1 < line.length; i += 2) {
            if (box.isCrossedBy(line[i - 2], line[i - 1], line[i], line[i + 1])) {
                return true;
            }
        }
        return false;
    }
}
