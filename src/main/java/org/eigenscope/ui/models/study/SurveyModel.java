package org.eigenscope.ui.models.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyListener;
import org.eigenscope.study.survey.SurveyProgress;
import org.eigenscope.ui.models.rows.FitSettings;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * Computes what the study lacks, in the background: new matrices, or another law of all of them. Rows appear as they come, collected
 * for a while so that the window stays free; of two requests the latter counts, and the rows that the former made are kept.
 */
public final class SurveyModel {
    /** How much longer than showing rows takes the foreground thread has for other things. */
    private static final int IDLE_SHARE = 9;

    private final StudyModel study;
    private final LatestTask work;
    private final Workers workers;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private Optional<Batches> current = Optional.empty();

    /**
     * Who does the work.
     *
     * @param helpers lend threads to the working one
     * @param jobs how many matrices are decomposed at a time
     * @param soon runs what shows results on the foreground thread, some 20 times a second
     */
    public record Workers(Executor helpers, int jobs, Executor soon) {}

    /**
     * @param study gets the rows
     * @param work runs surveys
     */
    public SurveyModel(StudyModel study, LatestTask work, Workers workers) {
        this.study = study;
        this.work = work;
        this.workers = workers;
        study.storeProperty().addListener((source, old, now) -> {
            cancel();
            summary.set("");
        });
    }

    /** Computes every matrix of files, in the study on screen. */
    public void survey(List<SurveyFile> files) {
        StudyStore store = study.storeProperty().get().orElseThrow();
        FitSettings settings = study.settingsProperty().get();
        SurveyWork survey = new SurveyWork(store, settings, workers);
        start((listener, cancel) -> survey.ofFiles(files, listener, cancel));
    }

    /** Fits the chosen law to every matrix that has no results of it. */
    public void fitAll() {
        Optional<StudyStore> store = study.storeProperty().get();
        if (store.isEmpty()) {
            return;
        }
        List<StudyRow> missing = study.missing();
        if (missing.isEmpty()) {
            cancel();
            summary.set("Every matrix has results of "
                    + study.settingsProperty().get().label() + ".");
            return;
        }
        SurveyWork survey = new SurveyWork(store.get(), study.settingsProperty().get(), workers);
        StudyFolder folder = study.folder();
        start((listener, cancel) -> survey.ofRows(missing, folder, listener, cancel));
    }

    /** Some of the work. */
    @FunctionalInterface
    private interface Run {
        /** Does it, and says in sentences what could not be done. */
        String run(SurveyListener listener, CancelToken cancel) throws EigenscopeException;
    }

    private void start(Run run) {
        Batches batches = new Batches(study.file());
        current = Optional.of(batches);
        summary.set("");
        progress.set("…");
        fraction.set(-1);
        running.set(true);
        Job<String> job = (activity, cancel) -> {
            batches.look();
            if (batches.gone) {
                throw new BadInputException(batches.lost());
            }
            return run.run(batches, cancel);
        };
        work.submit("Fitting", job, new Outcome<String>() {
            @Override
            public void succeeded(String said) {
                batches.show();
                end(batches.counts() + (said.isEmpty() ? "" : " " + said));
            }

            @Override
            public void failed(EigenscopeException reason) {
                batches.show();
                end(batches.rows == 0 ? "" : batches.counts());
                study.fail(reason.getMessage());
            }
        });
    }

    private void end(String said) {
        current = Optional.empty();
        running.set(false);
        summary.set(said);
    }

    /** Stops; the rows that are whole stay, and the next request goes on from them. */
    public void cancel() {
        if (running.get()) {
            work.cancel();
            current.ifPresent(Batches::show);
            end("Stopped. What is computed is kept.");
        }
    }

    /** Rows as they come from the working threads, handed on together. */
    private final class Batches implements SurveyListener {
        private final Queue<StudyRow> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean asked = new AtomicBoolean();
        private final Optional<Path> file;
        private volatile boolean gone;
        private volatile SurveyProgress newest = new SurveyProgress(0, 0, 0, Double.NaN);
        private int rows;
        private int failed;
        private long freeUntil = System.nanoTime();

        Batches(Optional<Path> file) {
            this.file = file;
        }

        /** Whether the study's file is there still: what is written to one that was deleted is lost without an error. */
        private void look() {
            if (!gone && file.filter(Files::notExists).isPresent()) {
                gone = true;
                ask();
            }
        }

        @Override
        public void row(StudyRow row, Outcome outcome) {
            waiting.add(row);
            look();
            ask();
        }

        @Override
        public void progress(SurveyProgress now) {
            newest = now;
            ask();
        }

        private void ask() {
            if (asked.compareAndSet(false, true)) {
                workers.soon().execute(this::showSome);
            }
        }

        /** On the foreground thread, which is left free nine tenths of the time however many rows the study has. */
        private void showSome() {
            if (System.nanoTime() - freeUntil < 0) {
                workers.soon().execute(this::showSome);
                return;
            }
            long begun = System.nanoTime();
            show();
            long ended = System.nanoTime();
            freeUntil = ended + IDLE_SHARE * (ended - begun);
        }

        /** On the foreground thread. Rows of work that was replaced are in the study's file, but perhaps not in the one on screen. */
        private void show() {
            asked.set(false);
            if (!current.equals(Optional.of(this))) {
                return;
            }
            List<StudyRow> some = new ArrayList<>();
            for (StudyRow row = waiting.poll(); row != null; row = waiting.poll()) {
                some.add(row);
                failed += row.isFailed() ? 1 : 0;
            }
            rows += some.size();
            if (!some.isEmpty()) {
                study.put(some);
            }
            SurveyProgress now = newest;
            if (now.total() > 0) {
                fraction.set((double) now.done() / now.total());
                progress.set(now.done() + "/" + now.total() + left(now.secondsLeft()));
            }
            if (gone) {
                work.cancel();
                end("");
                study.fail(lost());
            }
        }

        private String lost() {
            return "The study's file " + file.map(Path::toString).orElse("")
                    + " was moved or deleted, so nothing more is computed. Study ▸ Save Study As… keeps what is shown.";
        }

        private String counts() {
            return rows
                    + (rows == 1 ? " matrix done" : " matrices done")
                    + (failed == 0 ? "." : ", " + failed + " failed.");
        }
    }

    private static String left(double seconds) {
        if (!(seconds >= 1)) {
            return "";
        }
        return seconds < 90
                ? ", about " + Math.round(seconds) + " s left"
                : ", about " + Math.round(seconds / 60) + " min left";
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The part that is done; −1 if nobody knows. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** How many matrices are done, and about how long the rest takes. */
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What came of the work, in sentences; empty while it goes on. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
