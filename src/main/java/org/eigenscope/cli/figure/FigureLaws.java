package org.eigenscope.cli.figure;

import java.util.List;
import java.util.Map;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.cli.option.ConventionOptions;
import org.eigenscope.cli.option.Domains;
import org.eigenscope.cli.option.ParameterOptions;
import org.eigenscope.cli.option.ReadingOptions;
import org.eigenscope.cli.option.TrimOptions;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.draw.LawPlanner;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which laws a figure shows, and over which eigenvalues. */
final class FigureLaws {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--laws",
            paramLabel = "LAW,...",
            split = ",",
            converter = Choices.Law.class,
            completionCandidates = Choices.Law.class,
            description = "Laws to draw, each fitted by itself: ${COMPLETION-CANDIDATES}.")
    private List<LawFamily> families;

    @Option(
            names = "--limits",
            description = "With --laws, draw the limits κ → ∞ and κ → 0 of the first law too, as without.")
    private boolean limits;

    @Option(names = "--no-laws", description = "Draw the eigenvalues alone.")
    private boolean none;

    @Mixin
    private ParameterOptions held;

    @Option(names = "--bootstrap", paramLabel = "B", description = "Bootstrap intervals from B draws.")
    private Integer bootstrap;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws (default: 1).")
    private Long seed;

    @Mixin
    private TrimOptions trims;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ConventionOptions taken;

    /** Whether any of these options was typed. */
    boolean isGiven() {
        return families != null
                || limits
                || none
                || reading.isGiven()
                || taken.isGiven()
                || bootstrap != null
                || seed != null
                || trims.isGiven()
                || !held.given().isEmpty();
    }

    /** What of a tensor is drawn. */
    SelectedTensor tensor(SelectedTensor whole) throws BadInputException {
        return reading.of(whole);
    }

    Conventions conventions() {
        return new Conventions(
                taken.normalization(),
                taken.flattening(),
                reading.interpretation(),
                taken.solver(),
                taken.dropNonFiniteRows(),
                trims.trims().bottom(),
                trims.trims().top());
    }

    /**
     * The wish for laws.
     *
     * @throws ParameterException if a value belongs to none of the laws
     * @throws BadInputException if a value is outside its domain
     */
    LawPlanner.Wish wish() throws BadInputException {
        List<LawFamily> wanted = families != null ? families : List.of(LawFamily.INVERSE_HTMP);
        if (none) {
            wanted = List.of();
        }
        ParameterSet fixed = ParameterSet.EMPTY;
        for (Map.Entry<Parameter, Double> value : held.given().entrySet()) {
            Parameter parameter = value.getKey();
            if (wanted.stream().noneMatch(law -> law.parameters().contains(parameter))) {
                throw new ParameterException(
                        spec.commandLine(), "--" + parameter.id() + " is no parameter of the laws drawn");
            }
            fixed = fixed.with(parameter, Domains.require(parameter, value.getValue(), "--", wanted));
        }
        FitPlan.Bootstrap draws = new FitPlan.Bootstrap(notNegative("--bootstrap", bootstrap), seed == null ? 1 : seed);
        return new LawPlanner.Wish(
                wanted.stream().distinct().toList(), fixed, families == null || limits, conventions(), draws);
    }

    private int notNegative(String option, Integer value) {
        if (value != null && value < 0) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is negative");
        }
        return value == null ? 0 : value;
    }
}
