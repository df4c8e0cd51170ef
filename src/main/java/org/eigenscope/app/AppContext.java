package org.eigenscope.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.prefs.Preferences;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.stage.Stage;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.app.recovery.Autosave;
import org.eigenscope.app.recovery.Recovery;
import org.eigenscope.error.BadInputException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.document.DocumentOpener;
import org.eigenscope.ui.fit.PhaseModel;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.lessons.LessonsModel;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.main.MainModel;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.main.RecentFilesModel;
import org.eigenscope.ui.models.ModelsModel;
import org.eigenscope.ui.receive.KeptSpectra;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.session.SessionModel;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.theme.ThemeModel;
import org.eigenscope.ui.watch.FolderWatch;

/** All parts of the window, wired by constructors. */
public final class AppContext implements AutoCloseable {
    private final AppExecutors executors = new AppExecutors();
    private final MatrixLibrary files = new MatrixLibrary(new MatrixFileOpener());
    private final Activities activities = new Activities(System::nanoTime);
    private final Tasks tasks = new Tasks(executors, activities);
    private final Models models;
    private final ChartContext chart;
    private final LessonsContext lessons;
    private final LabContext lab;
    private final ModelsContext studies;
    private final TrainingContext training;
    private final FigureContext figures;
    private final DocumentOpener documents;
    private final Optional<Autosave> autosave;
    private final BridgeContext bridge;
    private final WindowMemory memory;

    private AppContext(Settings settings, Optional<Path> autosaveFolder) {
        memory = new WindowMemory(settings, executors.autosave());
        RecentFilesModel recent = new RecentFilesModel(settings);
        LibraryModel library = new LibraryModel(
                files, tasks.on(executors.files(), ActivityKind.OPENING), path -> remember(recent, path));
        SpectrumService spectra = new SpectrumService(new SpectrumCalculator(), this::received);
        DragState drag = new DragState(executors.foregroundSoon());
        SpectrumModel spectrum = new SpectrumModel(spectra, tasks.on(executors.spectra(), ActivityKind.LOADING), drag);
        LawFitter fitter = new SpectralFitter();
        LeagueModel league = new LeagueModel(fitter, tasks.on(executors.fits(), ActivityKind.COMPARING));
        FitModel fit = new FitModel(fitter, tasks.on(executors.interactive(), ActivityKind.REFITTING), league, drag);
        chart = ChartContext.create(tasks, spectrum, fit, fitter);
        PhaseModel phase = new PhaseModel(tasks.on(executors.diagnoses(), ActivityKind.DIAGNOSING));
        MainModel main = new MainModel(library, spectrum, fit, phase, activities.of(ActivityKind.REFITTING));
        lessons = LessonsContext.create(tasks, settings, files, spectra, fitter);
        models = new Models(main, library, spectrum, fit, new ThemeModel(settings), recent);
        lessons.lessons().presentingProperty().bindBidirectional(models.theme().presentingProperty());
        lab = new LabContext(executors, settings, fitter);
        lab.follow(models);
        studies = new ModelsContext(tasks, settings, models, chart.extras().ghosts());
        training = new TrainingContext(
                tasks, models, studies.models(), fitter, autosaveFolder.orElseGet(Autosave::usualFolder));
        figures = FigureContext.create(
                tasks,
                settings,
                models,
                chart.extras(),
                new SessionInputs(spectra),
                new FigureContext.Keepers(
                        studies.keeper(), training.keeper(), (session, cancel) -> keeper().keep(session, cancel)));
        documents = new DocumentOpener(library::open, figures.sessions()::open, studies::openStudy);
        autosave = autosaveFolder.map(folder -> new Autosave(
                folder,
                executors.autosave(),
                sentence -> executors.foreground().execute(() -> reportUnlessEmpty(sentence))));
        bridge = new BridgeContext(
                models, studies.models().study(), executors, autosaveFolder.orElseGet(Autosave::usualFolder));
        new FolderWatch(
                main.watching(),
                library,
                new FolderWatch.Studies(
                        studies.models().study(), studies.models().survey()),
                new FolderWatch.Looks(unseen(executors.looks()), unseen(executors.nextLooks())),
                recent::add);
        report(figures.output().failureProperty());
        report(figures.sessions().failureProperty());
    }

    /** Work that is told of otherwise. */
    private LatestTask unseen(Executor background) {
        return new LatestTask(background, executors.foreground(), new ActivityModel(System::nanoTime));
    }

    /** What was received will not be there to be opened again. */
    private void remember(RecentFilesModel recent, Path path) {
        if (!bridge.holds(path)) {
            recent.add(path);
        }
    }

    private Optional<Spectrum> received(Path file) {
        return bridge.spectrum(file);
    }

    private KeptSpectra keeper() {
        return bridge.kept();
    }

    /** Shows failures that belong to no pane above the list of files. */
    private void report(ReadOnlyStringProperty failure) {
        failure.addListener((source, old, sentence) -> reportUnlessEmpty(sentence));
    }

