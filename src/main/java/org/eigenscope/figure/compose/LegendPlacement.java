package org.eigenscope.figure.compose;

import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;

/** Chooses the corner of the axes where a legend covers the least of the data. */
public final class LegendPlacement {
    private static final List<LegendPosition> BY_PREFERENCE = List.of(
            LegendPosition.TOP_RIGHT, LegendPosition.TOP_LEFT, LegendPosition.BOTTOM_LEFT, LegendPosition.BOTTOM_RIGHT);
    private static final int PROBES_PER_BAR = 8;

    private LegendPlacement() {}

    /**
     * The figure's own choice, or for {@link LegendPosition#AUTO} the corner whose rectangle holds the fewest points of
     * bars and visible curves.
     *
     * @param width of the legend as a fraction of the axes' width, margin included
     * @param height of the legend as a fraction of their height, margin included
     */
    public static LegendPosition choose(FigureSpec figure, FigureRanges ranges, double width, double height) {
        if (figure.legend() != LegendPosition.AUTO) {
            return figure.legend();
        }
        LegendPosition best = LegendPosition.TOP_RIGHT;
        double least = Double.POSITIVE_INFINITY;
        for (LegendPosition corner : BY_PREFERENCE) {
            double covered = covered(figure, ranges, corner, new double[] {width, height});
            if (covered < least) {
                least = covered;
                best = corner;
            }
        }
        return best;
    }

    private static double covered(FigureSpec figure, FigureRanges ranges, LegendPosition corner, double[] size) {
        double points = 0;
        for (Curve curve : figure.curves()) {
            for (int i = 0; curve.visible() && i < curve.size(); i++) {
                points += inside(figure, ranges, corner, size, new double[] {curve.xAt(i), curve.yAt(i)}) ? 1 : 0;
            }
        }
        if (figure.histogram().isEmpty()) {
            return points;
        }
        HistogramSteps steps = figure.histogram().get();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            for (int probe = 1; probe <= PROBES_PER_BAR && !steps.isGap(bin); probe++) {
                double top = ranges.y().fraction(figure.yAxis().scale(), steps.density(bin));
                double y = ranges.y().at(figure.yAxis().scale(), top * probe / PROBES_PER_BAR);
                points += inside(figure, ranges, corner, size, new double[] {steps.upperEdge(bin), y}) ? 1 : 0;
            }
        }
        return points;
    }

    private static boolean inside(
            FigureSpec figure, FigureRanges ranges, LegendPosition corner, double[] size, double[] point) {
        double u = ranges.x().fraction(figure.xAxis().scale(), point[0]);
        double v = ranges.y().fraction(figure.yAxis().scale(), point[1]);
        boolean across = corner.isLeft() ? u >= 0 && u <= size[0] : u <= 1 && u >= 1 - size[0];
        boolean along = corner.isTop() ? v <= 1 && v >= 1 - size[1] : v >= 0 && v <= size[1];
        return across && along;
    }
}
