package org.eigenscope.fit;

import java.util.Map;
import org.eigenscope.law.Parameter;

/**
 * What refits to draws from a fitted ensemble say.
 *
 * @param replicates how many draws were refitted
 * @param failures how many more draws could not be
 * @param intervals 95 % intervals of the free parameters
 * @param levels how far, in roots √(2·drop) of the likelihood ratio, 95 % of the draws' estimates lie from their truth; independent
 *     draws of a regular law would have 1.96, less means that the profile interval is too wide. Empty without likelihood
 * @param kolmogorovSmirnovP the part of the draws whose refitted distance is at least the data's, (1 + #)/(1 + B); a small one
 *     rejects the law
 */
public record BootstrapResult(
        int replicates,
        int failures,
        Map<Parameter, Interval> intervals,
        Map<Parameter, Double> levels,
        double kolmogorovSmirnovP) {
    public BootstrapResult {
        intervals = Map.copyOf(intervals);
        levels = Map.copyOf(levels);
    }
}
