package org.eigenscope.ui.session;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.law.family.LawRole;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.figure.FigureEdits;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.figure.SheetScene;
import org.eigenscope.ui.fit.law.FitMemory;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Saves what is on screen as a session, and brings sessions back. */
public final class SessionModel {
    private final LibraryModel library;
    private final SpectrumModel spectrum;
    private final FitModel fit;
    private final FigureModel figure;
    private final ExtrasRestorer besides;
    private final SessionInputs inputs;
    private final LatestTask work;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private Optional<Found> pending = Optional.empty();

    /**
     * A session whose files were found.
     *
     * @param session what was saved
     * @param targets the places of its inputs
     * @param kept the spectrum of the ghost that was kept
     * @param sheet what is drawn of it where the window's own scene could not stand for it
     */
    private record Found(
            Session session, List<MatrixTarget> targets, Optional<Spectrum> kept, Optional<SheetScene> sheet) {
        SeriesPlan first() {
            return session.panels().get(0).series().get(0);
        }

        MatrixTarget target() {
            return targets.get(first().input());
        }

        boolean isAt(SpectrumModel.Shown shown) {
            return shown.tensor().isAt(target())
                    && shown.options().equals(session.conventions().options());
        }
    }

    /**
     * @param library opens the files
     * @param spectrum shows the first
     * @param fit takes the law
     * @param figure what is edited of the figure goes with the session
     * @param extras takes what is drawn besides
     * @param inputs reads the spectra of sheets and ghosts
     * @param work reads and writes in the background
     */
    public SessionModel(
            LibraryModel library,
            SpectrumModel spectrum,
            FitModel fit,
            FigureModel figure,
            ChartExtras extras,
            SessionInputs inputs,
            LatestTask work) {
        this.library = library;
        this.spectrum = spectrum;
        this.fit = fit;
        this.figure = figure;
        this.besides = new ExtrasRestorer(extras);
        this.inputs = inputs;
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
        return figure.moment().map(moment -> moment::session);
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

    /** Opens files and folders with matrices, and brings back the last of the sessions and figures among them. */
    public void openAll(List<MatrixTarget> targets) {
        Map<Boolean, List<MatrixTarget>> sorted = targets.stream()
                .collect(Collectors.partitioningBy(
                        target -> target.name().isEmpty() && SessionFile.isMeantBy(target.file())));
        library.open(sorted.get(false));
        sorted.get(true).stream().reduce((a, b) -> b).ifPresent(last -> open(last.file()));
    }

    /** The same for files dropped or chosen. */
    public void openPaths(List<Path> paths) {
        openAll(paths.stream()
                .map(path -> new MatrixTarget(path, Optional.empty()))
                .toList());
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
                    List<MatrixTarget> targets = SessionInputs.locate(session, Optional.of(file), cancel);
                    Optional<SheetScene> sheet = sheet(file, session, targets, progress, cancel);
                    Optional<Spectrum> kept =
                            sheet.isPresent() ? Optional.empty() : kept(session, targets, progress, cancel);
                    return new Found(session, targets, kept, sheet);
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

    private Optional<SheetScene> sheet(
            Path file, Session session, List<MatrixTarget> targets, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        if (!SheetScene.isNeededFor(session)) {
            return Optional.empty();
        }
        SessionSpectra spectra = inputs.read(session, targets, progress, cancel);
        return Optional.of(new SheetScene(file, session, targets, spectra));
    }

    /** The spectrum of the ghost that was kept, which no list of files would show. */
    private Optional<Spectrum> kept(
            Session session, List<MatrixTarget> targets, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Optional<GhostPlan> ghost = ExtrasRestorer.kept(session.series().get(0));
        return ghost.isEmpty()
                ? Optional.empty()
                : Optional.of(inputs.spectrum(
                        targets.get(ghost.get().input()),
                        ghost.get().conventions().orElseThrow(),
                        progress,
                        cancel));
    }

    /** Has the session's first spectrum shown, in the list of files as well; the rest waits for it. */
    private void show(Found found) {
        pending = Optional.of(found);
        spectrum.adopt(found.session().conventions().options(), found.target());
        library.open(found.targets().stream()
                .filter(target -> !target.equals(found.target()))
                .toList());
        library.open(List.of(found.target()));
        if (spectrum.shownProperty().get().filter(found::isAt).isPresent()) {
            resume();
        }
    }

    private static Optional<FitMemory> memory(SeriesPlan series, Session session) {
        Trims trims = new Trims(
                session.conventions().trimBottom(), session.conventions().trimTop());
        return series.laws().stream()
                .filter(law -> law.family().isHtmp())
                .findFirst()
                .map(law -> new FitMemory(
                        law.family().orientation().orElseThrow(), law.parameters(), locked(law), law.byHand(), trims));
    }

    /** What was held but not by hand was locked; of a law with all parameters given, all are by hand. */
    private static Set<Parameter> locked(LawPlan law) {
        Set<Parameter> locked = EnumSet.noneOf(Parameter.class);
        locked.addAll(law.held());
        locked.removeAll(law.byHand());
        return locked;
    }

    /** Once the session's spectrum is on screen, its law and its look are brought back. */
    private void resume() {
        Optional<SpectrumModel.Shown> shown = spectrum.shownProperty().get();
        Optional<Found> found = pending.filter(p -> shown.filter(p::isAt).isPresent());
        if (found.isPresent()) {
            pending = Optional.empty();
            restore(found.get());
        }
    }

    private void restore(Found found) {
        Session session = found.session();
        FigureLook look = session.look();
        spectrum.ordinateProperty().set(look.view());
        if (look.estimate().isEmpty()) {
            spectrum.logXProperty().set(look.x().scale() == AxisScale.LOG);
            spectrum.logYProperty().set(look.y().scale() == AxisScale.LOG);
        }
        spectrum.residualsShownProperty().set(session.screen().residuals());
        spectrum.hiddenProperty().set(look.names().hidden());
        if (found.sheet().isPresent()) {
            figure.restore(found.sheet().get());
        } else {
            // what was looked at is the chart's again, so that it can be moved there
            spectrum.zoomProperty().set(new Zoom(look.x().range(), look.y().range()));
            FigureLook free =
                    look.withAxes(look.x().withRange(Optional.empty()), look.y().withRange(Optional.empty()));
            figure.restore(
                    FigureEdits.of(session).withLook(free),
                    found.first().laws().stream().findFirst());
        }
        memory(found.first(), session).ifPresent(law -> {
            fit.resume(law);
            fit.league().resume(rivals(found.first()));
        });
        besides.restore(
                found.sheet().isPresent() ? plain(found.first()) : found.first(),
                session.screen(),
                found.targets(),
                found.kept());
    }

    /** What a sheet says besides is on the sheet, not on the chart. */
    private static SeriesPlan plain(SeriesPlan series) {
        return new SeriesPlan(series.input(), series.label(), series.at(), series.laws());
    }

    /** The laws of the league among those of a spectrum. */
    private static List<LawPlan> rivals(SeriesPlan series) {
        return series.laws().stream()
                .filter(law -> law.family().role() == LawRole.WITHOUT_REPULSION)
                .toList();
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Why the last session could not be saved or opened, empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
