package org.eigenscope.ensemble.gas;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** What is compared between a dynamics and independent draws. */
enum Statistic {
    MEAN(x -> Arrays.stream(x).average().orElseThrow()),
    MEAN_SQUARE(x -> Arrays.stream(x).map(v -> v * v).average().orElseThrow()),
    LOWER_QUARTILE(x -> Math.log(x[x.length / 4])),
    MEDIAN(x -> x[x.length / 2]),
    LARGEST(x -> x[x.length - 1]),
    MIDDLE_RATIO(Statistic::middleRatio);

    private final ToDoubleFunction<double[]> value;

    Statistic(ToDoubleFunction<double[]> value) {
        this.value = value;
    }

    /** Its value for eigenvalues in ascending order. */
    double of(double[] ascending) {
        return value.applyAsDouble(ascending);
    }

    /** min/max of the two spacings about the median: what repulsion decides. */
    private static double middleRatio(double[] x) {
        int middle = x.length / 2;
        double left = x[middle] - x[middle - 1];
        double right = x[middle + 1] - x[middle];
        return Math.min(left, right) / Math.max(left, right);
    }
}
