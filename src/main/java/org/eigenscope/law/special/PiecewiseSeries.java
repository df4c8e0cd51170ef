package org.eigenscope.law.special;

import java.util.function.DoubleUnaryOperator;

/** A function of one variable tabulated as Chebyshev series on panels of equal width. Immutable. */
public final class PiecewiseSeries {
    private final double from;
    private final double width;
    private final double[][] coefficients;

    private PiecewiseSeries(double from, double width, double[][] coefficients) {
        this.from = from;
        this.width = width;
        this.coefficients = coefficients;
    }

    /**
     * Interpolates a smooth function at the Chebyshev points of each panel.
     *
     * @param panels how many panels
     * @param points how many points in each
     */
    public static PiecewiseSeries of(DoubleUnaryOperator f, double from, double to, int panels, int points) {
        double width = (to - from) / panels;
        double[][] coefficients = new double[panels][];
        for (int i = 0; i < panels; i++) {
            coefficients[i] = interpolate(f, from + i * width, width, points);
        }
        return new PiecewiseSeries(from, width, coefficients);
    }

    private static double[] interpolate(DoubleUnaryOperator f, double start, double width, int points) {
        double[] values = new double[points];
        for (int j = 0; j < points; j++) {
            values[j] = f.applyAsDouble(start + width * 0.5 * (1 + Math.cos(Math.PI * (j + 0.5) / points)));
        }
        double[] series = new double[points];
        for (int k = 0; k < points; k++) {
            double sum = 0;
            for (int j = 0; j < points; j++) {
                sum += values[j] * Math.cos(Math.PI * k * (j + 0.5) / points);
            }
            series[k] = (k == 0 ? 1.0 : 2.0) / points * sum;
        }
        return series;
    }

    /** The function at x; outside the table, its end panel's series. */
    public double value(double x) {
        double[] c = coefficients[panel(x)];
        double t = local(x);
        double b1 = 0;
        double b2 = 0;
        for (int k = c.length - 1; k >= 1; k--) {
            double b = 2 * t * b1 - b2 + c[k];
            b2 = b1;
            b1 = b;
        }
        return t * b1 - b2 + c[0];
    }

    /** The derivative at x: Σ k·c_k·U_(k−1). */
    public double derivative(double x) {
        double[] c = coefficients[panel(x)];
        double t = local(x);
        double before = 0;
        double current = 1;
        double sum = 0;
        for (int k = 1; k < c.length; k++) {
            sum += k * c[k] * current;
            double next = 2 * t * current - before;
            before = current;
            current = next;
        }
        return sum * 2 / width;
    }

    private int panel(double x) {
        return Math.max(0, Math.min(coefficients.length - 1, (int) ((x - from) / width)));
    }

    private double local(double x) {
        return 2 * ((x - from) / width - panel(x)) - 1;
    }
}
