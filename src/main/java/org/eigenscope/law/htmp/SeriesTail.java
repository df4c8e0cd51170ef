package org.eigenscope.law.htmp;

import java.util.ArrayList;
import java.util.List;

/** A tail ρ ∝ x^p·e^(−cx)/S², anchored where the march ended, with ln S tabulated over the whole tail. */
final class SeriesTail implements Tail {
    private static final double RESOLVED = 1e-12;
    private static final int MAX_DEPTH = 40;

    private final HtmpShape shape;
    private final TailSeries series;
    private final double anchor;
    private final double anchorLogDensity;
    private final double anchorLogSum;
    private final double power;
    private final int terms;
    final PiecewiseChebyshev logSum;

    SeriesTail(HtmpShape shape, TailSeries series, OutwardMarch.End end) {
        this.shape = shape;
        this.series = series;
        this.anchor = end.y() / shape.c();
        this.anchorLogDensity = end.logDensity();
        this.power = series.power(shape);
        this.terms = series.termsNeeded(shape, end.y());
        this.logSum = tabulate();
        this.anchorLogSum = logSum.at(1);
    }

    @Override
    public double logDensity(double x) {
        double relative = (x - anchor) / anchor;
        double logRatio = Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(x / anchor);
        double ratio = Math.min(1, series.variable(anchor, x));
        return anchorLogDensity + power * logRatio - shape.c() * (x - anchor) - 2 * (logSum.at(ratio) - anchorLogSum);
    }

    @Override
    public double mass(double x) {
        return series == TailSeries.UPPER ? upperMass(x) : lowerMass(x);
    }

    /** ∫_x^∞ ρ by Gauss–Laguerre at the local decay rate. */
    private double upperMass(double x) {
        double level = logDensity(x);
        if (level == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double rate = -slope(x) / x;
        return Math.exp(level) / rate * GaussLaguerre.mean(v -> Math.exp(v + logDensity(x + v / rate) - level));
    }

    /** ∫_0^x ρ in ln x, by Gauss–Laguerre at the local decay rate. */
    private double lowerMass(double x) {
        double level = logDensity(x);
        if (level == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double rate = slope(x) + 1;
        double scaled = GaussLaguerre.mean(v -> {
            double inner = x * Math.exp(-v / rate);
            return Math.exp(v * (1 - 1 / rate) + logDensity(inner) - level);
        });
        return x * Math.exp(level) / rate * scaled;
    }

    /** d ln ρ/d ln x by a centred difference: it only sets the quadrature's scale. */
    private double slope(double x) {
        double step = 1e-4;
        return (logDensity(x * (1 + step)) - logDensity(x * (1 - step))) / (2 * step);
    }

    private PiecewiseChebyshev tabulate() {
        List<PiecewiseChebyshev.Panel> panels = new ArrayList<>();
        divide(0, 1, panels, 0);
        return PiecewiseChebyshev.of(panels);
    }

    private void divide(double from, double to, List<PiecewiseChebyshev.Panel> panels, int depth) {
        double[] values = logSumsBetween(from, to);
        double size = 1 + Math.abs(values[values.length - 1]);
        if (!(ChebyshevNodes.unresolved(values) > RESOLVED * size) || depth == MAX_DEPTH) {
            panels.add(new PiecewiseChebyshev.Panel(from, to, values));
            return;
        }
        double middle = (from + to) / 2;
        divide(from, middle, panels, depth + 1);
        divide(middle, to, panels, depth + 1);
    }

    private double[] logSumsBetween(double from, double to) {
        double[] values = new double[ChebyshevNodes.COUNT];
        for (int j = 0; j < values.length; j++) {
            double variable = from + (to - from) * ChebyshevNodes.point(j);
            values[j] = shape.c() * (series == TailSeries.UPPER ? anchor / variable : anchor * variable);
        }
        series.logSums(shape, values, terms, values);
        return values;
    }
}
