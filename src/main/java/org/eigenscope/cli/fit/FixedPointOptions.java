package org.eigenscope.cli.fit;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.search.FixedPointIteration;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the fixed-point iteration is run and where its path goes. */
public final class FixedPointOptions {
    private static final List<Parameter> COLUMNS =
            List.of(Parameter.KAPPA, Parameter.GAMMA, Parameter.SCALE, Parameter.TAU);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--iteration-seeds",
            paramLabel = "K",
            description = "With '--objective fixed-point', how many paths are followed, at least 2 (default: 8). Their"
                    + " random numbers follow from --seed.")
    private Integer seeds;

    @Option(
            names = "--iteration-trace",
            paramLabel = "FILE",
            description =
                    "With '--objective fixed-point', write the parameters after every step of every path to a CSV file.")
    private Path trace;

    /**
     * The settings, checked.
     *
     * @param input what the eigenvalues are read from
     * @throws ParameterException if they are given for another objective, there are fewer than two seeds, or the file cannot be
     *     written or is the input
     */
    public FixedPointIteration.Settings settings(Objective objective, long seed, String input) {
        if (objective != Objective.FIXED_POINT && (seeds != null || trace != null)) {
            String option = seeds != null ? "--iteration-seeds" : "--iteration-trace";
            throw usage(option + " belongs to '--objective fixed-point', not to '" + objective.id() + "'");
        }
        if (seeds != null && seeds < 2) {
            throw usage("--iteration-seeds = " + seeds + " is below 2; one path has nothing to agree with");
        }
        requireWritable(input);
        return new FixedPointIteration.Settings(
                seeds == null ? FixedPointIteration.Settings.DEFAULT.seeds() : seeds, seed);
    }

    private void requireWritable(String input) {
        if (trace == null) {
            return;
        }
        Path file = trace.toAbsolutePath().normalize();
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw usage("--iteration-trace " + trace + ": there is no such folder");
        }
        int name = input.indexOf('#');
        if (Path.of(name < 0 ? input : input.substring(0, name))
                .toAbsolutePath()
                .normalize()
                .equals(file)) {
            throw usage("--iteration-trace " + trace + " is the input");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Writes the file if one is asked for. */
    public void writeTrace(List<FitReport> reports, List<FitExtrasJson> extras) throws IOException {
        if (trace == null) {
            return;
        }
        try (Writer out = Files.newBufferedWriter(trace, StandardCharsets.UTF_8)) {
            out.write("law,seed,step," + COLUMNS.stream().map(Parameter::id).collect(Collectors.joining(",")) + "\n");
            for (int i = 0; i < reports.size(); i++) {
                LawFamily law = reports.get(i).fit().family();
                if (extras.get(i).iteration().isPresent()) {
                    write(law, extras.get(i).iteration().get(), out);
                }
            }
        }
    }

    private static void write(LawFamily law, FixedPointTrace trace, Writer out) throws IOException {
        for (int seed = 0; seed < trace.paths().size(); seed++) {
            List<ParameterSet> path = trace.paths().get(seed);
            for (int step = 0; step < path.size(); step++) {
                ParameterSet parameters = path.get(step);
                Stream<String> values = COLUMNS.stream().map(p -> Double.toString(parameters.get(p)));
                out.write(String.format(
                        Locale.ROOT,
                        "%s,%d,%d,%s\n",
                        law.id(),
                        seed + 1,
                        step + 1,
                        values.collect(Collectors.joining(","))));
            }
        }
    }
}
