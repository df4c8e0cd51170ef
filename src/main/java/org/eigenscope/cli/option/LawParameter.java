package org.eigenscope.cli.option;

import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.Domain;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;

/**
 * A parameter of a law on the command line: one option and, with {@code --batch}, one column. Those that laws to fit are written in
 * come from {@link Parameter}; laws that can only be evaluated have a few more.
 */
public final class LawParameter {
    private static final Domain RATIOS = Domain.closed(
            Parameter.GAMMA.domain().lower(), 1 / Parameter.GAMMA.domain().lower());

    /** κ, also where a batch has it for a law without. */
    static final LawParameter KAPPA = of(Parameter.KAPPA, Parameter.KAPPA.domain(), "");

    static final LawParameter GAMMA = of(Parameter.GAMMA, Parameter.GAMMA.domain(), "");

    /** γ where more dimensions than samples are a case of their own: zeros. */
    static final LawParameter ANY_GAMMA =
            of(Parameter.GAMMA, RATIOS, "; htmp and spiked-mp take at most 1, mp and inverse-mp have zeros above it");

    public static final LawParameter SCALE = of(Parameter.SCALE, Parameter.SCALE.domain(), "");
    static final LawParameter TAU = of(Parameter.TAU, Parameter.TAU.domain(), "");
    static final LawParameter MU = new LawParameter("mu", "M", Domain.closed(-1e5, 1e5), "mean of ln x");
    static final LawParameter SIGMA = of(Parameter.SIGMA, Parameter.SIGMA.domain(), "");
    static final LawParameter SIZE = new LawParameter(
            "size",
            "N",
            value -> value >= 1 && value == Math.rint(value) && value <= Long.MAX_VALUE,
            "a whole number from 1",
            "Eigenvalues in all, so that an outlier weighs 1/N in cdf and sf (default: so many that it weighs nothing).");
    static final LawParameter BETA = new LawParameter(
            "beta", "1|2", value -> value == 1 || value == 2, "1 or 2", "1 for real, 2 for complex matrices.");

    private final String id;
    private final String label;
    private final DoublePredicate accepted;
    private final String range;
    private final String description;

    private LawParameter(String id, String label, DoublePredicate accepted, String range, String description) {
        this.id = id;
        this.label = label;
        this.accepted = accepted;
        this.range = range;
        this.description = description;
    }

    private LawParameter(String id, String label, Domain domain, String meaning) {
        this(id, label, domain::contains, domain.describe(), meaning + ", " + domain.describe() + ".");
    }

    private static LawParameter of(Parameter parameter, Domain domain, String more) {
        String meaning = parameter.symbol() + ", " + parameter.meaning();
        return new LawParameter(
                parameter.id(),
                label(parameter),
                domain::contains,
                domain.describe(),
                meaning + ", " + domain.describe() + more + ".");
    }

    /** A parameter in the range that a family takes. */
    static LawParameter of(LawFamily family, Parameter parameter) {
        return of(parameter, family.domain(parameter), "");
    }

    private static String label(Parameter parameter) {
        return parameter.id().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /** One for each option. */
    static List<LawParameter> all() {
        Stream<LawParameter> ofFamilies = Stream.of(Parameter.values())
                .map(parameter -> parameter == Parameter.GAMMA ? ANY_GAMMA : of(parameter, parameter.domain(), ""));
        return Stream.concat(ofFamilies, Stream.of(MU, SIZE, BETA)).toList();
    }

    /** Its name as a column, and as an option behind two dashes. */
    public String id() {
        return id;
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    /**
     * The value, if it lies in the domain.
     *
     * @param where what comes before the parameter's name in the message, such as a line number
     */
    public double require(double value, String where) throws BadInputException {
        if (!Double.isFinite(value) || !accepted.test(value)) {
            throw new BadInputException(
                    where + id + " = " + value + " is outside its domain; it must be " + range + ".");
        }
        return value;
    }
}
