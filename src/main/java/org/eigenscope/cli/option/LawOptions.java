package org.eigenscope.cli.option;

import java.util.EnumMap;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A law and its parameters. */
public final class LawOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--law",
            converter = Choices.EnsembleLaw.class,
            completionCandidates = Choices.EnsembleLaw.class,
            description = "${COMPLETION-CANDIDATES}.")
    private LawFamily law;

    @Option(names = "--kappa", paramLabel = "K", description = "κ > 0, eigenvalue repulsion.")
    private Double kappa;

    @Option(names = "--gamma", paramLabel = "G", description = "γ in (0, 1], the aspect ratio.")
    private Double gamma;

    @Option(names = "--scale", paramLabel = "S", description = "s > 0, the scale (default: 1).")
    private Double scale;

    @Option(names = "--tau", paramLabel = "T", description = "τ ≥ 0, the floor (default: 0).")
    private Double tau;

    @Option(names = "--shape", paramLabel = "A", description = "Shape a > 0 of the Gamma laws.")
    private Double shape;

    @Option(
            names = "--rate",
            paramLabel = "B",
            description = "Rate of the Gamma, scale of the inverse-Gamma law, b > 0.")
    private Double rate;

    /** Whether any of the options is there. */
    public boolean isPresent() {
        return law != null || !given().isEmpty();
    }

    /**
     * The law.
     *
     * @throws ParameterException if none is given
     */
    public LawFamily law() {
        if (law == null) {
            throw usage("--law or --structure is missing");
        }
        return law;
    }

    /**
     * The parameters, all that the law needs.
     *
     * @throws ParameterException if one is missing or does not belong to the law
     * @throws BadInputException if one is outside its domain
     */
    public ParameterSet parameters() throws BadInputException {
        for (Parameter parameter : law.parameters()) {
            if (law.usual(parameter).isEmpty() && !given().containsKey(parameter)) {
                throw usage("law '" + law.id() + "' needs --" + parameter.id());
            }
        }
        ParameterSet set = ParameterSet.EMPTY;
        for (Map.Entry<Parameter, Double> entry : given().entrySet()) {
            if (!law.parameters().contains(entry.getKey())) {
                throw usage("--" + entry.getKey().id() + " is no parameter of law '" + law.id() + "'");
            }
            set = set.with(entry.getKey(), Domains.require(entry.getKey(), entry.getValue(), "--"));
        }
        return set;
    }

    private Map<Parameter, Double> given() {
        Map<Parameter, Double> given = new EnumMap<>(Parameter.class);
        put(given, Parameter.KAPPA, kappa);
        put(given, Parameter.GAMMA, gamma);
        put(given, Parameter.SCALE, scale);
        put(given, Parameter.TAU, tau);
        put(given, Parameter.SHAPE, shape);
        put(given, Parameter.RATE, rate);
        return given;
    }

    private static void put(Map<Parameter, Double> given, Parameter parameter, Double value) {
        if (value != null) {
            given.put(parameter, value);
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
