package org.eigenscope.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.StudyView;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.figure.InputKeeper;
import org.eigenscope.ui.figure.SheetScene;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Saves what is on screen as a session, and restores sessions. */
public final class SessionModel {
    private final FigureModel figure;
    private final SessionRestorer restorer;
    private final SessionInputs inputs;
    private final LatestTask work;
    private final StudyKeeper studies;
    private final TrainingKeeper trainings;
    private final InputKeeper keeper;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");

    /**
     * @param figure knows what is on screen
     * @param restorer restores a session on screen
     * @param inputs reads the spectra of sheets and ghosts
     * @param work reads and writes in the background
     * @param studies knows the study in the window
     * @param trainings knows the fields of the training
     * @param keeper keeps what saved sessions are drawn from
     */
    public SessionModel(
            FigureModel figure,
            SessionRestorer restorer,
            SessionInputs inputs,
            LatestTask work,
            StudyKeeper studies,
            TrainingKeeper trainings,
            InputKeeper keeper) {
        this.figure = figure;
        this.restorer = restorer;
        this.inputs = inputs;
        this.work = work;
        this.studies = studies;
        this.trainings = trainings;
        this.keeper = keeper;
    }

    /** Saves what is on screen. */
    public void save(Path file) {
        Optional<Snapshot> now = snapshot();
        if (now.isEmpty()) {
            failure.set("There is nothing on screen to save.");
            return;
        }
        work.submit(
                "Saving the session",
                (progress, cancel) -> {
                    SessionFile.write(file, keeper.keep(now.get().session(cancel), cancel));
                    return file;
                },
                new Reporting<Path>() {
                    @Override
                    public void succeeded(Path saved) {
                        failure.set("");
                    }
                });
    }

    /** What is on screen now, to be written later and elsewhere. */
    public Optional<Snapshot> snapshot() {
        Optional<StudyView> study = studies.now();
        Map<String, String> training = trainings.now();
        return figure.snapshot().map(now -> cancel -> {
            Session session = now.session(cancel);
            return session.withScreen(session.screen().withStudy(study).withTraining(training));
        });
    }

    /** A snapshot of the window that can become a session in the background. */
    @FunctionalInterface
    public interface Snapshot {
        /**
         * The session; reads the file for its checksum.
         *
         * @throws EigenscopeException if the file cannot be read, or the work was cancelled
         */
        Session session(CancelToken cancel) throws EigenscopeException;
    }

    /** Restores the session in a file or in a figure. */
    public void open(Path file) {
        open(file, () -> {});
    }

    /**
     * Restores the session in a file or in a figure.
     *
     * @param whenShown done once all of it is on screen; not if that failed, or something else was asked for meanwhile
     */
    public void open(Path file, Runnable whenShown) {
        work.submit(
                "Opening " + file.getFileName(),
                (progress, cancel) -> find(file, progress, cancel),
                new Reporting<FoundSession>() {
                    @Override
                    public void succeeded(FoundSession found) {
                        failure.set("");
                        found.session().screen().study().ifPresent(studies::restore);
                        if (!found.session().screen().training().isEmpty()) {
                            trainings.restore(found.session().screen().training());
                        }
                        restorer.restore(found, whenShown);
                    }
                });
    }

    /** An outcome whose failure is a sentence on screen. */
    private abstract class Reporting<R> implements Outcome<R> {
        @Override
        public void failed(EigenscopeException reason) {
            failure.set(reason.getMessage());
        }
    }

    private FoundSession find(Path file, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        Session session = SessionFile.read(file);
        List<MatrixTarget> targets = SessionInputs.locate(session, Optional.of(file), cancel);
        Optional<SheetScene> sheet = sheet(file, session, targets, progress, cancel);
        List<Spectrum> kept = sheet.isPresent() ? List.of() : kept(session, targets, progress, cancel);
        return new FoundSession(session, targets, kept, sheet);
    }

    private Optional<SheetScene> sheet(
            Path file, Session session, List<MatrixTarget> targets, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        if (!SheetScene.isNeededFor(session)) {
            return Optional.empty();
        }
        SessionSpectra spectra = inputs.read(session, targets, progress, cancel);
        return Optional.of(new SheetScene(file, session, targets, spectra));
    }

    /** The spectra of the ghosts that were kept; their files need not be in the library. */
    private List<Spectrum> kept(
            Session session, List<MatrixTarget> targets, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        List<Spectrum> spectra = new ArrayList<>();
        for (GhostPlan ghost : ExtrasRestorer.kept(session.series().get(0))) {
            spectra.add(inputs.spectrum(
                    targets.get(ghost.input()), ghost.conventions().orElseThrow(), progress, cancel));
        }
        return spectra;
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Why the last session could not be saved or opened, empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
