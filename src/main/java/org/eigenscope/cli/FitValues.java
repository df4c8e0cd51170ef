package org.eigenscope.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
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
            description = "Hold a parameter (kappa, gamma, scale, tau, shape, rate); may be repeated.")
    private List<Assignment> fixed = List.of();

    @Option(
            names = "--start",
            paramLabel = "NAME=VALUE",
            converter = Assignment.Converter.class,
            description = "Start a free parameter here; may be repeated.")
    private List<Assignment> start = List.of();

    /** One {@code name=value}. */
    record Assignment(Parameter parameter, double value) {
        /** Reads one. */
        static final class Converter implements ITypeConverter<Assignment> {
            @Override
            public Assignment convert(String text) {
                int split = text.indexOf('=');
                String name = split < 0 ? text : text.substring(0, split);
                Parameter parameter = Stream.of(Parameter.values())
                        .filter(p -> p.id().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + names()));
                try {
                    return new Assignment(parameter, Double.parseDouble(text.substring(split + 1)));
                } catch (NumberFormatException malformed) {
                    throw new TypeConversionException("'" + text + "' is not of the form NAME=VALUE with a number");
                }
            }

            private static String names() {
                return Stream.of(Parameter.values()).map(Parameter::id).collect(Collectors.joining(", "));
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
        return new FitPlan.Values(held, started);
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
