package org.eigenscope.cli.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.ProgressLine;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.naming.NetworkOrder;
import org.eigenscope.study.naming.TensorNames;
import org.eigenscope.study.survey.MatrixComparison;
import org.eigenscope.study.survey.SurveyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the layers of two models. */
@Command(
        name = "compare",
        description = {
            "Compares matrices of the same name in two files: kappa and its difference with a 95 %% interval, the relative change"
                    + " ||W' - W|| / ||W||, linear CKA, and the spectrum of W' - W."
        },
        footer = {
            "",
            "Both matrices are fitted by the same law: --law, or of htmp and inverse-htmp the one that is more likely of both"
                    + " together. The interval takes the two fits as independent, which those of one run are not."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CompareCommand implements Callable<Integer> {
    private final Console console;
    private final Executor helpers;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A file of matrices.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "Another, with matrices of the same names.")
    private Path second;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write CSV, or JSON lines if FILE ends in .jsonl, to a file instead of CSV to standard output.")
    private Path output;

    @Option(
            names = "--law",
            paramLabel = "LAW",
            converter = Choices.Law.class,
            completionCandidates = Choices.Law.class,
            description = "${COMPLETION-CANDIDATES} (default: the more likely one of htmp and inverse-htmp).")
    private LawFamily law;

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            defaultValue = "0",
            description = "Refit B draws from the fitted ensemble for the intervals.")
    private int bootstrap;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the draws.")
    private long seed;

    public CompareCommand(Console console, Executor helpers) {
        this.console = console;
        this.helpers = helpers;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        if (bootstrap < 0) {
            throw new ParameterException(spec.commandLine(), "--bootstrap = " + bootstrap + " is negative");
        }
        requireSafeOutput();
        try (DerivedFile a = open(first);
                DerivedFile b = open(second)) {
            List<TensorInfo> both = common(a, b);
            if (output == null) {
                write(new ComparisonRows(console.out(), false), a, b, both);
            } else {
                boolean lines = output.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
                try (DataOutput file = DataOutput.toFile(output)) {
                    write(new ComparisonRows(file, lines), a, b, both);
                } catch (IOException failure) {
                    throw new IOException(output + ": " + failure.getMessage(), failure);
                }
            }
        }
        return ExitCode.OK;
    }

    private void requireSafeOutput() throws BadInputException {
        if (output == null) {
            return;
        }
        Path target = output.toAbsolutePath().normalize();
        for (Path input : List.of(first, second)) {
            if (input.toAbsolutePath().normalize().equals(target)) {
                throw new BadInputException(output + " is what is compared; name another file after -o.");
            }
        }
    }

    private static DerivedFile open(Path path) throws EigenscopeException {
        return DerivedFile.over(new MatrixFileOpener().open(path, CancelToken.NONE));
    }

    private List<TensorInfo> common(DerivedFile a, DerivedFile b) throws BadInputException {
        Map<String, TensorInfo> others = new LinkedHashMap<>();
        b.tensors().stream().filter(TensorInfo::isReadable).forEach(info -> others.put(info.name(), info));
        List<TensorInfo> own =
                a.tensors().stream().filter(TensorInfo::isReadable).toList();
        List<TensorInfo> both =
                own.stream().filter(info -> others.containsKey(info.name())).toList();
        if (both.isEmpty()) {
            throw new BadInputException(first + " and " + second + " have no matrix of the same name.");
        }
        int left = own.size() + others.size() - 2 * both.size();
        if (left > 0) {
            console.say(left + (left == 1 ? " matrix is" : " matrices are") + " in one of the files alone.");
        }
        return both;
    }

    private void write(ComparisonRows rows, DerivedFile a, DerivedFile b, List<TensorInfo> both)
            throws EigenscopeException, IOException {
        SurveyOptions options = SurveyOptions.withDefaults()
                .withLaw(Optional.ofNullable(law))
                .withBootstrap(new FitPlan.Bootstrap(bootstrap, seed));
        Map<String, NetworkOrder.Position> positions =
                NetworkOrder.of(both.stream().map(TensorInfo::name).toList(), TensorNames.usual());
        ProgressLine line = ProgressLine.on(console);
        rows.begin();
        int done = 0;
        List<String> failed = new ArrayList<>();
        for (TensorInfo info : both) {
            line.show(done++ + "/" + both.size() + " " + info.name());
            NetworkOrder.Position position = positions.get(info.name());
            try {
                SelectedTensor w = SelectedTensor.of(a, Optional.of(info.name()));
                SelectedTensor other = SelectedTensor.of(b, Optional.of(info.name()));
                MatrixComparison compared = MatrixComparison.of(w, other, options, helpers, CancelToken.NONE);
                line.clear();
                rows.write(info, position, Optional.of(compared), "");
            } catch (CancelledException cancelled) {
                throw cancelled;
            } catch (EigenscopeException reason) {
                line.clear();
                failed.add(info.name());
                rows.write(info, position, Optional.empty(), reason.getMessage());
            }
        }
        console.say(both.size() + " matrices compared, " + failed.size() + " failed.");
    }
}
