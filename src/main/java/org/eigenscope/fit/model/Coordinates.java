package org.eigenscope.fit.model;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.List;
import java.util.Set;
import org.eigenscope.fit.Constraints;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * The coordinates in which the free parameters of a law are searched: mostly logarithms, logit γ, and −ln(1 − τ/λmin).
 *
 * <p>The last equals τ/λmin near 0 and resolves the approach to λmin, where the likelihood bends most. All have bounds,
 * the box. Parameters that are neither free nor fixed are tied: they follow from the others or from the sample.
 */
public final class Coordinates {
    public static final double SMALLEST_KAPPA = SearchBox.SMALLEST_KAPPA;
    public static final double LARGEST_KAPPA = SearchBox.LARGEST_KAPPA;
    public static final double SMALLEST_GAMMA = SearchBox.SMALLEST_GAMMA;

    private final StandardFamily standard;
    private final ParameterSet fixed;
    private final Constraints constraints;
    private final Set<Parameter> tied;
    private final List<Parameter> free;
    private final Sample sample;
    private final SearchBox box;

    /**
     * Coordinates of the parameters that are neither fixed nor tied.
     *
     * @param sample gives λmin, the bound of τ, and the mean that s may be tied to
     */
    public Coordinates(LawFamily family, ParameterSet fixed, Constraints constraints, Sample sample) {
        this.standard = StandardFamily.of(family);
        this.fixed = fixed;
        this.constraints = constraints;
        this.tied = constraints.ties().tied(family);
        family.readFromSample().stream().filter(p -> !fixed.has(p)).forEach(tied::add);
        this.free = family.parameters().stream()
                .filter(p -> !fixed.has(p) && !tied.contains(p))
                .toList();
        this.sample = sample;
        this.box = new SearchBox(standard, sample, constraints);
    }

    /** The family whose parameters are searched. */
    public LawFamily family() {
        return standard.family();
    }

    /** The family as a search sees it. */
    public StandardFamily standard() {
        return standard;
    }

    /** The parameters that the search moves, in the order of the coordinates. */
    public List<Parameter> free() {
        return free;
    }

    /** Whether the search moves a parameter. */
    public boolean isFree(Parameter parameter) {
        return free.contains(parameter);
    }

    /** The parameters that follow from others or from the sample. */
    public Set<Parameter> tied() {
        return tied;
    }

    /** The constraints that the search obeys. */
    public Constraints constraints() {
        return constraints;
    }

    /** How many coordinates there are. */
    public int dimension() {
        return free.size();
    }

    /** The parameters that are held, with their values. */
    public ParameterSet fixed() {
        return fixed;
    }

    /** λmin, which bounds τ. */
    public double floor() {
        return sample.smallest();
    }

    /** The largest τ that a search tries, a little below λmin. */
    public double largestShift() {
        return box.largestShift();
    }

    /** The coordinates of a parameter set, moved into the box. */
    public double[] of(ParameterSet parameters) {
        double[] theta = new double[free.size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = coordinate(free.get(i), parameters.get(free.get(i)));
        }
        clamp(theta);
        return theta;
    }

    /** All parameters of the family at a point of the coordinates. */
    public ParameterSet parameters(double[] theta) {
        ParameterSet all = ParameterSet.EMPTY;
        for (Parameter parameter : family().parameters()) {
            all = all.with(parameter, value(parameter, theta));
        }
        return all;
    }

    /**
     * The free and the held parameters at a point. A search can start from them even where a tied parameter does not
     * exist.
     */
    public ParameterSet untied(double[] theta) {
        ParameterSet some = ParameterSet.EMPTY;
        for (Parameter parameter : family().parameters()) {
            some = tied.contains(parameter) ? some : some.with(parameter, value(parameter, theta));
        }
        return some;
    }

    /** A parameter at a point; NaN for a scale tied to the mean of a law that has none there. */
    public double value(Parameter parameter, double[] theta) {
        int index = free.indexOf(parameter);
        if (index >= 0) {
            return fromCoordinate(parameter, theta[index]);
        }
        if (!tied.contains(parameter)) {
            return fixed.get(parameter);
        }
        return switch (parameter) {
            case GAMMA -> tiedGamma(theta);
            case XMIN -> sample.smallest();
            case CENTER -> sample.mean();
            default -> standard.scale(tiedScale(theta));
        };
    }

