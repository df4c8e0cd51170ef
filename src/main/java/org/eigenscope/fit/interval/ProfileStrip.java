package org.eigenscope.fit.interval;

import java.util.Arrays;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.numeric.MonotoneCubic;
import org.eigenscope.fit.search.FitWarnings;
import org.eigenscope.law.family.Parameter;

/**
 * The profile log-likelihood of one parameter over its whole range: the best ℓ that the other free parameters reach
 * with this one held. It takes eigenvalues as independent draws.
 *
 * <p>Searched at up to 25 points, from the estimate outward until ℓ has fallen by 25, and interpolated in ±√(2·drop),
 * which is nearly linear, by a monotone cubic; further out it continues as a parabola. Immutable.
 */
public final class ProfileStrip {
    /** √(2·1.92), the 97.5 % point of the normal law. */
    private static final double ROOT_95 = Math.sqrt(2 * FitWarnings.HALF_CHI_SQUARE_95);

    private final Parameter parameter;
    private final Coordinates coordinates;
    private final double unit;
    private final double estimate;
    private final double maximum;
    private final double[] nodes;
    private final double[] roots;
    private final MonotoneCubic curve;

    /**
     * A strip from searched points.
     *
     * @param coordinates those in which the parameter is free
     * @param unit what the parameter's values in them are multiplied by
     * @param maximum ℓ at the estimate
     * @param nodes coordinates, ascending
     * @param roots −√(2·drop) left of the estimate, +√(2·drop) right of it; ascending
     */
    ProfileStrip(
            Parameter parameter, Coordinates coordinates, double unit, double maximum, double[] nodes, double[] roots) {
        this.parameter = parameter;
        this.coordinates = coordinates;
        this.unit = unit;
        this.maximum = maximum;
        this.nodes = nodes;
        this.roots = roots;
        this.curve = nodes.length > 1 ? new MonotoneCubic(nodes, roots) : null;
        this.estimate = value(nodes[Math.max(0, Arrays.binarySearch(roots, 0))]);
    }

    /** The parameter that is held along the profile. */
    public Parameter parameter() {
        return parameter;
    }

    /** The value of the parameter at which the profile is highest. */
    public double estimate() {
        return estimate;
    }

    /** ln L at the estimate, less the mean penalty if there is one. */
    public double maximum() {
        return maximum;
    }

    /** The maximum of ln L minus ln L with the parameter held at a value; +∞ outside the search's range. */
    public double drop(double value) {
        if (!parameter.accepts(value)) {
            return Double.POSITIVE_INFINITY;
        }
        double scaled = value / unit;
        double t = coordinates.coordinate(parameter, scaled);
        double slack = 1e-9 * (1 + Math.abs(t));
        boolean tooHigh = parameter == Parameter.TAU && scaled > coordinates.largestShift() * (1 + 1e-9);
        if (!(t >= coordinates.lower(parameter) - slack && t <= coordinates.upper(parameter) + slack) || tooHigh) {
            return Double.POSITIVE_INFINITY;
        }
        if (curve == null) {
            return 0;
        }
        double root = curve.at(t);
        return root * root / 2;
    }

    /** √(2·drop) at a value within the search's range, negative below the estimate. */
    public double root(double value) {
        return curve == null ? 0 : curve.at(coordinates.coordinate(parameter, value / unit));
    }

    /** The value at which {@link #root} has a given value; the end of the searched range if there is none. */
    public double valueAt(double root) {
        boolean within = curve != null && root > roots[0] && root < roots[roots.length - 1];
        return value(within ? curve.inverse(root) : nodes[root <= roots[0] ? 0 : nodes.length - 1]);
    }

    /** The drops at many values. */
    public double[] drops(double[] values) {
        return Arrays.stream(values).map(this::drop).toArray();
    }

    /** Where the drop stays below 1.92: the 95 % interval of independent draws. */
    public Interval interval() {
        return interval(ROOT_95, Interval.Method.PROFILE_LIKELIHOOD);
    }

    /** Where √(2·drop) stays below a level. */
    Interval interval(double level, Interval.Method method) {
        double first = roots[0];
        double last = roots[roots.length - 1];
        // a range of one point, which a tie may leave, gives no bounds
        boolean lowerOpen = curve == null || first > -level;
        boolean upperOpen = curve == null || last < level;
        return new Interval(
                value(lowerOpen ? nodes[0] : curve.inverse(-level)),
                value(upperOpen ? nodes[nodes.length - 1] : curve.inverse(level)),
                lowerOpen,
                upperOpen,
                method);
    }

    /** The values at which the profile was searched, ascending. */
    public double[] searched() {
        return Arrays.stream(nodes).map(this::value).toArray();
    }

    private double value(double t) {
        return unit * coordinates.fromCoordinate(parameter, t);
    }
}
