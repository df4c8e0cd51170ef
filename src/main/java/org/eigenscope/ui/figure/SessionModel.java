package org.eigenscope.ui.figure;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.analysis.MatrixTarget;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.fit.Orientation;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionFile;
import org.eigenscope.session.SessionInputs;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.ui.fit.FitMemory;
import org.eigenscope.ui.fit.FitModel;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.Outcome;

/** Saves what is on screen as a session, and brings sessions back. */
public final class SessionModel {
    private final LibraryModel library;
    private final SpectrumModel spectrum;
    private final FitModel fit;
    private final FigureModel figure;
    private final LatestTask work;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private Optional<Pending> pending = Optional.empty();

    /** A law that waits for its spectrum. */
    private record Pending(MatrixTarget target, SpectrumOptions options, Optional<FitMemory> law) {}

    /** A session with the places where its files were found. */
    private record Found(Session session, List<MatrixTarget> targets) {}

    /**
     * @param library opens the files
     * @param spectrum shows the first
     * @param fit takes the law
     * @param figure what is edited of the figure goes with the session
     * @param work reads and writes in the background
     */
    public SessionModel(
            LibraryModel library, SpectrumModel spectrum, FitModel fit, FigureModel figure, LatestTask work) {
        this.library = library;
        this.spectrum = spectrum;
        this.fit = fit;
        this.figure = figure;
        this.work = work;
        spectrum.shownProperty().addListener((source, old, shown) -> resume());
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
                    SessionFile.write(file, now.get().session(cancel));
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
        return WindowScene.of(spectrum, fit)
                .map(scene -> cancel -> scene.session(figure.editsProperty().get(), cancel));
    }

    /** A moment of the window that can become a session in the background. */
    @FunctionalInterface
    public interface Snapshot {
        /**
         * The session; reads the file for its checksum.
         *
         * @throws EigenscopeException if the file cannot be read, or the work was cancelled
         */
        Session session(CancelToken cancel) throws EigenscopeException;
    }

    /** Brings back the session in a file or in a figure. */
    public void open(Path file) {
        open(file, () -> {});
    }

    /** The same, and then something else, unless it failed. */
    public void open(Path file, Runnable afterwards) {
        work.submit(
                "Opening " + file.getFileName(),
                (progress, cancel) -> {
                    Session session = SessionFile.read(file);
                    return new Found(session, SessionInputs.locate(session, Optional.of(file), cancel));
                },
                new Reporting<Found>() {
                    @Override
                    public void succeeded(Found found) {
                        failure.set("");
                        show(found);
                        afterwards.run();
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

    private void show(Found found) {
        Session session = found.session();
        SeriesPlan first = session.panels().get(0).series().get(0);
        MatrixTarget target = found.targets().get(first.input());
        SpectrumOptions options = session.conventions().options();
        spectrum.adopt(options, target);
        spectrum.ordinateProperty().set(session.look().view());
        spectrum.logXProperty().set(session.look().x().scale() == AxisScale.LOG);
        spectrum.logYProperty().set(session.look().y().scale() == AxisScale.LOG);
        figure.restore(
                new FigureEdits(session.panels().get(0).title(), session.look().withColumns(1), session.page()));
        pending = Optional.of(new Pending(target, options, memory(first, session)));
        library.open(found.targets().stream().filter(t -> !t.equals(target)).toList());
        library.open(List.of(target));
        resume();
    }

    private static Optional<FitMemory> memory(SeriesPlan series, Session session) {
        Trims trims = new Trims(
                session.conventions().trimBottom(), session.conventions().trimTop());
        return series.laws().stream()
                .filter(law -> law.family() == LawFamily.HTMP || law.family() == LawFamily.INVERSE_HTMP)
                .findFirst()
                .map(law -> new FitMemory(
                        Orientation.of(law.family()), law.parameters(), locked(law), law.byHand(), trims));
    }

    /** What was held but not by hand was locked; of a law with all parameters given, all are by hand. */
    private static Set<Parameter> locked(LawPlan law) {
        Set<Parameter> locked = EnumSet.noneOf(Parameter.class);
        locked.addAll(law.held());
        locked.removeAll(law.byHand());
        return locked;
    }

    /** Once the session's spectrum is on screen, its law goes over it. */
    private void resume() {
        Optional<SpectrumModel.Shown> shown = spectrum.shownProperty().get();
        if (pending.isEmpty() || shown.isEmpty() || !isAwaited(shown.get())) {
            return;
        }
        Optional<FitMemory> law = pending.get().law();
        pending = Optional.empty();
        law.ifPresent(fit::resume);
    }

    private boolean isAwaited(SpectrumModel.Shown shown) {
        return shown.tensor().isAt(pending.get().target())
                && shown.options().equals(pending.get().options());
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Why the last session could not be saved or opened, empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
