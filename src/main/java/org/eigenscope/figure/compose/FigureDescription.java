package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.axis.SymmetricLogScale;

/** Describes a figure in words: the text alternative of the chart and of exported figures. */
public final class FigureDescription {
    private static final int DIGITS = 3;

    private FigureDescription() {}

    /** The description in a few sentences; "Empty chart." if the figure is empty. */
    public static String of(FigureSpec figure) {
        return of(figure, FigureRanges.of(figure));
    }

    /**
     * The description of what is in sight.
     *
     * @param ranges what the axes show
     */
    public static String of(FigureSpec figure, FigureRanges ranges) {
        if (figure.isEmpty()) {
            return "Empty chart.";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add((figure.title().isEmpty() ? "Chart" : figure.title()) + ": "
                + figure.yAxis().label() + " over " + figure.xAxis().label() + ", " + scales(figure) + ".");
        figure.histogram().flatMap(h -> describe(h, ranges.x())).ifPresent(sentences::add);
        for (Curve curve : figure.curves()) {
            if (curve.visible()) {
                describe(curve, ranges).ifPresent(sentences::add);
            }
        }
        for (Guide guide : figure.guides()) {
            if (!guide.label().isEmpty() && isInSight(guide, ranges)) {
                sentences.add(describe(guide));
            }
        }
        return String.join(" ", sentences);
    }

    private static String scales(FigureSpec figure) {
        String x = words(figure.xAxis().scale());
        String y = words(figure.yAxis().scale());
        return x.equals(y) ? "both axes " + x : "horizontal axis " + x + ", vertical axis " + y;
    }

    private static String words(AxisScale scale) {
        if (scale instanceof SymmetricLogScale symmetric) {
            return "symmetric logarithmic with threshold " + number(symmetric.threshold());
        }
        return scale == AxisScale.LOG ? "logarithmic" : "linear";
    }

    private static boolean isInSight(Guide guide, FigureRanges ranges) {
        if (guide instanceof Guide.Vertical vertical) {
            return ranges.x().contains(vertical.position());
        }
        Guide.Slope slope = (Guide.Slope) guide;
        double middle = Math.sqrt(slope.from()) * Math.sqrt(slope.to());
        return ranges.x().contains(middle) && ranges.y().contains(slope.densityAt(middle));
    }

    private static Optional<String> describe(HistogramSteps steps, AxisRange x) {
        int bars = 0;
        int tallest = 0;
        int first = -1;
        int last = 0;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (!steps.isGap(bin) && steps.lowerEdge(bin) < x.upper() && steps.upperEdge(bin) > x.lower()) {
                bars++;
                first = first < 0 ? bin : first;
                last = bin;
                tallest = bars == 1 || steps.density(bin) > steps.density(tallest) ? bin : tallest;
            }
        }
        if (bars == 0) {
            return Optional.empty();
        }
        return Optional.of(steps.label() + ": " + bars + " bars from " + number(steps.lowerEdge(first)) + " to "
                + number(steps.upperEdge(last)) + ", the tallest " + number(steps.density(tallest)) + " between "
                + number(steps.lowerEdge(tallest)) + " and " + number(steps.upperEdge(tallest)) + ".");
    }

    /** Empty for a curve of which no point is on the abscissa, or that stays below the ordinate. */
    private static Optional<String> describe(Curve curve, FigureRanges ranges) {
        int peak = -1;
        for (int i = 0; i < curve.size(); i++) {
            boolean inSight = ranges.x().contains(curve.xAt(i))
                    && curve.yAt(i) >= ranges.y().lower();
            peak = inSight && (peak < 0 || curve.yAt(i) > curve.yAt(peak)) ? i : peak;
        }
        return peak < 0
                ? Optional.empty()
                : Optional.of("Curve " + curve.label() + ": highest " + number(curve.yAt(peak)) + " at "
                        + number(curve.xAt(peak)) + ".");
    }

    private static String describe(Guide guide) {
        if (guide instanceof Guide.Vertical vertical) {
            return "Line " + vertical.label() + " at " + number(vertical.position()) + ".";
        }
        Guide.Slope slope = (Guide.Slope) guide;
        return "Slope guide " + slope.label() + " with exponent " + number(slope.exponent()) + ".";
    }

    private static String number(double value) {
        return NumberText.significant(value, DIGITS);
    }
}
