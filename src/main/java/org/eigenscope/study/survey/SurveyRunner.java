package org.eigenscope.study.survey;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.numeric.ParallelLoop;
import org.eigenscope.library.FileFingerprint;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.Measurement;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SurveyListener.Outcome;

/**
 * Computes the matrices of a plan and keeps each row as soon as it is whole, so that a survey that is ended at any moment goes on where
 * it was. What is there already is not computed again: rows of files that have not changed, equal matrices, and decompositions of
 * which only other fits are wanted. A matrix that fails is a row with the reason.
 */
public final class SurveyRunner {
    /** Doubles of a matrix, of its decomposition and of what is read, over those of the matrix. */
    static final int COPIES = 4;

    private static final int MEBIBYTE = 1 << 20;

    private final StudyStore store;
    private final SurveyOptions options;
    private final Executor helpers;
    private final int jobs;
    private final Map<StudyKey, Object> underWay = new ConcurrentHashMap<>();
    private final Set<StudyKey> renewed = ConcurrentHashMap.newKeySet();
    private final Semaphore memory;
    private final int mebibytes;

    /**
     * A runner.
     *
     * @param store where rows are kept
     * @param helpers lend threads
     * @param jobs how many matrices are computed at a time, at least 1
     */
    public SurveyRunner(StudyStore store, SurveyOptions options, Executor helpers, int jobs) {
        this.store = Objects.requireNonNull(store, "store");
        this.options = Objects.requireNonNull(options, "options");
        this.helpers = Objects.requireNonNull(helpers, "helpers");
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs = " + jobs + " is not positive");
        }
        this.jobs = jobs;
        mebibytes = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / MEBIBYTE / 2 + 1);
        memory = new Semaphore(mebibytes);
    }

    /**
     * Runs a survey.
     *
     * @throws BadInputException if the study cannot be written
     * @throws CancelledException if the work was cancelled; what was whole is kept
     */
    public SurveyRun run(SurveyPlan plan, SurveyListener listener, CancelToken cancel) throws EigenscopeException {
        Map<String, StudyRow> known = known();
        OrderedRows rows = new OrderedRows(plan, listener);
        new ParallelLoop(helpers, jobs - 1).all(plan.items().size(), i -> {
            cancel.throwIfCancelled();
            rows.add(i, row(plan.items().get(i), known, cancel));
            return null;
        });
        SurveyRun run = rows.run();
        if (store.readOnly().isEmpty() && run.count(Outcome.FOUND) < run.rows().size()) {
            store.refreshView();
        }
        return run;
    }

    /** The rows that are there under the same settings. */
    private Map<String, StudyRow> known() throws BadInputException {
        Map<String, StudyRow> known = new HashMap<>();
        StudyKey settings = options.key("");
        store.forEach(row -> {
            boolean same = row.key().convention().equals(settings.convention())
                    && row.key().options().equals(settings.options());
            if (same) {
                known.put(place(row.cells()), row);
            }
        });
        return known;
    }

    private static String place(Cells cells) {
        return String.join("\n", cells.text(Column.SOURCE), cells.text(Column.TENSOR), cells.text(Column.BASE));
    }

    private OrderedRows.Finished row(SurveyItem item, Map<String, StudyRow> known, CancelToken cancel)
            throws EigenscopeException {
        try {
            return computed(item, known, cancel);
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (StoreFailedException failure) {
            throw failure.reason();
        } catch (EigenscopeException failure) {
            String reason = reason(failure, item);
            Cells cells = Cells.of(item.matrix()).with(Cells.skipped(reason));
            long id = kept(() -> store.putFailure(item.matrix(), options.key(""), reason));
            return new OrderedRows.Finished(
                    new StudyRow(id, options.key(""), cells, item.matrix().attributes()), Outcome.FAILED);
        }
    }

    /** A failure's sentence, in which the file has the name that the study gives it: studies are passed on. */
    private static String reason(EigenscopeException failure, SurveyItem item) {
        String source = item.matrix().source();
        return failure.getMessage()
                .replace(item.file().toAbsolutePath().normalize().toString(), source)
                .replace(item.file().toString(), source);
    }

    /** Something that the store does. */
    @FunctionalInterface
    private interface Storing<T> {
        T run() throws BadInputException;
    }

    /** A study that cannot be read or written ends the survey; a matrix that cannot be read does not. */
    private static <T> T kept(Storing<T> storing) {
        try {
            return storing.run();
        } catch (BadInputException failure) {
            throw new StoreFailedException(failure);
        }
    }

    private OrderedRows.Finished computed(SurveyItem item, Map<String, StudyRow> known, CancelToken cancel)
            throws EigenscopeException {
        long started = System.nanoTime();
        Decomposition work = new Decomposition(item.entries(), options, cancel);
        FileFingerprint file = FileFingerprint.of(item.file());
        // the difference to a base changes with the base, so its digest is not remembered by the file
        boolean remembered =
                item.entries() instanceof SurveyItem.Tensor || item.entries() instanceof SurveyItem.EigenvalueList;
        String source = item.matrix().source();
        String tensor = item.matrix().tensor();
        Optional<String> digest =
                remembered && !options.fresh() ? kept(() -> store.content(source, file, tensor)) : Optional.empty();
        if (digest.isPresent()) {
            Optional<OrderedRows.Finished> found = unchanged(item, options.key(digest.get()), known);
            if (found.isPresent()) {
                return found.get();
            }
        }
        int permits = (int) Math.min(mebibytes, 1 + COPIES * item.bytes() / MEBIBYTE);
        memory.acquireUninterruptibly(permits);
        try {
            String content = digest.isPresent() ? digest.get() : work.content();
            StudyKey key = options.key(content);
            synchronized (underWay.computeIfAbsent(key, unseen -> new Object())) {
                // a survey that was killed may have kept the row and not the file's digest
                Optional<OrderedRows.Finished> there = options.fresh() ? Optional.empty() : unchanged(item, key, known);
                OrderedRows.Finished row = there.isPresent() ? there.get() : measured(item, key, work, started, cancel);
                if (remembered && digest.isEmpty()) {
                    kept(() -> {
                        store.putContent(source, file, tensor, content);
                        return null;
                    });
                }
                return row;
            }
        } finally {
            memory.release(permits);
        }
    }

    /** The row as it is in the study, if it is there with these results. */
    private Optional<OrderedRows.Finished> unchanged(SurveyItem item, StudyKey key, Map<String, StudyRow> known) {
        Cells place = Cells.of(item.matrix());
        StudyRow row = known.get(place(place));
        if (row == null || !row.key().equals(key)) {
            return Optional.empty();
        }
        StudyMatrix matrix = item.matrix();
        boolean same = row.attributes().equals(matrix.attributes())
                && row.cells().only(Column.ofMatrix()).equals(place);
        if (!same && store.readOnly().isEmpty()) {
            kept(() -> store.put(matrix, key));
        }
        StudyRow current =
                new StudyRow(row.id(), key, row.cells().only(Column.ofResult()).with(place), matrix.attributes());
        return Optional.of(new OrderedRows.Finished(current, Outcome.FOUND));
    }

    private OrderedRows.Finished measured(
            SurveyItem item, StudyKey key, Decomposition work, long started, CancelToken cancel)
            throws EigenscopeException {
        StudyMatrix matrix = item.matrix();
        Optional<Cells> there = kept(() -> store.result(key));
        if (there.isPresent() && (!options.fresh() || renewed.contains(key))) {
            long id = kept(() -> store.put(matrix, key));
            return finished(matrix, id, key, there.get(), Outcome.SHARED);
        }
        Optional<Spectrum> kept =
                options.fresh() ? Optional.empty() : kept(() -> store.spectrum(key.content(), key.convention()));
        Spectrum spectrum = kept.isPresent() ? kept.get() : work.spectrum();
        Measurement measurement = new MatrixMeasurement(options, helpers, cancel).of(spectrum, work.note(), started);
        Cells results = Cells.of(measurement);
        Optional<Spectrum> toKeep = options.keepsSpectra() && kept.isEmpty() ? Optional.of(spectrum) : Optional.empty();
        long id = kept(() -> store.put(matrix, key, results, toKeep));
        renewed.add(key);
        return finished(matrix, id, key, results, Outcome.COMPUTED);
    }

    private static OrderedRows.Finished finished(
            StudyMatrix matrix, long id, StudyKey key, Cells results, Outcome outcome) {
        StudyRow row = new StudyRow(id, key, results.with(Cells.of(matrix)), matrix.attributes());
        return new OrderedRows.Finished(row, outcome);
    }

    /** Carries a store's failure past what catches those of matrices. */
    private static final class StoreFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient BadInputException reason;

        StoreFailedException(BadInputException reason) {
            super(reason);
            this.reason = reason;
        }

        BadInputException reason() {
            return reason;
        }
    }
}
