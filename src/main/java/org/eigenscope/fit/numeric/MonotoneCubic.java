package org.eigenscope.fit.numeric;

import java.util.Arrays;

/**
 * The cubic interpolant that rises where its nodes rise (F. N. Fritsch and J. Butland, SIAM Journal on Scientific and Statistical
 * Computing 5, 1984); linear beyond them.
 */
public final class MonotoneCubic {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /**
     * The interpolant through nodes.
     *
     * @param x strictly ascending, at least two
     * @param y not descending
     */
    public MonotoneCubic(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.slope = new double[x.length];
        for (int i = 1; i < x.length - 1; i++) {
            double left = secant(i - 1);
            double right = secant(i);
            double share = (1 + (x[i + 1] - x[i]) / (x[i + 1] - x[i - 1])) / 3;
            slope[i] = left * right > 0 ? left * right / (share * right + (1 - share) * left) : 0;
        }
        slope[0] = end(secant(0), x.length > 2 ? slope[1] : secant(0));
        int last = x.length - 1;
        slope[last] = end(secant(last - 1), x.length > 2 ? slope[last - 1] : secant(last - 1));
    }

    private double secant(int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }

    /** The slope at an end that makes the piece a parabola, kept monotone. */
    private static double end(double secant, double inner) {
        return Math.max(0, Math.min(3 * secant, 2 * secant - inner));
    }

    /** The interpolated value at a point between the ends. */
    public double at(double point) {
        int last = x.length - 1;
        if (point <= x[0]) {
            return y[0] + slope[0] * (point - x[0]);
        }
        if (point >= x[last]) {
            return y[last] + slope[last] * (point - x[last]);
        }
        int found = Arrays.binarySearch(x, point);
        int i = found >= 0 ? Math.min(found, last - 1) : -found - 2;
        double h = x[i + 1] - x[i];
        double u = (point - x[i]) / h;
        double v = 1 - u;
        return y[i] * (1 + 2 * u) * v * v
                + y[i + 1] * (1 + 2 * v) * u * u
                + h * u * v * (slope[i] * v - slope[i + 1] * u);
    }

    /** The point at which it takes a value between those of its first and last node, by bisection. */
    public double inverse(double value) {
        double low = x[0];
        double high = x[x.length - 1];
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (at(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
