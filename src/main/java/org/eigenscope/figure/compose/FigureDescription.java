package org.eigenscope.figure.compose;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.axis.SymmetricLogScale;

/** Describes a figure in words: the text alternative of the chart and of exported figures. */
public final class FigureDescription {
    private static final int DIGITS = 3;

    private FigureDescription() {}

    /** The description in a few sentences; "Empty chart." if the figure is empty. */
    public static String of(FigureSpec figure) {
        if (figure.isEmpty()) {
            return "Empty chart.";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add((figure.title().isEmpty() ? "Chart" : figure.title()) + ": "
                + figure.yAxis().label() + " over " + figure.xAxis().label() + ", " + scales(figure) + ".");
        figure.histogram().filter(h -> !h.isEmpty()).ifPresent(h -> sentences.add(describe(h)));
        for (Curve curve : figure.curves()) {
            if (curve.visible() && curve.size() > 0) {
                sentences.add(describe(curve));
            }
        }
        for (Guide guide : figure.guides()) {
            if (!guide.label().isEmpty()) {
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

    private static String describe(HistogramSteps steps) {
        int bars = 0;
        int tallest = 0;
        int first = -1;
        int last = 0;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (!steps.isGap(bin)) {
                bars++;
                first = first < 0 ? bin : first;
                last = bin;
                tallest = steps.isGap(tallest) || steps.density(bin) > steps.density(tallest) ? bin : tallest;
            }
        }
        return steps.label() + ": " + bars + " bars from " + number(steps.lowerEdge(first)) + " to "
                + number(steps.upperEdge(last)) + ", the tallest " + number(steps.density(tallest)) + " between "
                + number(steps.lowerEdge(tallest)) + " and " + number(steps.upperEdge(tallest)) + ".";
    }

    private static String describe(Curve curve) {
        int peak = 0;
        for (int i = 1; i < curve.size(); i++) {
            peak = curve.yAt(i) > curve.yAt(peak) ? i : peak;
        }
        return "Curve " + curve.label() + ": highest " + number(curve.yAt(peak)) + " at " + number(curve.xAt(peak))
                + ".";
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
