package org.eigenscope.fit;

import static org.eigenscope.law.Parameter.GAMMA;
import static org.eigenscope.law.Parameter.KAPPA;
import static org.eigenscope.law.Parameter.RATE;
import static org.eigenscope.law.Parameter.SCALE;
import static org.eigenscope.law.Parameter.SHAPE;
import static org.eigenscope.law.Parameter.TAU;

import java.util.List;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;

/**
 * The coordinates in which the free parameters of a law are searched: ln κ, logit γ, ln s, ln a, ln b, and −ln(1 − τ/λmin).
 *
 * <p>The last equals τ/λmin near 0 and resolves the approach to λmin, where the likelihood bends most. All are boxed.
 * Every family is a scale-and-shift family of a standard law, Λ = τ + s·Z; the Gamma law has s = 1/b.
 */
final class Coordinates {
    static final double SMALLEST_KAPPA = 1e-3;
    /**
     * Above this the law is MP to samples of thousands, and its table costs ten times more; κ may still be held higher.
     */
    static final double LARGEST_KAPPA = 1e3;

    static final double SMALLEST_GAMMA = 1e-3;
    /** The search stops just short of γ = 1, where logit γ is infinite; γ may still be held at 1. */
    static final double LARGEST_GAMMA = 1 - 1e-4;

    private static final double SMALLEST_SHAPE = 1e-3;
    private static final double LARGEST_SHAPE = 1e5;
    /** Samples are brought near 1 before a fit, whose values span at most e^±600. */
    private static final double LOG_SCALE_LIMIT = 600;

    private final LawFamily family;
    private final ParameterSet fixed;
    private final List<Parameter> free;
    private final double floor;
    private final double largestShift;

    /**
     * Coordinates of the parameters that are not fixed.
     *
     * @param sample gives λmin and the bound of τ
     */
    Coordinates(LawFamily family, ParameterSet fixed, Sample sample) {
        this.family = family;
        this.fixed = fixed;
        this.free = family.parameters().stream().filter(p -> !fixed.has(p)).toList();
        this.floor = sample.smallest();
        this.largestShift = sample.largestShift();
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

    int dimension() {
        return free.size();
    }

    ParameterSet fixed() {
        return fixed;
    }

    /** λmin, which bounds τ. */
    double floor() {
        return floor;
    }

    double largestShift() {
        return largestShift;
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

    double value(Parameter parameter, double[] theta) {
        int index = free.indexOf(parameter);
        return index < 0 ? fixed.get(parameter) : fromCoordinate(parameter, theta[index]);
    }

    /** s of Λ = τ + s·Z. */
    double scale(double[] theta) {
        return switch (family) {
            case GAMMA_LAW -> 1 / value(RATE, theta);
            case INVERSE_GAMMA -> value(RATE, theta);
            default -> value(SCALE, theta);
        };
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

    private double coordinate(Parameter parameter, double value) {
        return switch (parameter) {
            case GAMMA -> Math.log(value) - Math.log1p(-value);
            case TAU -> -Math.log1p(-Math.min(value, largestShift) / floor);
            default -> Math.log(value);
        };
    }

    private double fromCoordinate(Parameter parameter, double t) {
        return switch (parameter) {
            case GAMMA -> 1 / (1 + Math.exp(-t));
            case TAU -> Math.max(0, Math.min(largestShift, -floor * Math.expm1(-t)));
            default -> Math.exp(t);
        };
    }

    private double lower(Parameter parameter) {
        return switch (parameter) {
            case KAPPA -> coordinate(KAPPA, SMALLEST_KAPPA);
            case GAMMA -> coordinate(GAMMA, SMALLEST_GAMMA);
            case SHAPE -> coordinate(SHAPE, SMALLEST_SHAPE);
            case TAU -> 0;
            case SCALE, RATE -> -LOG_SCALE_LIMIT;
        };
    }

    private double upper(Parameter parameter) {
        return switch (parameter) {
            case KAPPA -> coordinate(KAPPA, LARGEST_KAPPA);
            case GAMMA -> coordinate(GAMMA, LARGEST_GAMMA);
            case SHAPE -> coordinate(SHAPE, LARGEST_SHAPE);
            case TAU -> coordinate(TAU, largestShift);
            case SCALE, RATE -> LOG_SCALE_LIMIT;
        };
    }
}
