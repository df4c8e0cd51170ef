package org.eigenscope.cli.info;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.console.TextTable;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.TableOptions;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what a file holds. */
@Command(
        name = "info",
        description = {
            "Lists the matrices in a file: name, shape, dtype, γ, what was assumed of one or why it is skipped;",
            "of FILE#NAME, the matrices of a stack one by one; or the matrix files in a folder."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class InfoCommand implements Callable<Integer> {
    private static final List<String> HEADINGS = List.of("name", "shape", "dtype", "gamma", "note");

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE[#NAME]|FOLDER",
            arity = "0..1",
            description = "A matrix file, one of its tensors, or a folder of matrix files.")
    private String file;

    @Option(names = "--formats", description = "List the formats that are read, instead of a file.")
    private boolean formats;

    @Mixin
    private TableOptions table;

    @Option(names = "--json", description = "Write JSON instead of a table.")
    private boolean json;

    public InfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        if ((file == null) != formats) {
            throw new ParameterException(spec.commandLine(), "name either FILE|FOLDER or --formats, and not both");
        }
        if (formats) {
            new FormatList(console).write(json);
            return ExitCode.OK;
        }
        MatrixTarget target = MatrixTarget.parse(table.applied(file));
        Path path = target.file();
        if (Files.isDirectory(path)) {
            new FolderInfo(console).write(path, json);
            return ExitCode.OK;
        }
        try (DerivedFile opened = DerivedFile.over(MatrixFiles.open(path))) {
            List<TensorInfo> listed = listed(opened, target);
            if (json) {
                Json.document(console.out(), out -> writeJson(opened, listed, out));
            } else {
                writeTable(opened, listed);
            }
        }
        return ExitCode.OK;
    }

    /** What was asked for: a table as its options say, a tensor and, if it is a stack, each matrix of it, or all of the file. */
    private List<TensorInfo> listed(DerivedFile opened, MatrixTarget target) throws EigenscopeException {
        if (table.isGiven()) {
            return List.of(SelectedTensor.of(opened, target.name()).info());
        }
        return target.name().isPresent() ? named(opened, target.name().get()) : opened.tensors();
    }

    /** A tensor and, if it is a stack, each matrix of it. */
    private static List<TensorInfo> named(DerivedFile opened, String name) throws BadInputException {
        TensorInfo whole = opened.find(name)
                .orElseThrow(() -> new BadInputException(opened.path() + " has no tensor \"" + name + "\"."));
        List<TensorInfo> all = new ArrayList<>(List.of(whole));
        for (String part : opened.parts(whole)) {
            all.add(opened.find(opened.partName(whole, part)).orElseThrow());
        }
        return all;
    }

    private void writeTable(DerivedFile opened, List<TensorInfo> listed) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (TensorInfo info : listed) {
            rows.add(List.of(
                    dashIfEmpty(info.name()),
                    dashIfEmpty(info.shapeText()),
                    dashIfEmpty(info.dtype()),
                    aspectRatioText(info),
                    note(opened, info)));
        }
        TextTable.write(rows, console.out());
        long readable = listed.stream().filter(TensorInfo::isReadable).count();
        console.say(opened.path() + ": " + opened.formatName() + ", " + readable + " of " + listed.size()
                + " tensors are matrices.");
    }

    private static String dashIfEmpty(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static void writeJson(DerivedFile opened, List<TensorInfo> listed, Json out) throws IOException {
        out.object(() -> {
            out.field("file", opened.path().toString());
            out.field("format", opened.formatName());
            out.object("metadata", () -> {
                for (var entry : opened.metadata().entrySet()) {
                    out.field(entry.getKey(), entry.getValue());
                }
            });
            out.array("tensors", () -> {
                for (TensorInfo info : listed) {
                    out.object(() -> {
                        writeTensor(info, out);
                        writeDerivation(opened, info, out);
                    });
                }
            });
        });
    }

    private static void writeTensor(TensorInfo info, Json out) throws IOException {
        out.field("name", info.name());
        if (info.shapeText().isEmpty()) {
            out.field("shape", Optional.empty());
        } else {
            out.integers("shape", info.shape());
        }
        out.field("dtype", Optional.of(info.dtype()).filter(dtype -> !dtype.isEmpty()));
        out.field("rows", info.rows());
        out.field("columns", info.columns());
        out.field("gamma", aspectRatio(info));
        out.field("skip_reason", info.skipReason());
        out.field("note", Optional.of(info.note()).filter(note -> !note.isEmpty()));
    }

    private static void writeDerivation(DerivedFile opened, TensorInfo info, Json out) throws IOException {
        if (!opened.parts(info).isEmpty()) {
            out.texts("parts", opened.parts(info));
        }
    }

    private static String note(DerivedFile opened, TensorInfo info) {
        List<String> parts = opened.parts(info);
        String split = parts.isEmpty() || info.shape().size() > 2 ? "" : "--part " + String.join("|", parts);
        String both =
                Stream.of(info.note(), split).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
        return info.skipReason().map(reason -> "skipped: " + reason).orElse(both);
    }

    private static String aspectRatioText(TensorInfo info) {
        OptionalDouble gamma = aspectRatio(info);
        return gamma.isPresent() ? String.format(Locale.ROOT, "%.4g", gamma.getAsDouble()) : "-";
    }

    /** γ of the flattened shape. */
    private static OptionalDouble aspectRatio(TensorInfo info) {
        return info.isReadable() && info.knownAxes().isPresent()
                ? OptionalDouble.of(
                        (double) Math.min(info.rows(), info.columns()) / Math.max(info.rows(), info.columns()))
                : OptionalDouble.empty();
    }
}
