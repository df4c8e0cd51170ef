package org.eigenscope.fit.model;

import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.OptionalDouble;
import org.eigenscope.fit.Constraints;
import org.eigenscope.law.family.Parameter;

/** The range of every free parameter: the search's own, within the bounds that a user set. */
public final class SearchBox {
    public static final double SMALLEST_KAPPA = 1e-3;
    /**
     * The largest κ that searches try. Above it samples of thousands cannot tell the law from MP, and its table costs
     * ten times more; κ may still be held higher, or bounded higher.
     */
    public static final double LARGEST_KAPPA = 1e3;

    static final double SMALLEST_GAMMA = 1e-3;
    /** The search stops just short of γ = 1, where logit γ is infinite; γ may still be held at 1. */
    public static final double LARGEST_GAMMA = 1 - 1e-4;

    private static final double SMALLEST_SHAPE = 1e-3;
    private static final double LARGEST_SHAPE = 1e5;
    /** The largest σ that searches try: samples reach no farther than e^±300. */
    private static final double LARGEST_SIGMA = 300;
    /** The smallest scale that searches try: samples are scaled to values near 1, and these span at most e^±600. */
    private static final double SMALLEST_SCALE = Math.exp(-600);

    private static final double LARGEST_SCALE = Math.exp(600);

    private final StandardFamily standard;
    private final Sample sample;
    private final double largestShift;
    private final Constraints constraints;

    SearchBox(StandardFamily standard, Sample sample, Constraints constraints) {
        this.standard = standard;
        this.sample = sample;
        this.constraints = constraints;
        this.largestShift = sample.largestShift();
    }

    /** The least value of a parameter that searches try, unless its family knows better. */
    static double smallest(Parameter parameter) {
        return switch (parameter) {
            case KAPPA -> SMALLEST_KAPPA;
            case GAMMA -> SMALLEST_GAMMA;
            case SHAPE, SIGMA -> SMALLEST_SHAPE;
            case TAU -> 0;
            default -> SMALLEST_SCALE;
        };
    }

    /** The greatest value of a parameter that searches try, unless its family knows better. */
    static double greatest(Parameter parameter, Sample sample) {
        return switch (parameter) {
            case KAPPA -> LARGEST_KAPPA;
            case GAMMA -> LARGEST_GAMMA;
            case SHAPE -> LARGEST_SHAPE;
            case SIGMA -> LARGEST_SIGMA;
            case TAU -> sample.largestShift();
            default -> LARGEST_SCALE;
        };
    }

    double largestShift() {
        return largestShift;
    }

    double least(Parameter parameter) {
        Constraints.Bounds set = constraints.bounds().get(parameter);
        double own = parameter == KAPPA ? smallestKappa(set) : standard.least(parameter, sample);
        return set == null ? own : Math.max(own, Math.min(set.lower(), ownGreatest(parameter, set)));
    }

    double greatest(Parameter parameter) {
        Constraints.Bounds set = constraints.bounds().get(parameter);
        double own = ownGreatest(parameter, set);
        return set == null ? own : Math.max(least(parameter), Math.min(own, set.upper()));
    }

    private double ownGreatest(Parameter parameter, Constraints.Bounds set) {
        return parameter == KAPPA ? largestKappa(set) : standard.greatest(parameter, sample);
    }

    /** The least κ at which a held α gives a γ not below its bound. */
    private double smallestKappa(Constraints.Bounds set) {
        double own = set == null ? SMALLEST_KAPPA : Math.min(SMALLEST_KAPPA, set.lower());
        OptionalDouble alpha = constraints.ties().alpha();
        return alpha.isEmpty() ? own : Math.max(own, smallestKappa(alpha.getAsDouble()));
    }

    /** The κ at which a held α makes γ the least that searches try. */
    public static double smallestKappa(double alpha) {
        return 2 * (alpha - 1) * SMALLEST_GAMMA / (1 + SMALLEST_GAMMA);
    }

    /** The largest κ at which a held α gives γ ≤ 1: α − 1. */
    private double largestKappa(Constraints.Bounds set) {
        double own = set == null ? LARGEST_KAPPA : Math.max(LARGEST_KAPPA, set.upper());
        OptionalDouble alpha = constraints.ties().alpha();
        return alpha.isEmpty() ? own : Math.min(own, alpha.getAsDouble() - 1);
    }

    /** Whether an end of a parameter's range is one that a user set, not the search's or the sample's. */
    boolean isSet(Parameter parameter, boolean lower) {
        Constraints.Bounds set = constraints.bounds().get(parameter);
        if (set == null) {
            return false;
        }
        return lower
                ? set.lower() >= least(parameter) && set.lower() > (parameter == TAU ? 0 : Double.MIN_NORMAL)
                : set.upper() <= greatest(parameter);
    }

    /** Whether a value of κ may be tried. */
    boolean holdsKappa(double kappa) {
        return kappa >= least(KAPPA) && kappa <= greatest(KAPPA);
    }
}
