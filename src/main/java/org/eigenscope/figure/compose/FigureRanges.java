package org.eigenscope.figure.compose;

import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;

/**
 * The ranges that both axes show.
 *
 * @param x along the abscissa
 * @param y along the ordinate
 */
public record FigureRanges(AxisRange x, AxisRange y) {
    private static final double PADDING = 0.04;
    /** A law's peak may raise the top of the axis to this multiple of the tallest bar. */
    private static final double TALLEST_CURVE = 10;
    /** Without bars, this many decades below a law's peak are shown. */
    private static final double CURVE_DECADES = 6;
    /** τ and trim guides stretch the abscissa by at most this many decades. */
    private static final double GUIDE_DECADES = 1.5;

    /**
     * The ranges that the figure asks for, or else those that show its data well: all bins, or on a linear abscissa those of the bulk
     * where the others are far off; likewise the outlines of other spectra; on a logarithmic ordinate from a decade below the lowest
     * bar; laws are cut off where they leave that range.
     */
    public static FigureRanges of(FigureSpec figure) {
        AxisRange x = figure.xAxis().range().orElseGet(() -> automaticX(figure));
        return new FigureRanges(x, figure.yAxis().range().orElseGet(() -> automaticY(figure, x)));
    }

    private static AxisRange automaticX(FigureSpec figure) {
        AxisScale scale = figure.xAxis().scale();
        Extent bins = new Extent(scale);
        figure.histogram().ifPresent(bins::addBulk);
        outlines(figure).forEach(bins::addBulk);
        if (bins.isEmpty()) {
            for (Curve curve : figure.curves()) {
                for (int i = 0; i < curve.size(); i++) {
                    bins.add(curve.xAt(i));
                }
            }
        }
        addGuides(figure, bins);
        return bins.padded(PADDING).orElse(defaultRange(scale));
    }

    /** The bars of other spectra whose outlines are visible. */
    private static List<HistogramSteps> outlines(FigureSpec figure) {
        return figure.curves().stream()
                .filter(curve -> curve.visible() && curve.role().isOutline())
                .flatMap(curve -> HistogramSteps.ofOutline(curve).stream())
                .toList();
    }

    private static void addGuides(FigureSpec figure, Extent bins) {
        if (bins.isEmpty()) {
            return;
        }
        double reach = bins.scale == AxisScale.LINEAR ? bins.length() : GUIDE_DECADES;
        double low = bins.low - reach;
        double high = bins.high + reach;
        for (Guide guide : figure.guides()) {
            if (guide instanceof Guide.Vertical vertical && stretchesAxis(vertical.kind())) {
                double place = bins.scale.forward(vertical.position());
                if (place >= low && place <= high) {
                    bins.add(vertical.position());
                }
            }
        }
    }

    private static boolean stretchesAxis(Guide.Kind kind) {
        return kind != Guide.Kind.MARK && kind != Guide.Kind.MARKER;
    }

    private static AxisRange automaticY(FigureSpec figure, AxisRange x) {
        AxisScale scale = figure.yAxis().scale();
        Extent bars = new Extent(scale);
        boolean everywhere = figure.xAxis().range().isPresent();
        figure.histogram().ifPresent(steps -> bars.addHeights(steps, everywhere ? Optional.empty() : Optional.of(x)));
        outlines(figure).forEach(steps -> bars.addHeights(steps, Optional.of(x)));
        double peak = visiblePeak(figure, x);
        if (scale == AxisScale.LINEAR) {
            return linearY(bars, peak);
        }
        if (bars.isEmpty()) {
            return logY(Math.log10(peak) - CURVE_DECADES, Math.log10(peak));
        }
        double ceiling = bars.high + Math.log10(TALLEST_CURVE);
        double curveTop = peak > 0 ? Math.min(Math.log10(peak), ceiling) : bars.high;
        return logY(bars.low - 1, Math.max(bars.high, curveTop));
    }

