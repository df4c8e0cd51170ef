package org.eigenscope.cli.option;

import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.Domain;
import org.eigenscope.law.family.LawFamily;
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
        return require(parameter, parameter.domain(), value, where);
    }

    /** The value, if every one of some laws that has the parameter takes it. */
    public static double require(Parameter parameter, double value, String where, List<LawFamily> laws)
            throws BadInputException {
        for (LawFamily law : laws) {
            if (law.parameters().contains(parameter)) {
                require(parameter, law.domain(parameter), value, where);
            }
        }
        return value;
    }

    private static double require(Parameter parameter, Domain domain, double value, String where)
            throws BadInputException {
        if (!domain.contains(value)) {
            throw new BadInputException(domain.refusal(where + parameter.id(), value));
        }
        return value;
    }
}
