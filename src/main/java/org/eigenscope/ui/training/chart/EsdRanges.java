package org.eigenscope.ui.training.chart;

import org.eigenscope.figure.axis.AxisRange;

/** The axes of spectra that move: they grow where a spectrum needs it and never shrink, so that the eye follows the spectrum. */
public final class EsdRanges {
    private static final int LEAST_BINS = 16;
    private static final int MOST_BINS = 48;
    private static final double ROOM = 1.15;
    private static final double BELOW = 0.3;
    private static final double ABOVE = 2;
    /** Beyond so many orders of magnitude the smallest eigenvalues are left out of sight. */
    private static final double MOST_ORDERS = 14;

    private double low = Double.POSITIVE_INFINITY;
    private double high;
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    /** Forgets the spectra that were, as of another run. */
    public void clear() {
        low = Double.POSITIVE_INFINITY;
        high = 0;
        least = Double.POSITIVE_INFINITY;
        most = 0;
    }

    /** Makes room for a spectrum. */
    public void include(EsdPicture picture) {
        double[] values = picture.values();
        if (values.length == 0) {
            return;
        }
        double last = values[values.length - 1];
        double first = Math.max(values[0], last * Math.pow(10, -MOST_ORDERS));
        if (first / ROOM < low) {
            low = first / (low == Double.POSITIVE_INFINITY ? ROOM : ROOM * ROOM);
        }
        if (last * ROOM > high) {
            high = last * (high == 0 ? ROOM : ROOM * ROOM);
        }
        for (double height : heights(picture)) {
            if (height > 0 && height * BELOW < least) {
                least = height * BELOW;
            }
            if (height * ABOVE > most) {
                most = height * ABOVE;
            }
        }
    }

    public boolean isEmpty() {
        return !(high > low);
    }

    AxisRange x() {
        return new AxisRange(low, high);
    }

    AxisRange y() {
        return new AxisRange(least, most > least ? most : least * ABOVE);
    }

    /** Densities in bins equally apart in ln λ: count/(N·Δλ), with zeros and negatives in N. */
    double[] heights(EsdPicture picture) {
        int bins = (int) Math.max(LEAST_BINS, Math.min(MOST_BINS, 2 * Math.sqrt(picture.values().length)));
        double[] counts = new double[bins];
        double start = Math.log(low);
        double width = (Math.log(high) - start) / bins;
        double[] values = picture.values();
        double each = picture.part() / values.length;
        for (double value : values) {
            if (value >= low && value <= high) {
                int bin = (int) Math.min(bins - 1, Math.max(0, (Math.log(value) - start) / width));
                counts[bin] += each;
            }
        }
        for (int i = 0; i < bins; i++) {
            double left = Math.exp(start + i * width);
            counts[i] /= left * Math.expm1(width);
        }
        return counts;
    }
}
