package org.eigenscope.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.FileAttributes;
import org.eigenscope.study.exchange.ExchangedRow;
import org.eigenscope.study.exchange.RowFolder;
import org.eigenscope.study.exchange.RowLines;
import org.eigenscope.study.survey.Globs;
import org.eigenscope.study.survey.MatrixSurvey;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyItem;
import org.eigenscope.study.survey.SurveyPlan;

/**
 * Computes one matrix and writes its row into a file that is called after the matrix and its settings. Two attempts of one task write the
 * same file, so there are never two rows. What fails is a row with the reason.
 */
final class MatrixTask implements Function<PlannedMatrix, TaskReport> {
    private static final long serialVersionUID = 1;

    private final String out;
    private final FitSettings settings;
    private final Broadcast<Map<String, String>> known;

    /**
     * A task.
     *
     * @param out the folder of the output
     * @param known results by content, under the same settings
     */
    MatrixTask(String out, FitSettings settings, Broadcast<Map<String, String>> known) {
        this.out = out;
        this.settings = settings;
        this.known = known;
    }

    @Override
    public TaskReport call(PlannedMatrix matrix) throws IOException, BadInputException {
        long started = System.nanoTime();
        ExchangedRow planned = RowLines.read(matrix.place());
        ExchangedRow row;
        TaskReport.Outcome outcome = TaskReport.Outcome.FAILED;
        try {
            requireAnotherTry();
            row = computed(matrix, planned);
            outcome = row.spectrum().isPresent() ? TaskReport.Outcome.COMPUTED : TaskReport.Outcome.SHARED;
        } catch (EigenscopeException failure) {
            row = failed(planned, failure.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            // the heap is whole again: what the matrix took is garbage now
            row = failed(
                    planned,
                    "It takes more than the executor's memory of " + MemoryGate.heap() + " MB; raise"
                            + " spark.executor.memory, or let fewer tasks share an executor.");
        }
        ExchangedRow kept =
                settings.eigenvalues() ? row : new ExchangedRow(row.row(), Optional.empty(), row.file(), row.written());
        Path place = new Path(new Path(out, RowFolder.ROWS), Hadoop.sha256(kept.identity()) + ".json");
        byte[] line = (RowLines.write(kept) + "\n").getBytes(StandardCharsets.UTF_8);
        Hadoop.write(
                Hadoop.of(place), place, line, Long.toString(TaskContext.get().taskAttemptId()));
        return new TaskReport(
                outcome,
                (System.nanoTime() - started) / 1_000_000,
                row.row().cells().text(Column.SKIPPED));
    }

    /** A matrix that takes its executor down every time must not take the job down. */
    private static void requireAnotherTry() throws BadInputException {
        int most = SparkEnv.get().conf().getInt("spark.task.maxFailures", 4);
        int before = TaskContext.get().attemptNumber();
        if (before > 0 && before >= most - 1) {
            throw new BadInputException(
                    "Its task was lost " + before + " times, perhaps because the executor's memory did not"
                            + " suffice; raise spark.executor.memory or spark.executor.memoryOverhead, and run the survey again.");
        }
    }

    private ExchangedRow computed(PlannedMatrix matrix, ExchangedRow planned) throws IOException, EigenscopeException {
        if (!matrix.failure().isEmpty()) {
            throw new BadInputException(matrix.failure());
        }
        Path path = new Path(matrix.file());
        boolean remote = RowFolder.isUri(matrix.file());
        java.nio.file.Path stage = remote ? Files.createTempDirectory("eigenscope-") : null;
        int cpus = SparkEnv.get().conf().getInt("spark.task.cpus", 1);
        ExecutorService helpers = Executors.newFixedThreadPool(cpus);
        try (MemoryGate.Pass pass = MemoryGate.enter(
                MatrixSurvey.bytes(matrix.size().rows(), matrix.size().columns()))) {
            DerivedFile file = remote ? staged(path, matrix, stage) : opened(matrix);
            MatrixSurvey survey = new MatrixSurvey(settings.options(), cpus > 1 ? helpers : Runnable::run);
            MatrixSurvey.Result result = survey.of(entries(file, matrix), this::isKnown, CancelToken.NONE);
            Cells results = result.results().isPresent()
                    ? result.results().get()
                    : RowLines.read(known.value().get(result.key().content()))
                            .row()
                            .cells()
                            .only(Column.ofResult());
            StudyRow row = new StudyRow(
                    0,
                    result.key(),
                    results.with(planned.row().cells().only(Column.ofMatrix())),
                    planned.row().attributes());
            return new ExchangedRow(row, result.spectrum(), planned.file(), System.currentTimeMillis());
        } finally {
            helpers.shutdownNow();
            if (stage != null) {
                StagedFile.delete(stage);
            }
        }
    }

    private boolean isKnown(StudyKey key) {
        return !settings.eigenvalues() && known.value().containsKey(key.content());
    }

    private static DerivedFile staged(Path path, PlannedMatrix matrix, java.nio.file.Path stage)
            throws IOException, EigenscopeException {
        FileSystem system = Hadoop.of(path);
        return Hadoop.with(path, () -> {
            try {
                return StagedFile.tensor(system, system.getFileStatus(path), matrix.tensor(), stage);
            } catch (BadInputException failure) {
                throw failure;
            } catch (EigenscopeException failure) {
                throw new BadInputException(failure.getMessage(), failure);
            }
        });
    }

    private static DerivedFile opened(PlannedMatrix matrix) throws EigenscopeException {
        return DerivedFile.over(new MatrixFileOpener().open(java.nio.file.Path.of(matrix.file()), CancelToken.NONE));
    }

    /** Finds the matrix in its file as the plan of a survey does. */
    private static SurveyItem.Entries entries(DerivedFile file, PlannedMatrix matrix) throws EigenscopeException {
        Optional<String> selected =
                matrix.selected().equals(PlannedMatrix.ALL) ? Optional.empty() : Optional.of(matrix.selected());
        SurveyFile listed = new SurveyFile(file.path(), "", Optional.of(file), selected, FileAttributes.NONE, "");
        return SurveyPlan.of(List.of(listed), Globs.ALL, Optional.empty(), CancelToken.NONE).items().stream()
                .filter(item -> item.matrix().tensor().equals(matrix.tensor()))
                .findFirst()
                .map(SurveyItem::entries)
                .orElseThrow(() ->
                        new BadInputException(matrix.file() + " has no tensor \"" + matrix.tensor() + "\" any more."));
    }

    private static ExchangedRow failed(ExchangedRow planned, String reason) {
        StudyKey key = planned.row().key();
        StudyRow row = new StudyRow(
                0,
                new StudyKey("", key.convention(), key.options()),
                planned.row().cells().only(Column.ofMatrix()).with(Cells.skipped(reason)),
                planned.row().attributes());
        return new ExchangedRow(row, Optional.empty(), planned.file(), System.currentTimeMillis());
    }
}
