package org.eigenscope.cli.option;

import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ParameterOptions values;

    /** Whether any of the options is there. */
    public boolean isPresent() {
        return law != null || !values.given().isEmpty();
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
            if (law.usual(parameter).isEmpty() && !values.given().containsKey(parameter)) {
                throw usage("law '" + law.id() + "' needs --" + parameter.id());
            }
        }
        ParameterSet set = ParameterSet.EMPTY;
        for (Map.Entry<Parameter, Double> entry : values.given().entrySet()) {
            if (!law.parameters().contains(entry.getKey())) {
                throw usage("--" + entry.getKey().id() + " is no parameter of law '" + law.id() + "'");
            }
            set = set.with(entry.getKey(), Domains.require(entry.getKey(), entry.getValue(), "--"));
        }
        return set;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
