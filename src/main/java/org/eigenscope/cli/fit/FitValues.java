package org.eigenscope.cli.fit;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.cli.option.Domains;
import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.Constraints;
import org.eigenscope.fit.Ties;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Values given to parameters of a fit. */
final class FitValues {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--fix",
            paramLabel = "NAME=VALUE",
            converter = Assignment.Converter.class,
            completionCandidates = ParameterNames.class,
            description = "Hold a parameter (${COMPLETION-CANDIDATES}); may be repeated.")
    private List<Assignment> fixed = List.of();

    @Option(
            names = "--start",
            paramLabel = "NAME=VALUE",
            converter = Assignment.Converter.class,
            description = "Start a free parameter here; may be repeated.")
    private List<Assignment> start = List.of();

    @Option(
            names = "--bound",
            paramLabel = "NAME=LOW:HIGH",
            description = "Keep a free parameter in this range; may be repeated.")
    private List<String> bounds = List.of();

    @Option(
            names = "--tie",
            paramLabel = "TIE",
            description =
                    "scale=mean: s such that the law has the sample's mean. beta=VALUE: s such that the ensemble's rate is"
                            + " VALUE. alpha=VALUE: gamma such that alpha is VALUE. May be repeated.")
    private List<String> ties = List.of();

    @Option(
            names = "--mean-penalty",
            paramLabel = "W",
            defaultValue = "0",
            description = "Add W (ln mean of the law - ln mean of the sample)^2 to the objective, per eigenvalue.")
    private double meanPenalty;

    /** The names of all parameters, for the help. */
    static final class ParameterNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Parameter.values()).map(Parameter::id).iterator();
        }
    }

    /** One {@code name=value}. */
    record Assignment(Parameter parameter, double value) {
        /** Reads one. */
        static final class Converter implements ITypeConverter<Assignment> {
            @Override
            public Assignment convert(String text) {
                int split = text.indexOf('=');
                String name = split < 0 ? text : text.substring(0, split);
                Parameter parameter = Parameter.byId(name)
                        .orElseThrow(() -> new TypeConversionException(
                                "'" + name + "' is none of " + String.join(", ", new ParameterNames())));
                try {
                    return new Assignment(parameter, Double.parseDouble(text.substring(split + 1)));
                } catch (NumberFormatException malformed) {
                    throw new TypeConversionException("'" + text + "' is not of the form NAME=VALUE with a number");
                }
            }
        }
    }

    /**
     * The values, all of which at least one of the laws can use.
     *
     * @throws ParameterException if a parameter belongs to no law, occurs twice, or is both held and started
     * @throws BadInputException if a value is outside its domain
     */
    FitPlan.Values check(List<LawFamily> laws) throws BadInputException {
        ParameterSet held = set("--fix ", fixed, laws);
        ParameterSet started = set("--start ", start, laws);
        for (Assignment assignment : start) {
            if (held.has(assignment.parameter())) {
                throw usage("--start " + assignment.parameter().id() + " makes no sense: it is held by --fix");
            }
        }
        return new FitPlan.Values(held, started, constraints(laws));
    }

    private Constraints constraints(List<LawFamily> laws) {
        try {
            Ties relations = readTies();
            boolean htmp = relations.alpha().isPresent() || relations.beta().isPresent();
            if (htmp && laws.stream().noneMatch(law -> law.parameters().contains(Parameter.KAPPA))) {
                throw usage("--tie alpha and --tie beta are for htmp and inverse-htmp, not for law '"
                        + laws.get(0).id() + "'");
            }
            Constraints all = Constraints.NONE.withTies(relations).withMeanPenalty(meanPenalty);
            for (String bound : bounds) {
                int name = bound.indexOf('=');
                int colon = bound.indexOf(':', name + 1);
                if (name < 0 || colon < 0) {
                    throw usage("--bound " + bound + " is not of the form NAME=LOW:HIGH");
                }
                Parameter parameter = parameter("--bound ", bound.substring(0, name), laws);
                all = all.withBounds(
                        parameter,
                        number(bound, bound.substring(name + 1, colon)),
                        number(bound, bound.substring(colon + 1)));
            }
            return all;
        } catch (IllegalArgumentException outside) {
            throw usage(outside.getMessage());
        }
    }

    private Ties readTies() {
        Ties all = Ties.NONE;
        for (String tie : ties) {
            if (tie.equals("scale=mean")) {
                all = all.withMeanMatched();
            } else if (tie.startsWith("beta=")) {
                all = all.withBeta(number(tie, tie.substring("beta=".length())));
            } else if (tie.startsWith("alpha=")) {
                all = all.withAlpha(number(tie, tie.substring("alpha=".length())));
            } else {
                throw usage("--tie " + tie + " is none of scale=mean, beta=VALUE, alpha=VALUE");
            }
        }
        return all;
    }

    private Parameter parameter(String option, String name, List<LawFamily> laws) {
        return laws.stream()
                .flatMap(law -> law.parameters().stream())
                .filter(p -> p.id().equals(name))
                .findFirst()
                .orElseThrow(() -> usage(option + name + " is no parameter of law '"
                        + laws.get(0).id() + "'"));
    }

    private double number(String whole, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw usage("'" + text + "' in '" + whole + "' is not a number");
        }
    }

    private ParameterSet set(String option, List<Assignment> assignments, List<LawFamily> laws)
            throws BadInputException {
        ParameterSet set = ParameterSet.EMPTY;
        for (Assignment assignment : assignments) {
            Parameter parameter = assignment.parameter();
            if (laws.stream().noneMatch(law -> law.parameters().contains(parameter))) {
                throw usage(option + parameter.id() + " is no parameter of law '"
                        + laws.get(0).id() + "'");
            }
            if (set.has(parameter)) {
                throw usage(option + parameter.id() + " is given twice");
            }
            set = set.with(parameter, Domains.require(parameter, assignment.value(), option));
        }
        return set;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
