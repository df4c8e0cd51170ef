package org.eigenscope.fit;

import java.util.EnumMap;
import java.util.Map;
import org.eigenscope.law.Parameter;

/**
 * What refits to draws from a fitted ensemble say.
 *
 * @param replicates how many draws were refitted
 * @param failures how many more draws could not be
 * @param intervals the 2.5 % to 97.5 % range of every free parameter's estimates
 * @param kolmogorovSmirnovP the part of the draws whose refitted distance is at least the data's, (1 + #)/(1 + B)
 */
public record BootstrapResult(
        int replicates, int failures, Map<Parameter, Interval> intervals, double kolmogorovSmirnovP) {
    public BootstrapResult {
        intervals = Map.copyOf(intervals);
    }

    static BootstrapResult of(
            Map<Parameter, double[]> sortedEstimates, double[] distances, int failures, double observed) {
        Map<Parameter, Interval> intervals = new EnumMap<>(Parameter.class);
        sortedEstimates.forEach((parameter, values) -> intervals.put(
                parameter,
                new Interval(
                        quantile(values, 0.025),
                        quantile(values, 0.975),
                        false,
                        false,
                        Interval.Method.PARAMETRIC_BOOTSTRAP)));
        int beyond = 0;
        for (double distance : distances) {
            beyond += distance >= observed ? 1 : 0;
        }
        double p = (1.0 + beyond) / (1 + distances.length);
        return new BootstrapResult(distances.length, failures, intervals, p);
    }

    /** The quantile between the order statistics at p(n + 1), the extremes beyond them. */
    private static double quantile(double[] sorted, double p) {
        double rank = Math.max(0, Math.min(sorted.length - 1.0, p * (sorted.length + 1) - 1));
        int below = (int) rank;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
