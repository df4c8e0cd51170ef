package org.eigenscope.law.convolution;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.complex.Complex;

/** Finitely many values with weights. */
final class AtomicFactor implements FreeFactor {
    private final double[] values;
    private final double[] weights;

    private AtomicFactor(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
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
        double re = 0;
        double im = 0;
        for (int i = 0; i < values.length; i++) {
            double gap = x - values[i];
            // divided by the larger, so that nothing underflows beside an atom
            double size = Math.max(Math.abs(gap), y);
            double a = gap / size;
            double b = y / size;
            double factor = weights[i] * values[i] / (size * (a * a + b * b));
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
