package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.GAMMA;
import static org.eigenscope.law.Parameter.KAPPA;
import static org.eigenscope.law.Parameter.RATE;
import static org.eigenscope.law.Parameter.SCALE;
import static org.eigenscope.law.Parameter.SHAPE;
import static org.eigenscope.law.Parameter.TAU;

import java.util.List;
import java.util.Set;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;

/**
 * The coordinates in which the free parameters of a law are searched: ln κ, logit γ, ln s, ln a, ln b, and −ln(1 − τ/λmin).
 *
 * <p>The last equals τ/λmin near 0 and resolves the approach to λmin, where the likelihood bends most. All are boxed.
 * Every family is a scale-and-shift family of a standard law, Λ = τ + s·Z; the Gamma law has s = 1/b. Parameters that are
 * neither free nor fixed are tied: they follow from the others.
 */
public final class Coordinates {
    static final double SMALLEST_KAPPA = SearchBox.SMALLEST_KAPPA;
    public static final double LARGEST_KAPPA = SearchBox.LARGEST_KAPPA;
    static final double SMALLEST_GAMMA = SearchBox.SMALLEST_GAMMA;

    private final LawFamily family;
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
    Coordinates(LawFamily family, ParameterSet fixed, Constraints constraints, Sample sample) {
        this.family = family;
        this.fixed = fixed;
        this.constraints = constraints;
        this.tied = constraints.ties().tied(family);
        this.free = family.parameters().stream()
                .filter(p -> !fixed.has(p) && !tied.contains(p))
                .toList();
        this.sample = sample;
        this.box = new SearchBox(sample, constraints);
    }

    LawFamily family() {
        return family;
    }

    List<Parameter> free() {
        return free;
    }

    boolean isFree(Parameter parameter) {
        return free.contains(parameter);
    }

    Set<Parameter> tied() {
        return tied;
    }

    Constraints constraints() {
        return constraints;
    }

    int dimension() {
        return free.size();
    }

    ParameterSet fixed() {
        return fixed;
    }

    /** λmin, which bounds τ. */
    double floor() {
        return sample.smallest();
    }

    double largestShift() {
        return box.largestShift();
    }

    /** The coordinates of a parameter set, moved into the box. */
    double[] of(ParameterSet parameters) {
        double[] theta = new double[free.size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = coordinate(free.get(i), parameters.get(free.get(i)));
        }
        clamp(theta);
        return theta;
    }

    /** All parameters of the family at a point. */
    ParameterSet parameters(double[] theta) {
        ParameterSet all = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            all = all.with(parameter, value(parameter, theta));
        }
        return all;
    }

    /** A parameter at a point; NaN for a scale tied to the mean of a law that has none there. */
    double value(Parameter parameter, double[] theta) {
        int index = free.indexOf(parameter);
        if (index >= 0) {
            return fromCoordinate(parameter, theta[index]);
        }
        if (!tied.contains(parameter)) {
            return fixed.get(parameter);
        }
        return parameter == GAMMA ? tiedGamma(theta) : scaleValue(tiedScale(theta));
    }

    private double tiedGamma(double[] theta) {
        double kappa = value(KAPPA, theta);
        return Math.min(1, kappa / (2 * (constraints.ties().alpha().getAsDouble() - 1) - kappa));
    }

    private double tiedScale(double[] theta) {
        if (constraints.ties().meanMatched()) {
            double scale = (sample.mean() - value(TAU, theta)) / StandardMean.of(family, p -> value(p, theta));
            return scale > 0 ? scale : Double.NaN;
        }
        double c = value(KAPPA, theta) / (2 * value(GAMMA, theta));
        double beta = constraints.ties().beta().getAsDouble();
        return family == LawFamily.HTMP ? c / beta : beta / c;
    }

    /** s of Λ = τ + s·Z. */
    double scale(double[] theta) {
        return switch (family) {
            case GAMMA_LAW -> 1 / value(RATE, theta);
            case INVERSE_GAMMA -> value(RATE, theta);
            default -> value(SCALE, theta);
        };
    }

    /** d ln s/dτ at fixed other coordinates: 0 unless s is tied to the mean, m̂ = τ + s·E[Z]. */
    double logScalePerShift(double[] theta) {
        return constraints.ties().meanMatched() ? -1 / (sample.mean() - shift(theta)) : 0;
    }

    /** d ln s / d coordinate of the parameter that holds the scale. */
    double scaleSign() {
        return family == LawFamily.GAMMA_LAW ? -1 : 1;
    }

    Parameter scaleParameter() {
        return family.parameters().contains(SCALE) ? SCALE : RATE;
    }

    /** The value of the scale parameter that gives s. */
    double scaleValue(double s) {
        return family == LawFamily.GAMMA_LAW ? 1 / s : s;
    }

    double shift(double[] theta) {
        return value(TAU, theta);
    }

    double[] lower() {
        return free.stream().mapToDouble(this::lower).toArray();
    }

    double[] upper() {
        return free.stream().mapToDouble(this::upper).toArray();
    }

    void clamp(double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = Math.max(lower(free.get(i)), Math.min(upper(free.get(i)), theta[i]));
        }
    }

    double lower(Parameter parameter) {
        return coordinate(parameter, box.least(parameter));
    }

    double upper(Parameter parameter) {
        return coordinate(parameter, box.greatest(parameter));
    }

    /** Whether an end of a parameter's range is one that a user set. */
    boolean isSet(Parameter parameter, boolean lower) {
        return box.isSet(parameter, lower);
    }

    /** Whether a value of κ lies in its range. */
    boolean holdsKappa(double kappa) {
        return box.holdsKappa(kappa);
    }

    double coordinate(Parameter parameter, double value) {
        return switch (parameter) {
            case GAMMA -> Math.log(value) - Math.log1p(-value);
            case TAU -> -Math.log1p(-Math.min(value, box.largestShift()) / floor());
            case KAPPA, SCALE, SHAPE, RATE -> Math.log(value);
        };
    }

    double fromCoordinate(Parameter parameter, double t) {
        return switch (parameter) {
            case GAMMA -> 1 / (1 + Math.exp(-t));
            case TAU -> Math.max(0, Math.min(box.largestShift(), -floor() * Math.expm1(-t)));
            case KAPPA, SCALE, SHAPE, RATE -> Math.exp(t);
        };
    }
}
