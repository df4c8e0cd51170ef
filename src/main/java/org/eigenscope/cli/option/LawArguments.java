package org.eigenscope.cli.option;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options that choose a law and set its parameters, one for each {@link LawParameter}. */
public final class LawArguments {
    private static final String SPIKES = "--spikes";

    private final CommandSpec spec;

    private LawArguments(CommandSpec spec) {
        this.spec = spec;
    }

    /** Gives a command these options. */
    public static LawArguments declare(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--law")
                .paramLabel("LAW")
                .type(ServedLaw.class)
                .required(true)
                .converters(new Choices.Served())
                .completionCandidates(new Choices.Served())
                .description("${COMPLETION-CANDIDATES}.")
                .build());
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().validate(false).heading("%nParameters of the laws:%n");
        Map<String, LawParameter> byId = new TreeMap<>();
        LawParameter.all().forEach(parameter -> byId.put(parameter.id(), parameter));
        byId.values().forEach(parameter -> group.addArg(option(parameter)));
        group.addArg(OptionSpec.builder(SPIKES)
                .paramLabel("L")
                .type(double[].class)
                .splitRegex(",")
                .arity("1")
                .description("Population eigenvalues > 0 that are not 1, with commas between them.")
                .build());
        spec.addArgGroup(group.build());
        spec.usageMessage().footer(footer());
        return new LawArguments(spec);
    }

    private static OptionSpec option(LawParameter parameter) {
        return OptionSpec.builder("--" + parameter.id())
                .paramLabel(parameter.label())
                .type(Double.class)
                .description(parameter.description())
                .build();
    }

    /** What each law takes. */
    private static String[] footer() {
        Stream<String> laws = ServedLaw.all().stream()
                .map(law -> String.format("  %-16s %s", law.id(), String.join(" ", options(law))));
        return Stream.concat(Stream.of("", "What each law takes:"), laws).toArray(String[]::new);
    }

    private static List<String> options(ServedLaw law) {
        Stream<String> needed = law.needed().stream().map(LawArguments::dashed);
        Stream<String> spikes = law.takesSpikes() ? Stream.of(SPIKES) : Stream.empty();
        Stream<String> optional = law.optional().stream().map(parameter -> "[" + dashed(parameter) + "]");
        return Stream.of(needed, spikes, optional).flatMap(names -> names).toList();
    }

    private static String dashed(LawParameter parameter) {
        return "--" + parameter.id();
    }

    public ServedLaw law() {
        return spec.findOption("--law").getValue();
    }

    /**
     * The values given, all that the law needs.
     *
     * @throws ParameterException if one is missing or does not belong to the law
     * @throws BadInputException if one is outside its domain
     */
    public LawValues values() throws BadInputException {
        refuseStrangers();
        require(law().needed());
        return given();
    }

    /**
     * The values given, which may be fewer than the law needs.
     *
     * @throws ParameterException if one does not belong to the law
     * @throws BadInputException if one is outside its domain
     */
    public LawValues given() throws BadInputException {
        refuseStrangers();
        Map<String, Double> numbers = new HashMap<>();
        for (LawParameter parameter : law().parameters()) {
            if (number(parameter) != null) {
                numbers.put(parameter.id(), parameter.require(number(parameter), "--"));
            }
        }
        return new LawValues(numbers, spikes());
    }

    /**
     * Insists on some parameters.
     *
     * @throws ParameterException if one is not given
     */
    public void require(List<LawParameter> needed) {
        String missing = needed.stream()
                .filter(parameter -> number(parameter) == null)
                .map(LawArguments::dashed)
                .collect(Collectors.joining(" and "));
        if (!missing.isEmpty()) {
            throw usage("law '" + law().id() + "' needs " + missing);
        }
    }

    private void refuseStrangers() {
        List<String> own = law().parameters().stream().map(LawParameter::id).toList();
        for (LawParameter parameter : LawParameter.all()) {
            if (number(parameter) != null && !own.contains(parameter.id())) {
                throw usage(dashed(parameter) + " is no parameter of law '" + law().id() + "', which takes "
                        + String.join(" ", options(law())));
            }
        }
    }

    private List<Double> spikes() throws BadInputException {
        double[] given = spec.findOption(SPIKES).getValue();
        if (law().takesSpikes() != (given != null)) {
            throw usage(
                    given == null ? "law '" + law().id() + "' needs " + SPIKES : SPIKES + " is for law 'spiked-mp'");
        }
        if (given == null) {
            return List.of();
        }
        for (double spike : given) {
            if (!(spike > 0 && spike < Double.POSITIVE_INFINITY)) {
                throw new BadInputException(SPIKES + ": " + spike + " is not a positive finite number.");
            }
        }
        return Arrays.stream(given).boxed().toList();
    }

    private Double number(LawParameter parameter) {
        return spec.findOption(dashed(parameter)).getValue();
    }

    public ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
