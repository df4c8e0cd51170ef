package org.eigenscope.ui.models.plot;

import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;

/** Axes that hold given numbers. */
final class PlotRanges {
    private static final double MARGIN = 0.05;
    /** From this ratio of the ends on a logarithmic axis shows more. */
    private static final double WIDE = 30;

    private PlotRanges() {}

    /** Logarithmic where all numbers are positive and differ by large factors. */
    static AxisScale scale(double[]... columns) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] column : columns) {
            for (double value : column) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        boolean wide = least > 0
                && most / least > WIDE
                && AxisRange.reaches(AxisScale.LOG, least)
                && AxisRange.reaches(AxisScale.LOG, most);
        return wide ? AxisScale.LOG : AxisScale.LINEAR;
    }

    /** An axis with some room beyond the numbers, of which there is at least one. */
    static PlotScene.Axis axis(String title, AxisScale scale, double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (AxisRange.reaches(scale, value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (!(least <= most)) {
            return new PlotScene.Axis(
                    title, scale, scale == AxisScale.LOG ? new AxisRange(1, 10) : new AxisRange(0, 1));
        }
        double low = scale.forward(least);
        double high = scale.forward(most);
        double span = high - low;
        double room = span > 1e-9 * Math.max(Math.abs(low), Math.abs(high))
                ? MARGIN * span
                : Math.max(0.5, 0.1 * Math.abs(high));
        return new PlotScene.Axis(title, scale, new AxisRange(scale.backward(low - room), scale.backward(high + room)));
    }

    /** An axis of counts. */
    static PlotScene.Axis from0(String title, double most) {
        return new PlotScene.Axis(title, AxisScale.LINEAR, new AxisRange(0, Math.max(1, most) * (1 + MARGIN)));
    }
}
