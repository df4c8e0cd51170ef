package org.eigenscope.ui.lessons.script;

import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The closed interval in which an answer counts as right: around a centre that is a number or a quantity of the stage.
 *
 * @param centre a number, or the name of a quantity such as {@code edge.upper}
 * @param tolerance half the interval's length, positive
 * @param relative whether the tolerance is a fraction of the centre
 */
public record Target(String centre, double tolerance, boolean relative) {
    /** Centre, half length and their difference are rounded once each: at most an ulp of the larger end. */
    private static final int ROUNDING_ULPS = 4;

    /** How an answer compares. */
    public enum Verdict {
        TOO_LOW,
        RIGHT,
        TOO_HIGH,
        /** There is nothing to compare with yet. */
        UNKNOWN
    }

    public Target {
        Objects.requireNonNull(centre, "centre");
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance " + tolerance + " is not positive and finite");
        }
    }

    /** The interval from a to b. */
    public static Target between(double a, double b) {
        return new Target(Double.toString((a + b) / 2), Math.abs(b - a) / 2, false);
    }

    /**
     * The value aimed at; NaN when it is a quantity that the stage does not know.
     *
     * @param quantities the quantities of the stage by name, NaN for unknown ones
     */
    public double value(ToDoubleFunction<String> quantities) {
        try {
            return Double.parseDouble(centre);
        } catch (NumberFormatException aName) {
            return quantities.applyAsDouble(centre);
        }
    }

    /** Compares an answer. The ends count as right, also where rounding of centre and tolerance would just miss them. */
    public Verdict check(double answer, ToDoubleFunction<String> quantities) {
        double value = value(quantities);
        double reach = relative ? tolerance * Math.abs(value) : tolerance;
        if (!Double.isFinite(value) || Double.isNaN(answer)) {
            return Verdict.UNKNOWN;
        }
        double rounding = ROUNDING_ULPS * Math.ulp(Math.abs(value) + reach);
        if (Math.abs(answer - value) <= reach + rounding) {
            return Verdict.RIGHT;
        }
        return answer < value ? Verdict.TOO_LOW : Verdict.TOO_HIGH;
    }
}
