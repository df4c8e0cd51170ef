package org.eigenscope.study.plot;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;

/** Axes for numbers. */
final class PlotAxes {
    private static final double MARGIN = 0.06;
    /** Positive numbers that span more than this are shown on a logarithmic axis. */
    private static final double DECADE = 10;

    private PlotAxes() {}

    /** The scale that is asked for, or one for numbers of a column. */
    static AxisScale scale(PlotRequest.Axis asked, String column, double[] values) {
        double least = Arrays.stream(values).min().orElse(1);
        double most = Arrays.stream(values).max().orElse(1);
        boolean wide = least > 0 && most / least > DECADE;
        return asked.scale().orElse(wide && !PlotColumns.isLinear(column) ? AxisScale.LOG : AxisScale.LINEAR);
    }

    /** The same for an abscissa, where a few zeros, as of an untrained model's batch size, do not decide. */
    static AxisScale abscissa(PlotRequest.Axis asked, String column, double[] values) {
        double[] positive = Arrays.stream(values).filter(value -> value > 0).toArray();
        boolean mostly = Arrays.stream(values).allMatch(value -> value >= 0) && 2 * positive.length > values.length;
        return scale(asked, column, mostly ? positive : values);
    }

    /** An axis that holds some numbers, and of their intervals what is not many times as far. */
    static AxisSpec of(PlotRequest.Axis asked, String title, AxisScale scale, double[] values, double[] ends) {
        Optional<AxisRange> range = asked.range().filter(wanted -> wanted.fits(scale));
        return new AxisSpec(
                asked.label().orElse(title), scale, Optional.of(range.orElseGet(() -> around(scale, values, ends))));
    }

    static AxisRange around(AxisScale scale, double[] values, double[] ends) {
        double[] places = Arrays.stream(values)
                .map(scale::forward)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (places.length == 0) {
            return scale == AxisScale.LOG ? new AxisRange(0.1, 10) : new AxisRange(0, 1);
        }
        double least = places[0];
        double most = places[places.length - 1];
        double room = Math.max(most - least, scale == AxisScale.LOG ? 0.3 : 0.1 * Math.abs(most));
        double[] all = DoubleStream.concat(
                        Arrays.stream(places),
                        Arrays.stream(ends)
                                .map(scale::forward)
                                .filter(end -> end >= least - room && end <= most + room))
                .sorted()
                .toArray();
        return padded(scale, all[0], all[all.length - 1]);
    }

    private static AxisRange padded(AxisScale scale, double low, double high) {
        double length = high - low;
        double tiny = 1e-6 * Math.max(Math.abs(low), Math.abs(high));
        double margin =
                length > tiny ? MARGIN * length : scale == AxisScale.LOG ? 0.1 : Math.max(0.05 * Math.abs(low), 0.5);
        boolean atZero = scale == AxisScale.LINEAR && low >= 0 && low < 0.25 * high;
        AxisRange range =
                new AxisRange(atZero ? -0.02 * high : scale.backward(low - margin), scale.backward(high + margin));
        return range;
    }

    /** A figure with these axes and nothing in it. */
    static FigureSpec chart(PlotRequest.Look look, AxisSpec x, AxisSpec y) {
        return FigureSpec.EMPTY
                .withTitle(look.title())
                .withXAxis(x)
                .withYAxis(y)
                .withLegend(look.legend());
    }
}
