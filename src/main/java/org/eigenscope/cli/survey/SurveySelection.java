package org.eigenscope.cli.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.attribute.AttributeOrigin;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.attribute.AttributeTable;
import org.eigenscope.study.attribute.NamePattern;
import org.eigenscope.study.survey.Globs;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyPlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which matrices a survey takes, and what it knows of their files. */
final class SurveySelection {
    private static final Pattern SHARD = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--match",
            paramLabel = "GLOB",
            description =
                    "Take matrices whose name, or whose file's name or path, fits; * stands for anything. May be repeated.")
    private List<String> match = List.of();

    @Option(names = "--skip", paramLabel = "GLOB", description = "Leave out those that fit. May be repeated.")
    private List<String> skip = List.of();

    @Option(
            names = "--attributes",
            paramLabel = "TABLE",
            description =
                    "A CSV, TSV or JSON table with a row for each file, such as file,step,test_accuracy; its first column, or that"
                            + " called file, path or name, tells the file.")
    private Path table;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            description =
                    "Attributes in paths: a regular expression with named groups, as in 'b(?<batch_size>\\d+)', or a template, as"
                            + " in '{model}_b{batch_size}_{epoch}'.")
    private String pattern;

    @Option(
            names = "--delta",
            paramLabel = "BASE",
            description =
                    "Survey differences: subtract the matrix of the same name in BASE, a file, or a folder with files of the same"
                            + " names.")
    private Path base;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Take every N-th matrix, from the I-th on: the I-th of N programs that share the work.")
    private String shard;

    private AttributeReader reader;

    /** The tables that are no matrices. */
    List<Path> tables() {
        return table == null ? List.of() : List.of(table);
    }

    AttributeReader attributes() throws BadInputException {
        Optional<NamePattern> names = pattern == null ? Optional.empty() : Optional.of(NamePattern.parse(pattern));
        Optional<AttributeTable> rows = table == null ? Optional.empty() : Optional.of(AttributeTable.read(table));
        reader = new AttributeReader(names, rows);
        return reader;
    }

    SurveyPlan plan(List<SurveyFile> files) throws EigenscopeException {
        SurveyPlan whole = SurveyPlan.of(files, new Globs(match, skip), Optional.ofNullable(base), CancelToken.NONE);
        if (whole.items().isEmpty()) {
            throw new BadInputException("No matrix is left to survey; look at the paths, --match and --skip.");
        }
        if (shard == null) {
            return whole;
        }
        Matcher matcher = SHARD.matcher(shard);
        int part = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int of = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (part < 1 || part > of) {
            throw new ParameterException(
                    spec.commandLine(), "--shard " + shard + " is not of the form I/N with 1 <= I <= N");
        }
        return whole.shard(part, of);
    }

    /** What became of attributes, in sentences. */
    List<String> remarks(List<SurveyFile> files) {
        List<String> remarks = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        files.forEach(file -> names.addAll(file.attributes().byName().keySet()));
        if (!names.isEmpty()) {
            remarks.add("Attributes: " + String.join(", ", names) + ".");
        }
        if (pattern != null && files.stream().noneMatch(file -> has(file, AttributeOrigin.PATTERN))) {
            remarks.add("--name-pattern " + pattern + " was found in no path.");
        }
        return remarks;
    }

    private static boolean has(SurveyFile file, AttributeOrigin origin) {
        return file.attributes().byName().values().stream().anyMatch(attribute -> attribute.origin() == origin);
    }
}
