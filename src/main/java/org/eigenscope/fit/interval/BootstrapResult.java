package org.eigenscope.fit.interval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.numeric.SortedQuantile;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * The results of refits to draws from a fitted ensemble.
 *
 * <p>Where the data leave κ open by more than a factor of two, spectra are drawn at several values of κ; the draws
 * listed here are a share of each, weighted by the confidence distribution of κ, so that results include the
 * uncertainty of κ.
 *
 * @param draws the refits, in the order of the draws
 * @param failures how many more draws could not be refitted
 * @param strips after likelihood fits, the profile likelihoods that intervals are cut out of; empty after others
 * @param inversion the tests that intervals of κ are made of; empty where κ was not free
 * @param free the parameters that were neither held nor tied
 * @param kolmogorovSmirnovP the part of the draws whose refitted distance is at least the data's, (1 + #)/(1 + B); a
 *     small one rejects the law
 */
public record BootstrapResult(
        List<Draw> draws,
        int failures,
        Map<Parameter, ProfileStrip> strips,
        Optional<KappaInversion> inversion,
        List<Parameter> free,
        double kolmogorovSmirnovP) {
    private static final double USUAL = 0.95;

    /**
     * One refit.
     *
     * @param parameters what it found
     * @param kolmogorovSmirnov its distance to its draw
     * @param roots after likelihood fits, √(2·drop) of its profile log-likelihood at the values it was drawn with, negative where
     *     they lie below its estimates
     */
    public record Draw(ParameterSet parameters, double kolmogorovSmirnov, Map<Parameter, Double> roots) {
        public Draw {
            roots = Map.copyOf(roots);
        }
    }

    public BootstrapResult {
        draws = List.copyOf(draws);
        strips = Map.copyOf(strips);
        free = List.copyOf(free);
    }

    /** How many draws were refitted. */
    public int replicates() {
        return draws.size();
    }

    /** 95 % intervals of the free parameters. */
    public Map<Parameter, Interval> intervals() {
        return intervals(USUAL);
    }

    /**
     * Intervals of the free parameters.
     *
     * @param level how often they are to hold the truth, between 0 and 1; fewer than 1/(1 − level) − 1 draws do not
     *     suffice and give the interval of the level that they reach
     * @throws IllegalArgumentException outside
     */
    public Map<Parameter, Interval> intervals(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level = " + level + " is outside (0, 1)");
        }
        Map<Parameter, Interval> intervals = new EnumMap<>(Parameter.class);
        for (Parameter parameter : free) {
            intervals.put(parameter, interval(parameter, level));
        }
        return intervals;
    }

    private Interval interval(Parameter parameter, double level) {
        ProfileStrip strip = strips.get(parameter);
        Interval.Method method =
                strip == null ? Interval.Method.BOOTSTRAP_PERCENTILE : Interval.Method.PARAMETRIC_BOOTSTRAP;
        if (parameter == Parameter.KAPPA && inversion.isPresent()) {
            return inversion.get().interval(level, method);
        }
        return strip == null ? percentiles(parameter, level) : strip.interval(root(parameter, level), method);
    }

    /**
     * How far, in roots √(2·drop) of the likelihood ratio, 95 % of the draws' estimates lie from their true values.
     * Independent draws of a regular law would give 1.96; less means that the profile interval is too wide. Empty
     * without likelihood.
     */
    public Map<Parameter, Double> levels() {
        Map<Parameter, Double> levels = new EnumMap<>(Parameter.class);
        strips.keySet().forEach(parameter -> levels.put(parameter, root(parameter, USUAL)));
        return levels;
    }

    private double root(Parameter parameter, double level) {
        return SortedQuantile.of(
                draws.stream().mapToDouble(draw -> Math.abs(draw.roots().get(parameter))), level);
    }

    private Interval percentiles(Parameter parameter, double level) {
        double tail = (1 - level) / 2;
        return new Interval(
                quantile(parameter, tail),
                quantile(parameter, 1 - tail),
                false,
                false,
                Interval.Method.BOOTSTRAP_PERCENTILE);
    }

    private double quantile(Parameter parameter, double p) {
        return SortedQuantile.of(
                draws.stream().mapToDouble(draw -> draw.parameters().get(parameter)), p);
    }
}
