package org.eigenscope.cli.option;

import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.Parameter;

/** Checks values against the domains of parameters. */
public final class Domains {
    private Domains() {}

    /**
     * The value, if the parameter accepts it.
     *
     * @param where what comes before the parameter's name in the message, such as a line number
     */
    public static double require(Parameter parameter, double value, String where) throws BadInputException {
        if (!parameter.accepts(value)) {
            throw new BadInputException(
                    where + parameter.id() + " = " + value + " is outside its domain " + domain(parameter) + ".");
        }
        return value;
    }

    private static String domain(Parameter parameter) {
        return switch (parameter) {
            case GAMMA -> "(0, 1]";
            case TAU -> "[0, ∞)";
            case EXPONENT -> "[-100, 1000]";
            case CENTER -> "(-∞, ∞)";
            default -> "(0, ∞)";
        };
    }
}