    private void reportUnlessEmpty(String sentence) {
        if (!sentence.isEmpty()) {
            models.library().report(sentence);
        }
    }

    /** The application with the user's settings. */
    public static AppContext create() {
        Settings settings = new PreferencesSettings(Preferences.userRoot().node("org/eigenscope"));
        return new AppContext(settings, Optional.of(Autosave.usualFolder()));
    }

    /** The application with settings of the caller's, and without autosave. */
    public static AppContext create(Settings settings) {
        return new AppContext(settings, Optional.empty());
    }

    /** The application with settings of the caller's, and autosave in a folder of the caller's. */
    static AppContext create(Settings settings, Path autosave) {
        return new AppContext(settings, Optional.of(autosave));
    }

    /**
     * Shows the window.
     *
     * @param arguments files to open, {@code FILE} or {@code FILE#NAME}; without any a sample is shown
     */
    public void show(Stage stage, List<String> arguments) {
        new MainWindow(models, documents, chart, figures, studies, tabs(), activities).show(stage);
        memory.follow(stage, models.main());
        List<MatrixTarget> targets = parse(arguments);
        models.library().openSamples(Samples.find(), targets.isEmpty());
        documents.open(targets);
        autosave.ifPresent(keeper -> new Recovery(
                        keeper, figures.sessions(), models.library(), documents, stage, () -> keep(keeper))
                .offer(executors.autosave(), executors.foreground()));
        autosave.ifPresent(this::follow);
    }

    /** The screens of the tabs beside the spectrum's. */
    private Map<MainTab, TabScreen> tabs() {
        return Map.of(
                MainTab.MODELS, studies.screen(models.theme()),
                MainTab.REPULSION, lab.screen(models.theme()),
                MainTab.TRAINING, training.screen(models.theme()),
                MainTab.LESSONS, lessons.screen(models.theme()));
    }

    /** Saves the session from now on, after every change of what a session holds. */
    private void follow(Autosave keeper) {
        InvalidationListener keep = source -> keep(keeper);
        models.library().files().addListener(keep);
        models.library().folders().addListener(keep);
        models.spectrum().shownProperty().addListener(keep);
        models.fit().lastFitProperty().addListener(keep);
        models.fit().curvesProperty().addListener(keep);
        models.spectrum().xScaleProperty().addListener(keep);
        models.spectrum().logYProperty().addListener(keep);
        models.spectrum().ordinateProperty().addListener(keep);
        models.spectrum().zoomProperty().addListener(keep);
        models.spectrum().residualsShownProperty().addListener(keep);
        models.spectrum().hiddenProperty().addListener(keep);
        studies.changes().forEach(change -> change.addListener(keep));
        training.model().form().changes().forEach(change -> change.addListener(keep));
        chart.extras().changes().forEach(change -> change.addListener(keep));
        figures.figure().onEdited(() -> keep(keeper));
    }

    private void keep(Autosave keeper) {
        List<Path> paths = new ArrayList<>(models.library().paths());
        studies.models().study().file().ifPresent(paths::add);
        Optional<SessionModel.Snapshot> snapshot = figures.sessions()
                .snapshot()
                .map(now -> cancel -> bridge.kept().keepForNow(now.session(cancel), cancel));
        keeper.keep(snapshot, paths);
    }

    private List<MatrixTarget> parse(List<String> arguments) {
        List<MatrixTarget> targets = new ArrayList<>();
        for (String argument : arguments) {
            try {
                targets.add(MatrixTarget.parse(argument));
            } catch (BadInputException failure) {
                models.library().report(failure.getMessage());
            }
        }
        return targets;
    }

    /** The models, for tests and tools that drive the window. */
    public Models models() {
        return models;
    }

    /** The lessons, for tests and tools that drive the window. */
    public LessonsModel lessons() {
        return lessons.lessons();
    }

    /** The repulsion lab, for tests and tools that drive the window. */
    public LabModel lab() {
        return lab.lab();
    }

    /** The studies, for tests and tools that drive the window. */
    public ModelsModel studies() {
        return studies.models();
    }

    /** The trainings, for tests and tools that drive the window. */
    TrainingContext training() {
        return training;
    }

    /** The figures, for tools that save them. */
    FigureContext figures() {
        return figures;
    }

    /** What keeps the session, for tests that kill the window. */
    Optional<Autosave> autosave() {
        return autosave;
    }

    /** What the window receives, for tests and for what shows it. */
    BridgeContext bridge() {
        return bridge;
    }

    /** The sessions, for tests and tools that drive the window. */
    public SessionModel sessions() {
        return figures.sessions();
    }

    @Override
    public void close() {
        autosave.ifPresent(Autosave::close);
        bridge.close();
        training.close();
        executors.close();
        studies.close();
        figures.close();
        files.close();
    }
}
