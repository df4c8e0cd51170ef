package org.eigenscope.study.statistic;

/**
 * The difference of two estimates, b − a, with the interval that follows from theirs if they are independent (method of variance
 * estimates recovery: G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008).
 *
 * @param value b − a
 * @param low d − √((b − b_low)² + (a_high − a)²); NaN if an end that it needs is open
 * @param high d + √((b_high − b)² + (a − a_low)²); NaN if an end that it needs is open
 */
public record DifferenceInterval(double value, double low, double high) {
    /**
     * An estimate with an interval.
     *
     * @param low its lower end; NaN if it is open
     * @param high its upper end; NaN if it is open
     */
    public record Estimate(double value, double low, double high) {}

    /** b − a. */
    public static DifferenceInterval between(Estimate a, Estimate b) {
        double difference = b.value() - a.value();
        return new DifferenceInterval(
                difference,
                difference - Math.hypot(b.value() - b.low(), a.high() - a.value()),
                difference + Math.hypot(b.high() - b.value(), a.value() - a.low()));
    }
}
