package org.eigenscope.cli.figure;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.cli.option.Domains;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.draw.LawPlanner;
import org.eigenscope.spectrum.SolverChoice;
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

    @Option(names = "--fit", description = "Fit what is not given; this is what happens anyway.")
    private boolean fit;

    @Option(names = "--kappa", paramLabel = "K", description = "Hold κ at this value.")
    private Double kappa;

    @Option(names = "--gamma", paramLabel = "G", description = "Hold γ, otherwise the shape's where there is one.")
    private Double gamma;

    @Option(names = "--scale", paramLabel = "S", description = "Hold the scale s.")
    private Double scale;

    @Option(names = "--tau", paramLabel = "T", description = "Hold the floor τ.")
    private Double tau;

    @Option(names = "--shape", paramLabel = "A", description = "Hold the shape of the Gamma laws.")
    private Double shape;

    @Option(names = "--rate", paramLabel = "B", description = "Hold the rate of the Gamma laws.")
    private Double rate;

    @Option(names = "--bootstrap", paramLabel = "B", description = "Bootstrap intervals from B draws.")
    private Integer bootstrap;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws (default: 1).")
    private Long seed;

    @Option(names = "--trim-bottom", paramLabel = "K", description = "Leave the K smallest out of the fit.")
    private Integer trimBottom;

    @Option(names = "--trim-top", paramLabel = "K", description = "Leave the K largest out of the fit.")
    private Integer trimTop;

    @Option(
            names = "--normalize",
            converter = Choices.Scaling.class,
            completionCandidates = Choices.Scaling.class,
            description = "Scaling of the eigenvalues: ${COMPLETION-CANDIDATES} (default: raw).")
    private Normalization normalization;

    @Option(names = "--pool-slices", description = "Pool the slices of a convolution instead of flattening it.")
    private boolean pooled;

    @Option(
            names = "--solver",
            converter = Choices.Solver.class,
            completionCandidates = Choices.Solver.class,
            description = "Who computes: ${COMPLETION-CANDIDATES} (default: auto).")
    private SolverChoice solver;

    @Option(
            names = "--as",
            converter = Choices.Meaning.class,
            completionCandidates = Choices.Meaning.class,
            description = "What the matrix is: ${COMPLETION-CANDIDATES} (default: auto).")
    private Interpretation interpretation;

    @Option(names = "--drop-nonfinite-rows", description = "Leave out rows with NaN or infinite entries.")
    private boolean dropNonFiniteRows;

    /** Whether any of these options was typed. */
    boolean isGiven() {
        return families != null
                || limits
                || none
                || fit
                || pooled
                || interpretation != null
                || dropNonFiniteRows
                || normalization != null
                || solver != null
                || bootstrap != null
                || seed != null
                || trimBottom != null
                || trimTop != null
                || !given().isEmpty();
    }

    Conventions conventions() {
        return new Conventions(
                normalization == null ? Normalization.RAW : normalization,
                pooled ? ConvolutionFlattening.POOLED_SLICES : ConvolutionFlattening.OUT_BY_REST,
                interpretation == null ? Interpretation.AUTO : interpretation,
                solver == null ? SolverChoice.AUTO : solver,
                dropNonFiniteRows,
                notNegative("--trim-bottom", trimBottom),
                notNegative("--trim-top", trimTop));
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
        ParameterSet held = ParameterSet.EMPTY;
        for (Given value : given()) {
            if (wanted.stream().noneMatch(law -> law.parameters().contains(value.parameter()))) {
                throw new ParameterException(
                        spec.commandLine(), "--" + value.parameter().id() + " is no parameter of the laws drawn");
            }
            held = held.with(value.parameter(), Domains.require(value.parameter(), value.value(), "--", wanted));
        }
        FitPlan.Bootstrap draws = new FitPlan.Bootstrap(notNegative("--bootstrap", bootstrap), seed == null ? 1 : seed);
        return new LawPlanner.Wish(
                wanted.stream().distinct().toList(), held, families == null || limits, conventions(), draws);
    }

    /** A value that was typed. */
    private record Given(Parameter parameter, double value) {}

    private List<Given> given() {
        List<Given> given = new ArrayList<>();
        add(given, Parameter.KAPPA, kappa);
        add(given, Parameter.GAMMA, gamma);
        add(given, Parameter.SCALE, scale);
        add(given, Parameter.TAU, tau);
        add(given, Parameter.SHAPE, shape);
        add(given, Parameter.RATE, rate);
        return given;
    }

    private static void add(List<Given> given, Parameter parameter, Double value) {
        if (value != null) {
            given.add(new Given(parameter, value));
        }
    }

    private int notNegative(String option, Integer value) {
        if (value != null && value < 0) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is negative");
        }
        return value == null ? 0 : value;
    }
}
