package org.eigenscope.cli.option;

import java.util.function.DoublePredicate;
import org.eigenscope.error.BadInputException;

/** A parameter of a law on the command line: one option and, with {@code --batch}, one column. */
public enum LawParameter {
    KAPPA("kappa", "K", "(0, ∞)", LawParameter::isPositive, "κ, eigenvalue repulsion."),
    GAMMA("gamma", "G", "(0, 1]", value -> value > 0 && value <= 1, "γ in (0, 1], the aspect ratio."),
    /** γ where more dimensions than samples are a case of their own: zeros. */
    ANY_GAMMA(
            GAMMA.id,
            "G",
            "(0, ∞)",
            LawParameter::isPositive,
            "γ, the aspect ratio; mp and inverse-mp have zeros above 1."),
    SCALE("scale", "S", "(0, ∞)", LawParameter::isPositive, "s > 0, the scale (default: 1)."),
    TAU("tau", "T", "[0, ∞)", value -> value >= 0, "τ ≥ 0, the floor (default: 0)."),
    SHAPE("shape", "A", "(0, ∞)", LawParameter::isPositive, "Shape a > 0 of the Gamma laws."),
    RATE(
            "rate",
            "B",
            "(0, ∞)",
            LawParameter::isPositive,
            "b > 0: rate of the Gamma law and of the truncated power law's cut-off, scale of the inverse-Gamma law."),
    MU("mu", "M", "(-∞, ∞)", value -> true, "Mean of ln x."),
    SIGMA("sigma", "D", "(0, ∞)", LawParameter::isPositive, "Standard deviation of ln x, > 0."),
    EXPONENT("exponent", "E", "(-∞, ∞)", value -> true, "α of the density's x^(−α)."),
    XMIN("xmin", "X", "(0, ∞)", LawParameter::isPositive, "Where the power laws start, > 0."),
    RADIUS("radius", "R", "(0, ∞)", LawParameter::isPositive, "Half the width of the semicircle, > 0."),
    CENTER("center", "C", "(-∞, ∞)", value -> true, "Middle of the semicircle (default: 0)."),
    SIZE(
            "size",
            "N",
            "the whole numbers from 1",
            value -> value >= 1 && value == Math.rint(value),
            "Eigenvalues in all, so that an outlier weighs 1/N in cdf and sf (default: so many that it weighs nothing)."),
    BETA("beta", "1|2", "1 and 2", value -> value == 1 || value == 2, "1 for real, 2 for complex matrices.");

    private final String id;
    private final String label;
    private final String domain;
    private final DoublePredicate accepted;
    private final String description;

    LawParameter(String id, String label, String domain, DoublePredicate accepted, String description) {
        this.id = id;
        this.label = label;
        this.domain = domain;
        this.accepted = accepted;
        this.description = description;
    }

    private static boolean isPositive(double value) {
        return value > 0;
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
            throw new BadInputException(where + id + " = " + value + " is outside its domain " + domain + ".");
        }
        return value;
    }
}