    private static AxisRange linearY(Extent bars, double peak) {
        double curveTop = peak > 0 ? Math.min(peak, 2 * bars.high) : bars.high;
        double top = bars.isEmpty() ? peak : Math.max(bars.high, curveTop);
        return top > 0 && top < 1e300 ? new AxisRange(0, top * (1 + 2 * PADDING)) : defaultRange(AxisScale.LINEAR);
    }

    private static AxisRange logY(double floor, double top) {
        if (!Double.isFinite(floor) || !Double.isFinite(top)) {
            return defaultRange(AxisScale.LOG);
        }
        double low = Math.max(floor, -300);
        double padding = Math.max(0.15, PADDING * (top - low));
        return new AxisRange(Math.pow(10, low), Math.pow(10, Math.min(top + padding, 300)));
    }

    /** The highest finite density of any visible curve within the range; NaN if there is none. */
    private static double visiblePeak(FigureSpec figure, AxisRange x) {
        double peak = Double.NaN;
        for (Curve curve : figure.curves()) {
            for (int i = 0; curve.visible() && i < curve.size(); i++) {
                double y = curve.yAt(i);
                if (x.contains(curve.xAt(i)) && y > 0 && y < Double.POSITIVE_INFINITY && !(y <= peak)) {
                    peak = y;
                }
            }
        }
        return peak;
    }

    private static AxisRange defaultRange(AxisScale scale) {
        return scale == AxisScale.LOG ? new AxisRange(1e-3, 1e1) : new AxisRange(0, 1);
    }

    /** The smallest interval of axis coordinates that holds the values added; values without a place are ignored. */
    private static final class Extent {
        private final AxisScale scale;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        Extent(AxisScale scale) {
            this.scale = scale;
        }

        void add(double value) {
            double place = scale.forward(value);
            if (Double.isFinite(place)) {
                low = Math.min(low, place);
                high = Math.max(high, place);
            }
        }

        /** The bars, on a linear axis those of the bulk where the others are far off. */
        void addBulk(HistogramSteps steps) {
            double end = scale == AxisScale.LINEAR ? Bulk.end(steps) : Double.POSITIVE_INFINITY;
            double start = scale == AxisScale.LINEAR ? Bulk.start(steps) : Double.NEGATIVE_INFINITY;
            for (int bin = 0; bin < steps.binCount(); bin++) {
                boolean inBulk = !(steps.lowerEdge(bin) >= end) && !(steps.upperEdge(bin) <= start);
                if (!steps.isGap(bin) && inBulk) {
                    add(Math.max(steps.lowerEdge(bin), start));
                    add(Math.min(steps.upperEdge(bin), end));
                }
            }
        }

        /** The heights of the bars, where a part of the abscissa is given of those in it. */
        void addHeights(HistogramSteps steps, Optional<AxisRange> part) {
            for (int bin = 0; bin < steps.binCount(); bin++) {
                double lower = steps.lowerEdge(bin);
                double upper = steps.upperEdge(bin);
                boolean inPart = part.filter(x -> lower >= x.upper() || upper <= x.lower())
                        .isEmpty();
                if (!steps.isGap(bin) && inPart) {
                    add(steps.density(bin));
                }
            }
        }

        boolean isEmpty() {
            return low > high;
        }

        double length() {
            return high - low;
        }

        /** The interval with a margin, widened where all values coincide. */
        Optional<AxisRange> padded(double fraction) {
            if (isEmpty()) {
                return Optional.empty();
            }
            double half = scale == AxisScale.LINEAR ? Math.max(Math.abs(high) * 1e-3, Double.MIN_NORMAL) : 0.1;
            double margin = length() > half ? fraction * length() : half;
            boolean atZero = scale.showsNegatives() && low >= 0 && low < margin;
            double lower = atZero ? 0 : scale.backward(low - margin);
            double upper = scale.backward(high + margin);
            boolean usable = Double.isFinite(lower) && Double.isFinite(upper) && lower < upper;
            return usable && (scale.showsNegatives() || lower > 0)
                    ? Optional.of(new AxisRange(lower, upper))
                    : Optional.empty();
        }
    }
}
