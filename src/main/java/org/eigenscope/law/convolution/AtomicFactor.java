package org.eigenscope.law.convolution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.complex.Complex;

/** A law of finitely many values x_i with weights w_i: M(z) = Σ w_i x_i/(z − x_i). */
final class AtomicFactor implements FreeFactor {
    /** Of more eigenvalues than this the middle ones are merged, so that a curve takes a fraction of a second. */
    private static final int MOST_ATOMS = 4096;

    /** How many eigenvalues at either end are never merged. */
    private static final int APART = 512;

    /** Squares of gaps from here on neither underflow nor lose digits. */
    private static final double LEAST_HEIGHT = 1e-140;

    private static final double GREATEST = 1e140;

    private final double[] values;
    private final double[] weights;
    private final double[] weighted;

    private AtomicFactor(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        this.weighted = new double[values.length];
        Arrays.setAll(weighted, i -> weights[i] * values[i]);
    }

    /** The empirical law of eigenvalues, as {@link FreeFactor#eigenvalues} describes it. */
    static AtomicFactor ofEigenvalues(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = MOST_ATOMS - 2 * APART;
        int atoms = Math.min(n, MOST_ATOMS);
        double[] means = new double[atoms];
        double[] counts = new double[atoms];
        for (int i = 0; i < n; i++) {
            // the middle is shared evenly; nothing is merged if there is room for all
            long between = n <= MOST_ATOMS ? i - APART : (long) (i - APART) * middle / (n - 2 * APART);
            int atom = (int) (i < APART ? i : i >= n - APART ? atoms - (n - i) : APART + between);
            counts[atom]++;
            means[atom] += (sorted[i] - means[atom]) / counts[atom];
        }
        return of(means, counts);
    }

    static AtomicFactor of(double[] values, double[] weights) {
        if (values.length == 0 || values.length != weights.length) {
            throw new IllegalArgumentException(
                    values.length + " values and " + weights.length + " weights do not match");
        }
        double total = 0;
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= Double.MAX_VALUE) || !(weights[i] > 0)) {
                throw new IllegalArgumentException("value " + values[i] + " with weight " + weights[i]
                        + " is not a finite number ≥ 0 with a positive weight");
            }
            total += weights[i];
            mean += weights[i] * values[i];
        }
        if (!(mean > 0) || !Double.isFinite(total)) {
            throw new IllegalArgumentException("mean = " + mean + " of the values is not positive");
        }
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(i -> i)
                .toArray();
        double sum = total;
        return new AtomicFactor(
                IntStream.of(order).mapToDouble(i -> values[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> weights[i] / sum).toArray());
    }

    @Override
    public Complex momentTransform(Complex z) {
        double x = z.getReal();
        double y = z.getImaginary();
        if (!(y > LEAST_HEIGHT && y < GREATEST && Math.abs(x) < GREATEST && upper() < GREATEST)) {
            return nearAnAtom(x, y);
        }
        double squaredHeight = y * y;
        double re = 0;
        double im = 0;
        for (int i = 0; i < weighted.length; i++) {
            double gap = x - values[i];
            double factor = weighted[i] / (gap * gap + squaredHeight);
            re += factor * gap;
            im -= factor;
        }
        return new Complex(re, im * y);
    }

    /** The same where squares would leave the range: divided by the larger of gap and height. */
    private Complex nearAnAtom(double x, double y) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < values.length; i++) {
            double gap = x - values[i];
            double size = Math.max(Math.abs(gap), y);
            double a = gap / size;
            double b = y / size;
            double factor = weighted[i] / (size * (a * a + b * b));
            re += factor * a;
            im -= factor * b;
        }
        return new Complex(re, im);
    }

    @Override
    public double mean() {
        return sum(x -> x);
    }

    @Override
    public double variance() {
        double mean = mean();
        return sum(x -> (x - mean) * (x - mean));
    }

    @Override
    public double logMoment() {
        return sum(Math::log);
    }

    private double sum(DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * f.applyAsDouble(values[i]);
        }
        return sum;
    }

    @Override
    public double atomAtZero() {
        double mass = 0;
        for (int i = 0; i < values.length && values[i] == 0; i++) {
            mass += weights[i];
        }
        return mass;
    }

    @Override
    public double lower() {
        int first = 0;
        while (values[first] == 0) {
            first++;
        }
        return values[first];
    }

    @Override
    public double upper() {
        return values[values.length - 1];
    }

    @Override
    public double quantile(double p) {
        double mass = 0;
        for (int i = 0; i < values.length; i++) {
            mass += weights[i];
            // a level that a sum of weights should meet exactly may miss it by rounding
            if (mass >= p * (1 - 1e-12)) {
                return values[i];
            }
        }
        return upper();
    }
}
