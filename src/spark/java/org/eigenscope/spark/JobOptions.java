package org.eigenscope.spark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.attribute.AttributeTable;
import org.eigenscope.study.attribute.NamePattern;
import org.eigenscope.study.survey.Globs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The job's arguments, called and checked as those of {@code eigenscope survey}. */
@Command(
        name = "spark-submit --class org.eigenscope.spark.SurveyJob eigenscope-spark.jar",
        description =
                "Computes every matrix of files and folders, one task each, and writes rows as Parquet. What is there"
                        + " already is not computed again.")
final class JobOptions {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files of matrices, FILE#NAME, and folders, of any Hadoop file system: file:, hdfs:, s3a:.")
    private List<String> paths = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the output: a new one, or that of an earlier run, which goes on.")
    private String out;

    @Option(names = "--match", paramLabel = "GLOB", description = "Take matrices whose name, file or path fits.")
    private List<String> match = List.of();

    @Option(names = "--skip", paramLabel = "GLOB", description = "Leave out those that fit.")
    private List<String> skip = List.of();

    @Option(
            names = "--law",
            paramLabel = "LAW",
            description = "The law to report on (default: the more likely one of htmp and inverse-htmp).")
    private String law = "";

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            description = "Refit B draws for the intervals (default: profile likelihood).")
    private int bootstrap;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws (default: 1).")
    private long seed = 1;

    @Option(
            names = "--min-n",
            paramLabel = "N",
            description = "Fit no law to fewer positive eigenvalues (default: 10).")
    private int least = 10;

    @Option(
            names = "--attributes",
            paramLabel = "TABLE",
            description = "A table of attributes, on the driver's machine.")
    private Path table;

    @Option(names = "--name-pattern", paramLabel = "PATTERN", description = "Attributes in paths.")
    private String pattern;

    @Option(names = "--eigenvalues", description = "Write eigenvalues too.")
    private boolean eigenvalues;

    @Option(names = "--strict", description = "End with exit code 3 if a row failed.")
    private boolean strict;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say this.")
    private boolean help;

    /** Reads arguments; help that was asked for is a request of its own. */
    static JobOptions parse(CommandLine line, String... args) {
        line.parseArgs(args);
        return line.getCommand();
    }

    static CommandLine line() {
        return new CommandLine(new JobOptions()).setExpandAtFiles(false);
    }

    List<String> paths() {
        return paths;
    }

    String out() {
        return out;
    }

    boolean strict() {
        return strict;
    }

    Globs globs() {
        return new Globs(match, skip);
    }

    AttributeReader attributes() throws BadInputException {
        Optional<NamePattern> names = pattern == null ? Optional.empty() : Optional.of(NamePattern.parse(pattern));
        Optional<AttributeTable> rows = table == null ? Optional.empty() : Optional.of(AttributeTable.read(table));
        return new AttributeReader(names, rows);
    }

    /** @throws ParameterException if a value is none that the survey takes */
    FitSettings settings() {
        requireAtLeast("--bootstrap", bootstrap, 0);
        requireAtLeast("--min-n", least, 2);
        if (!law.isEmpty() && LawFamily.byId(law).isEmpty()) {
            String laws = Arrays.stream(LawFamily.values()).map(LawFamily::id).collect(Collectors.joining(", "));
            throw new ParameterException(spec.commandLine(), "--law " + law + " is none of " + laws);
        }
        return new FitSettings(law, bootstrap, seed, least, eigenvalues);
    }

    private void requireAtLeast(String option, int value, int smallest) {
        if (value < smallest) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is less than " + smallest);
        }
    }
}
