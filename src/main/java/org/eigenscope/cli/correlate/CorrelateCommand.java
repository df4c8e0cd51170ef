package org.eigenscope.cli.correlate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.console.TextTable;
import org.eigenscope.cli.console.Version;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.statistic.Coefficient;
import org.eigenscope.study.statistic.CorrelationEstimate;
import org.eigenscope.study.statistic.Correlations;
import org.eigenscope.study.statistic.GroupedCorrelations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Correlates columns of a study. */
@Command(
        name = "correlate",
        description = {
            "Correlates two columns of a study or a table: Spearman, Kendall's tau-b and Pearson, with 95 %% intervals by bootstrap"
                    + " over clusters and p by permutation, in each group of rows and over all."
        },
        footer = {
            "",
            "The rows of one run are not independent, so whole runs are resampled. The test exchanges values among clusters where"
                    + " one column has a single value in each, as an accuracy has, and else within clusters. It warns where pooling"
                    + " turns the sign round. Many groups make many tests: p is not corrected for that."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CorrelateCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY|TABLE", description = "A study, or a CSV, TSV or JSON table such as survey writes.")
    private Path input;

    @Option(
            names = "--x",
            paramLabel = "COLUMN",
            required = true,
            description = "A column or attribute, such as kappa.")
    private String x;

    @Option(names = "--y", paramLabel = "COLUMN", required = true, description = "Another, such as test_accuracy.")
    private String y;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Rows with the same text here are a group, such as role.")
    private String by;

    @Option(
            names = "--where",
            paramLabel = "COLUMN=GLOB",
            description = "Only rows whose text here fits, such as epoch=30; may be repeated.")
    private List<String> where = List.of();

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            defaultValue = "run",
            description = "Rows with the same text here are not independent (default: ${DEFAULT-VALUE}).")
    private String cluster;

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            defaultValue = "1999",
            description = "Resamples for the intervals (default: ${DEFAULT-VALUE}).")
    private int bootstrap;

    @Option(
            names = "--permutations",
            paramLabel = "B",
            defaultValue = "1999",
            description = "Exchanges for p (default: ${DEFAULT-VALUE}).")
    private int permutations;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of both (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Write JSON instead of a table.")
    private boolean json;

    public CorrelateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        if (bootstrap < 0 || permutations < 0) {
            throw new ParameterException(spec.commandLine(), "--bootstrap and --permutations must not be negative");
        }
        RowsInput rows = RowsInput.read(input);
        for (String condition : where) {
            rows = rows.where(PlotRequest.Condition.parse(condition)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--where " + condition + " is not of the form COLUMN=GLOB")));
        }
        rows.remarks().forEach(console::say);
        double[] first = rows.numbers(x);
        double[] second = rows.numbers(y);
        String[] clusters = rows.has(cluster) ? rows.texts(cluster) : new String[rows.size()];
        if (!rows.has(cluster)) {
            Arrays.fill(clusters, "");
            console.say("There is no column '" + cluster + "', so every row counts as independent of the others.");
        }
        String[] groups = by == null ? new String[rows.size()] : rows.texts(by);
        if (by == null) {
            Arrays.fill(groups, "");
        }
        warnOfMixedLaws(rows);
        GroupedCorrelations found = GroupedCorrelations.of(
                first, second, clusters, groups, new Correlations.Resampling(bootstrap, permutations, seed));
        if (found.pooled().rows() < Correlations.FEWEST) {
            throw new BadInputException("Only " + found.pooled().rows() + " rows have both " + x + " and " + y
                    + "; a correlation needs at least " + Correlations.FEWEST + ".");
        }
        if (json) {
            Json.document(console.out(), out -> write(found, out));
        } else {
            write(found);
        }
        found.reversal(Coefficient.SPEARMAN).ifPresent(console::say);
        return ExitCode.OK;
    }

    /** κ̂ of the two orientations are different numbers. */
    private void warnOfMixedLaws(RowsInput rows) throws BadInputException {
        boolean ofLaw = List.of(x, y).stream().anyMatch(name -> name.startsWith("kappa") || name.equals("h"));
        if (!ofLaw || !rows.has("law") || "law".equals(by)) {
            return;
        }
        String[] laws = rows.texts("law");
        List<String> used = IntStream.range(0, rows.size())
                .mapToObj(i -> laws[i])
                .filter(law -> !law.isEmpty())
                .distinct()
                .toList();
        if (used.size() > 1) {
            console.say("The rows have kappa of different laws (" + String.join(", ", used)
                    + "), which are different numbers; use --by law, or survey with one --law.");
        }
    }

    private void write(GroupedCorrelations found) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                by == null ? "group" : by,
                "coefficient",
                "value",
                "low",
                "high",
                "p",
                "rows",
                "clusters",
                "exchanged"));
        found.groups().forEach((name, group) -> lines.addAll(lines(name, group)));
        lines.addAll(lines("all", found.pooled()));
        TextTable.write(lines, console.out());
    }

    private static List<List<String>> lines(String group, Correlations correlations) {
        return Arrays.stream(Coefficient.values())
                .map(coefficient -> {
                    CorrelationEstimate estimate = correlations.estimates().get(coefficient);
                    return List.of(
                            group,
                            coefficient.id(),
                            text(estimate.value()),
                            text(estimate.low()),
                            text(estimate.high()),
                            text(estimate.p()),
                            Integer.toString(correlations.rows()),
                            Integer.toString(correlations.clusters()),
                            correlations.exchanged().words());
                })
                .toList();
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    private void write(GroupedCorrelations found, Json out) throws IOException {
        out.object(() -> {
            out.field("x", x);
            out.field("y", y);
            out.field("cluster", cluster);
            out.object("all", () -> writeGroup(found.pooled(), out));
            out.array("groups", () -> {
                for (Map.Entry<String, Correlations> group : found.groups().entrySet()) {
                    out.object(() -> {
                        out.field("group", group.getKey());
                        writeGroup(group.getValue(), out);
                    });
                }
            });
            out.field("reversal", found.reversal(Coefficient.SPEARMAN));
        });
    }

    private static void writeGroup(Correlations correlations, Json out) throws IOException {
        out.field("rows", correlations.rows());
        out.field("clusters", correlations.clusters());
        out.field("exchanged", correlations.exchanged().words());
        for (Coefficient coefficient : Coefficient.values()) {
            CorrelationEstimate estimate = correlations.estimates().get(coefficient);
            out.object(coefficient.id(), () -> {
                out.field("value", estimate.value());
                out.numbers("interval95", estimate.low(), estimate.high());
                out.field("p", estimate.p());
            });
        }
    }
}