    private double tiedGamma(double[] theta) {
        double kappa = value(KAPPA, theta);
        return Math.min(1, kappa / (2 * (constraints.ties().alpha().getAsDouble() - 1) - kappa));
    }

    private double tiedScale(double[] theta) {
        if (constraints.ties().meanMatched()) {
            double scale = (sample.mean() - value(TAU, theta)) / standard.mean(p -> value(p, theta));
            return scale > 0 ? scale : Double.NaN;
        }
        double c = value(KAPPA, theta) / (2 * value(GAMMA, theta));
        double beta = constraints.ties().beta().getAsDouble();
        return family().orientation().orElseThrow().scale(c, beta);
    }

    /** s of Λ = t + s·Z. */
    public double scale(double[] theta) {
        return standard.scale(value(standard.scaleParameter(), theta));
    }

    /** d ln s/dτ at fixed other coordinates: 0 unless s is tied to the mean, m̂ = τ + s·E[Z]. */
    public double logScalePerShift(double[] theta) {
        return constraints.ties().meanMatched() ? -1 / (sample.mean() - shift(theta)) : 0;
    }

    /** d ln s / d coordinate of the parameter that holds the scale. */
    public double scaleSign() {
        return standard.scale(2) > 1 ? 1 : -1;
    }

    /** t of Λ = t + s·Z: τ, m, or nothing. */
    public double shift(double[] theta) {
        return standard.shiftParameter().map(p -> value(p, theta)).orElse(0.0);
    }

    /** The lower corner of the box in coordinates. */
    public double[] lower() {
        return free.stream().mapToDouble(this::lower).toArray();
    }

    /** The upper corner of the box in coordinates. */
    public double[] upper() {
        return free.stream().mapToDouble(this::upper).toArray();
    }

    /** Moves a point into the box. */
    public void clamp(double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = Math.max(lower(free.get(i)), Math.min(upper(free.get(i)), theta[i]));
        }
    }

    /** The value nearest to a given one that a search may try. */
    public double clamped(Parameter parameter, double value) {
        double t = coordinate(parameter, value);
        return fromCoordinate(parameter, Math.max(lower(parameter), Math.min(upper(parameter), t)));
    }

    /** The lower end of a parameter, in its own units. */
    public double lower(Parameter parameter) {
        return coordinate(parameter, box.least(parameter));
    }

    /** The upper end of a parameter, in its own units. */
    public double upper(Parameter parameter) {
        return coordinate(parameter, box.greatest(parameter));
    }

    /** Whether an end of a parameter's range is one that a user set. */
    public boolean isSet(Parameter parameter, boolean lower) {
        return box.isSet(parameter, lower);
    }

    /** Whether κ may come as close to 0 as searches go, or as a held α lets it; not where a user bounds it from below. */
    public boolean reachesSmallestKappa() {
        return !isSet(KAPPA, true) || holdsKappa(SMALLEST_KAPPA);
    }

    /** The least κ of its range. */
    public double leastKappa() {
        return box.least(KAPPA);
    }

    /** The greatest κ that the search may try. */
    public double greatestKappa() {
        return box.greatest(KAPPA);
    }

    /** Whether a value of κ lies in its range. */
    public boolean holdsKappa(double kappa) {
        return box.holdsKappa(kappa);
    }

    /** A parameter's coordinate at a value. */
    public double coordinate(Parameter parameter, double value) {
        return parameter == TAU
                ? -Math.log1p(-Math.min(value, box.largestShift()) / floor())
                : standard.coordinate(parameter, value);
    }

    /** A parameter's value at a coordinate. */
    public double fromCoordinate(Parameter parameter, double t) {
        return parameter == TAU
                ? Math.max(0, Math.min(box.largestShift(), -floor() * Math.expm1(-t)))
                : standard.value(parameter, t);
    }
}
