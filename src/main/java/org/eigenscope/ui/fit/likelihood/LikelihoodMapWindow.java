package org.eigenscope.ui.fit.likelihood;

import java.util.List;
import java.util.stream.IntStream;
import org.eigenscope.fit.interval.LikelihoodMap;

/**
 * A rectangle in (ln κ, ln s).
 *
 * @param left ln κ at its left edge
 * @param right ln κ at its right edge
 * @param bottom ln s at its bottom
 * @param top ln s at its top
 */
record LikelihoodMapWindow(double left, double right, double bottom, double top) {
    /** The first reach of the map from the estimate, in ln κ and ln s. */
    private static final double FIRST_REACH = 3;
    /** The depth below the maximum, in ln L, down to which points belong to the map. */
    private static final double DEEPEST = 14;

    private static final double LEAST_KAPPA = Math.log(1e-3);
    private static final double GREATEST_KAPPA = Math.log(1e4);
    private static final double LEAST_SIZE = 0.02;
    private static final double MARGIN = 0.12;

    static LikelihoodMapWindow about(LikelihoodMapPoint point) {
        double x = Math.log(point.kappa());
        double y = Math.log(point.scale());
        return new LikelihoodMapWindow(x - FIRST_REACH, x + FIRST_REACH, y - FIRST_REACH, y + FIRST_REACH)
                .withinReach();
    }

    /** The part of a map within this depth, with one cell around it. */
    static LikelihoodMapWindow ofInterest(LikelihoodMap map) {
        double[] kappas = map.kappas();
        double[] scales = map.scales();
        double[][] drops = map.drops();
        int left = kappas.length - 1;
        int right = 0;
        int bottom = scales.length - 1;
        int top = 0;
        for (int j = 0; j < scales.length; j++) {
            for (int i = 0; i < kappas.length; i++) {
                if (drops[j][i] <= DEEPEST) {
                    left = Math.min(left, i - 1);
                    right = Math.max(right, i + 1);
                    bottom = Math.min(bottom, j - 1);
                    top = Math.max(top, j + 1);
                }
            }
        }
        return new LikelihoodMapWindow(
                Math.log(kappas[Math.max(0, left)]),
                Math.log(kappas[Math.min(kappas.length - 1, right)]),
                Math.log(scales[Math.max(0, bottom)]),
                Math.log(scales[Math.min(scales.length - 1, top)]));
    }

    /** The smallest window that contains this one and some points, with a margin around them. */
    LikelihoodMapWindow including(List<LikelihoodMapPoint> points) {
        double marginX = Math.max(LEAST_SIZE, MARGIN * (right - left));
        double marginY = Math.max(LEAST_SIZE, MARGIN * (top - bottom));
        LikelihoodMapWindow grown = this;
        for (LikelihoodMapPoint point : points) {
            double x = Math.log(point.kappa());
            double y = Math.log(point.scale());
            grown = new LikelihoodMapWindow(
                    Math.min(grown.left, x - marginX),
                    Math.max(grown.right, x + marginX),
                    Math.min(grown.bottom, y - marginY),
                    Math.max(grown.top, y + marginY));
        }
        return grown.withinReach();
    }

    /** The window with κ limited to the domain of the law. */
    private LikelihoodMapWindow withinReach() {
        double from = Math.max(LEAST_KAPPA, Math.min(left, GREATEST_KAPPA - LEAST_SIZE));
        return new LikelihoodMapWindow(from, Math.max(from + LEAST_SIZE, Math.min(right, GREATEST_KAPPA)), bottom, top);
    }

    boolean contains(LikelihoodMapPoint point) {
        double x = Math.log(point.kappa());
        double y = Math.log(point.scale());
        return x >= left && x <= right && y >= bottom && y <= top;
    }

    /** Whether it is less than half as wide or as high as another. */
    boolean isMuchSmallerThan(LikelihoodMapWindow other) {
        return right - left < 0.5 * (other.right - other.left) || top - bottom < 0.5 * (other.top - other.bottom);
    }

    double[] kappas(int count) {
        return between(left, right, count);
    }

    double[] scales(int count) {
        return between(bottom, top, count);
    }

    private static double[] between(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.exp(from + (to - from) * i / (count - 1)))
                .toArray();
    }
}
