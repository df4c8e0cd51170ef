package org.eigenscope.study.statistic;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * What a column of numbers is like.
 *
 * @param count numbers that there are
 * @param missing rows without one
 * @param weightedMean Σwx/Σw
 * @param lowerQuartile a quarter lies below it, by R's type 7
 * @param median half of them lie below it
 * @param upperQuartile three quarters lie below it
 */
public record ColumnSummary(
        int count, int missing, double weightedMean, double lowerQuartile, double median, double upperQuartile) {
    private static final double QUARTER = 25;

    /**
     * Of a column.
     *
     * @param values NaN where there is none; infinite ones count as missing
     * @param weights of the rows, such as the number of eigenvalues; those that are not positive count as 0
     */
    public static ColumnSummary of(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException(values.length + " values and " + weights.length + " weights");
        }
        double[] numbers = Arrays.stream(values).filter(Double::isFinite).toArray();
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i]) && weights[i] > 0) {
                sum += weights[i] * values[i];
                weight += weights[i];
            }
        }
        if (numbers.length == 0) {
            return new ColumnSummary(0, values.length, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(numbers);
        return new ColumnSummary(
                numbers.length,
                values.length - numbers.length,
                weight == 0 ? Double.NaN : sum / weight,
                percentile.evaluate(QUARTER),
                percentile.evaluate(2 * QUARTER),
                percentile.evaluate(3 * QUARTER));
    }
}
