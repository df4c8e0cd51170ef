package org.eigenscope.cli.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.ProgressLine;
import org.eigenscope.cli.console.Version;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.exchange.RowFolder;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.RestingFiles;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.StudyMerge;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyListener;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.study.survey.SurveyPlan;
import org.eigenscope.study.survey.SurveyProgress;
import org.eigenscope.study.survey.SurveyRun;
import org.eigenscope.study.survey.SurveyRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Surveys many matrices. */
@Command(
        name = "survey",
        description = {
            "Computes every matrix of files and folders, one row each: spectrum, HTMP with 95 %% intervals, league of laws,"
                    + " power-law tail, metrics. Rows come as they are computed; with --study they are kept, and what is kept is"
                    + " not computed again."
        },
        footer = {
            "",
            "Where nothing can be computed of a matrix its row says why, in the column 'skipped', and the rest goes on. Without"
                    + " --law the law is the more likely one of htmp and inverse-htmp, told in the column 'law'; its kappa and"
                    + " that of the other orientation are different numbers."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class SurveyCommand implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Console console;
    private final Executor helpers;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files of matrices or lists of eigenvalues, FILE#NAME, and folders of such files.")
    private List<String> paths = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the rows to a file that ends in .csv, .jsonl or .json, instead of to standard output.")
    private String output;

    @Option(
            names = "--format",
            converter = RowsFormat.Names.class,
            completionCandidates = RowsFormat.Names.class,
            description = "How rows are written: ${COMPLETION-CANDIDATES} (default: as FILE ends, else csv).")
    private RowsFormat format;

    @Option(
            names = "--study",
            paramLabel = "FILE.eigenstudy",
            description = "Keep rows and eigenvalues in this study, and go on where it stopped.")
    private Path study;

    @Option(
            names = "--merge",
            paramLabel = "STUDY",
            description = "Copy the rows of another study, such as a shard's, into --study; may be repeated.")
    private List<Path> merged = List.of();

    @Option(
            names = "--import",
            paramLabel = "DIR",
            description =
                    "Copy the rows of a survey on a cluster, the folder that it wrote, into --study; may be repeated.")
    private List<Path> imported = List.of();

    @Mixin
    private SurveySelection selection;

    @Mixin
    private SurveyComputation computation;

    @Option(names = "--strict", description = "End with exit code 3 if a row failed.")
    private boolean strict;

    @Option(
            names = "--watch",
            description =
                    "Go on: survey new and replaced files as soon as their writing is complete, until Ctrl+C, which leaves a whole"
                            + " study. Columns of attributes are those of the first files.")
    private boolean watch;

    public SurveyCommand(Console console, Executor helpers) {
        this.console = console;
        this.helpers = helpers;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        if (paths.isEmpty() && merged.isEmpty() && imported.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name files or folders to survey, or studies to --merge");
        }
        if (watch
                && (paths.isEmpty()
                        || format == RowsFormat.JSON
                        || String.valueOf(output).endsWith(".json"))) {
            throw new ParameterException(
                    spec.commandLine(), "--watch needs a folder, and rows as csv or jsonl, as JSON has an end");
        }
        if (!(merged.isEmpty() && imported.isEmpty()) && study == null) {
            String option = merged.isEmpty() ? "--import" : "--merge";
            throw new ParameterException(spec.commandLine(), option + " needs --study, the study to copy rows into");
        }
        requireSafeOutput();
        try (StudyStore store = study == null ? StudyStore.inMemory() : StudyStore.open(study)) {
            store.readOnly().ifPresent(console::say);
            mergeInto(store);
            if (watch) {
                return watch(store);
            }
            return paths.isEmpty() ? writeMerged(store) : survey(store);
        }
    }

    private void mergeInto(StudyStore store) throws BadInputException {
        for (Path part : merged) {
            try (StudyStore from = StudyStore.openToRead(part)) {
                int rows = StudyMerge.copy(from, store);
                console.say(part + ": " + rows + (rows == 1 ? " row." : " rows."));
            }
        }
        for (Path folder : imported) {
            int rows = RowFolder.open(folder).copyInto(store, StudyFolder.of(study)::source);
            console.say(folder + ": " + rows + (rows == 1 ? " row." : " rows."));
        }
    }

    private int writeMerged(StudyStore store) throws EigenscopeException, IOException {
        List<StudyRow> rows = store.rows();
        write(store.attributeNames(), out -> {
            for (StudyRow row : rows) {
                out.write(row);
            }
        });
        return end(rows);
    }

    private List<MatrixTarget> targets() throws BadInputException {
        List<MatrixTarget> targets = new ArrayList<>();
        for (String path : paths) {
            MatrixTarget target = MatrixTarget.parse(path);
            if (!Files.exists(target.file())) {
                throw new BadInputException(target.file() + " does not exist.");
            }
            targets.add(target);
        }
        return targets;
    }

    private SurveyListing listing() throws EigenscopeException {
        StudyFolder folder = study == null ? new StudyFolder(Path.of("")) : StudyFolder.of(study);
        return new SurveyListing(folder, selection.attributes(), left());
    }

    /** Surveys what is at rest, until the process is ended. */
    private int watch(StudyStore store) throws EigenscopeException, IOException {
        List<MatrixTarget> targets = targets();
        RestingFiles resting =
                new RestingFiles(targets.stream().map(MatrixTarget::file).toList());
        SurveyRunner runner = new SurveyRunner(store, computation.options(), helpers, computation.jobs());
        SurveyPlan first = nextPlan(resting, targets);
        write(first.attributeNames(), out -> {
            SurveyPlan plan = first;
            while (true) {
                SurveyRun run = runner.run(plan, newRows(out), CancelToken.NONE);
                console.say(counts(run));
                plan = nextPlan(resting, targets);
            }
        });
        return ExitCode.OK;
    }

    /** Waits until there is something new at rest. */
    private SurveyPlan nextPlan(RestingFiles resting, List<MatrixTarget> targets) throws EigenscopeException {
        while (true) {
            if (resting.look()) {
                List<SurveyFile> files = listing().files(targets, CancelToken.NONE).stream()
                        .filter(file -> resting.isAtRest(file.path()))
                        .toList();
                try {
                    return selection.plan(files);
                } catch (BadInputException nothingYet) {
                    console.say(nothingYet.getMessage());
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private SurveyListener newRows(RowsOutput out) {
        SurveyListener all = listener(out);
        return new SurveyListener() {
            @Override
            public void row(StudyRow row, Outcome outcome) {
                if (outcome != Outcome.FOUND) {
                    all.row(row, outcome);
                }
            }

            @Override
            public void progress(SurveyProgress progress) {
                all.progress(progress);
            }
        };
    }

    private int survey(StudyStore store) throws EigenscopeException, IOException {
        List<MatrixTarget> targets = targets();
        SurveyListing listing = listing();
        List<SurveyFile> files = listing.files(targets, CancelToken.NONE);
        SurveyPlan plan = selection.plan(files);
        listing.remarks().forEach(console::say);
        selection.remarks(files).forEach(console::say);
        SurveyRunner runner = new SurveyRunner(store, computation.options(), helpers, computation.jobs());
        SurveyRun[] run = new SurveyRun[1];
        write(plan.attributeNames(), out -> run[0] = runner.run(plan, listener(out), CancelToken.NONE));
        console.say(counts(run[0]));
        return end(run[0].rows());
    }

    /** Files that a folder may hold and that are no part of the survey. */
    private Set<Path> left() {
        Set<Path> left = new HashSet<>(selection.tables());
        if (output != null) {
            left.add(Path.of(output));
        }
        return left;
    }

    private SurveyListener listener(RowsOutput out) {
        ProgressLine line = ProgressLine.on(console);
        return new SurveyListener() {
            @Override
            public void row(StudyRow row, Outcome outcome) {
                line.clear();
                try {
                    out.write(row);
                } catch (IOException failure) {
                    throw new RowsNotWrittenException(failure);
                }
            }

            @Override
            public void progress(SurveyProgress progress) {
                String left = Double.isNaN(progress.secondsLeft())
                        ? ""
                        : ", about " + ProgressLine.duration(progress.secondsLeft()) + " left";
                String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
                if (progress.done() == progress.total()) {
                    line.clear();
                } else {
                    line.show(progress.done() + "/" + progress.total() + failed + left);
                }
            }
        };
    }

    /** Writes rows. */
    @FunctionalInterface
    private interface RowsBody {
        void write(RowsOutput out) throws EigenscopeException, IOException;
    }

    private void write(List<String> attributes, RowsBody body) throws EigenscopeException, IOException {
        RowsFormat chosen = format != null
                ? format
                : Optional.ofNullable(output).flatMap(RowsFormat::ofName).orElse(RowsFormat.CSV);
        try {
            if (output == null) {
                write(new RowsOutput(console.out(), chosen, attributes), body);
                return;
            }
            try (DataOutput file = DataOutput.toFile(Path.of(output))) {
                write(new RowsOutput(file, chosen, attributes), body);
            }
        } catch (RowsNotWrittenException failure) {
            throw output == null ? failure.reason() : notWritten(failure.reason());
        } catch (IOException failure) {
            throw output == null ? failure : notWritten(failure);
        }
    }

    private IOException notWritten(IOException failure) {
        return new IOException(output + ": " + failure.getMessage(), failure);
    }

    private static void write(RowsOutput out, RowsBody body) throws EigenscopeException, IOException {
        out.begin();
        body.write(out);
        out.end();
    }

    private void requireSafeOutput() throws BadInputException {
        if (output == null) {
            return;
        }
        if (format == null && RowsFormat.ofName(output).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "-o " + output + " does not end in .csv, .jsonl or .json");
        }
        Path target = Path.of(output).toAbsolutePath().normalize();
        List<Path> inputs = new ArrayList<>(selection.tables());
        inputs.addAll(merged);
        Optional.ofNullable(study).ifPresent(inputs::add);
        for (String path : paths) {
            inputs.add(MatrixTarget.parse(path).file());
        }
        for (Path input : inputs) {
            if (input.toAbsolutePath().normalize().equals(target)) {
                throw new BadInputException(output + " is what the survey reads; name another file after -o.");
            }
        }
    }

    private static String counts(SurveyRun run) {
        int found = run.count(SurveyListener.Outcome.FOUND);
        int shared = run.count(SurveyListener.Outcome.SHARED);
        int failed = run.count(SurveyListener.Outcome.FAILED);
        int total = run.rows().size();
        return total + (total == 1 ? " row: " : " rows: ") + run.count(SurveyListener.Outcome.COMPUTED) + " computed, "
                + found + " found in the study, " + shared + " equal to others, " + failed + " failed.";
    }

    private int end(List<StudyRow> rows) {
        SummaryText.of(rows).forEach(console::say);
        long failed = rows.stream().filter(StudyRow::isFailed).count();
        return strict && failed > 0 ? ExitCode.BAD_INPUT : ExitCode.OK;
    }

    /** Carries a failed write through what computes rows. */
    private static final class RowsNotWrittenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient IOException reason;

        RowsNotWrittenException(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }
}
