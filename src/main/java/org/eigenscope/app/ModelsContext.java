package org.eigenscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.Observable;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.document.DocumentKind;
import org.eigenscope.ui.document.DocumentOpener;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.models.ModelsController;
import org.eigenscope.ui.models.ModelsModel;
import org.eigenscope.ui.models.StudyBarController;
import org.eigenscope.ui.models.StudyVerbs;
import org.eigenscope.ui.models.plot.PlotModel;
import org.eigenscope.ui.models.plot.PlotOutput;
import org.eigenscope.ui.models.plot.PlotsController;
import org.eigenscope.ui.models.review.ReviewController;
import org.eigenscope.ui.models.review.ReviewModel;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.step.StepModel;
import org.eigenscope.ui.models.step.StepsController;
import org.eigenscope.ui.models.study.PinModel;
import org.eigenscope.ui.models.study.RowOpener;
import org.eigenscope.ui.models.study.SpectraModel;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.models.study.SurveyModel;
import org.eigenscope.ui.models.study.Surveys;
import org.eigenscope.ui.models.table.ColumnChoice;
import org.eigenscope.ui.models.table.RowsController;
import org.eigenscope.ui.models.table.TableModel;
import org.eigenscope.ui.session.StudyKeeper;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.spectrum.DrawnGhost;
import org.eigenscope.ui.spectrum.GhostModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.theme.ThemeModel;

/** The models of the Models tab, and what they ask of the rest of the window. */
final class ModelsContext implements AutoCloseable {
    private final Models window;
    private final ModelsModel models;
    private final ActivityModel reading;

    ModelsContext(Tasks tasks, Settings settings, Models window, GhostModel ghosts) {
        this.window = window;
        AppExecutors executors = tasks.executors();
        reading = tasks.activity(ActivityKind.STUDYING);
        RowsModel rows = new RowsModel();
        StudyModel study = new StudyModel(
                rows, tasks.on(executors.studies(), ActivityKind.STUDYING), executors.studies(), window.recent()::add);
        SurveyModel survey = new SurveyModel(
                study,
                unseen(tasks, executors.surveys()),
                new SurveyModel.Workers(
                        executors.surveyHelpers(), AppExecutors.surveyJobs(), executors.foregroundInBatches()));
        ReviewModel review = new ReviewModel(
                tasks.on(executors.studies(), ActivityKind.STUDYING),
                unseen(tasks, executors.studies()),
                Surveys.of(study, survey));
        StepModel steps = new StepModel(study, unseen(tasks, executors.studySpectra()));
        RowOpener opener = new RowOpener(study, new SpectrumTab(window), unseen(tasks, executors.studySpectra()));
        RowOpener beneath =
                new RowOpener(study, new SpectrumTab(window, false), unseen(tasks, executors.studySpectra()));
        PinModel pins = new PinModel(study, new ChartPins(ghosts), unseen(tasks, executors.studySpectra()));
        TableModel table = new TableModel(
                rows,
                new ColumnChoice(rows, settings),
                tasks.on(executors.studies(), ActivityKind.STUDYING),
                new TableModel.Verbs(opener::open, chosen -> pin(chosen, window, beneath, pins)));
        PlotModel plot = new PlotModel(
                study, steps, unseen(tasks, executors.studyPlots()), unseen(tasks, executors.studyStatistics()));
        PlotOutput output = new PlotOutput(plot, study::file, tasks.on(executors.studies(), ActivityKind.STUDYING));
        SpectraModel spectra = new SpectraModel(study, executors.studySpectra(), executors.foreground());
        models = new ModelsModel(
                study,
                survey,
                review,
                new ModelsModel.Views(table, plot, output, steps, spectra),
                window.library()::paths);
    }

    /** Pins rows; a chart that is empty shows the first of them, since pins are drawn over a spectrum. */
    private static void pin(List<StudyRow> chosen, Models window, RowOpener beneath, PinModel pins) {
        if (!chosen.isEmpty() && window.spectrum().shownProperty().get().isEmpty()) {
            beneath.open(chosen.get(0));
        }
        pins.toggle(chosen);
    }

    /** Work whose progress is shown otherwise, or is none to speak of. */
    private static LatestTask unseen(Tasks tasks, Executor background) {
        return new LatestTask(background, tasks.executors().foreground(), new ActivityModel(System::nanoTime));
    }

    /** Shows matrices in the Spectrum tab. */
    static final class SpectrumTab implements RowOpener.Receiver {
        private final Models window;
        private final boolean inFront;

        SpectrumTab(Models window) {
            this(window, true);
        }

        /** @param inFront whether the tab comes to the front */
        SpectrumTab(Models window, boolean inFront) {
            this.window = window;
            this.inFront = inFront;
        }

        private void front() {
            if (inFront) {
                window.main().tabProperty().set(MainTab.SPECTRUM);
            }
        }

        @Override
        public void open(MatrixTarget target) {
            window.library().open(List.of(target));
            front();
        }

        @Override
        public void show(SelectedTensor tensor, Spectrum spectrum) {
            window.spectrum().showKept(tensor, spectrum);
            front();
        }
    }

    /** Pinned spectra, which the Spectrum tab draws. */
    private record ChartPins(GhostModel ghosts) implements PinModel.Pins {
        @Override
        public boolean isPinned(String label) {
            return ghosts.isPinned(label);
        }

        @Override
        public void unpin(String label) {
            ghosts.unpin(label);
        }

        @Override
        public boolean pin(Optional<MatrixTarget> target, String label, Spectrum spectrum, StudyRow row) {
            return ghosts.pin(
                    target.map(place -> new DrawnGhost.Source(place, SpectrumOptions.withDefaults())),
                    label,
                    spectrum,
                    estimate(row));
        }

        private static DrawnGhost.Estimate estimate(StudyRow row) {
            return new DrawnGhost.Estimate(
                    row.cells().text(Column.LAW),
                    row.cells().number(Column.KAPPA),
                    row.cells().number(Column.KAPPA_LOW),
                    row.cells().number(Column.KAPPA_HIGH),
                    row.cells().has(Column.INTERVAL_METHOD));
        }
    }

    /** The study, for sessions. */
    StudyKeeper keeper() {
        return new StudySessions(models);
    }

    /** All that a session remembers of the study. */
    List<Observable> changes() {
        PlotModel plot = models.views().plot();
        return List.of(
                models.study().storeProperty(),
                models.study().settingsProperty(),
                models.study().conventionProperty(),
                models.rows().filterProperty(),
                plot.kindProperty(),
                plot.xProperty(),
                plot.yProperty(),
                plot.groupProperty(),
                plot.layerProperty(),
                plot.sidesProperty(),
                models.rows().selectedProperty(),
                models.views().steps().placeProperty());
    }

    /** What menu and tab do with studies. */
    StudyVerbs verbs() {
        return new StudyVerbs(models, () -> window.main().tabProperty().set(MainTab.MODELS));
    }

    /** What becomes of dropped files: over this tab those with matrices are listed for a new study. */
    Consumer<List<Path>> dropping(DocumentOpener documents) {
        return paths -> {
            boolean matrices = paths.stream()
                    .allMatch(
                            path -> DocumentKind.of(new MatrixTarget(path, Optional.empty())) == DocumentKind.MATRICES);
            if (matrices && window.main().tabProperty().get() == MainTab.MODELS) {
                verbs().list(paths);
            } else {
                documents.openPaths(paths);
            }
        };
    }

    /** Opens the study in a file, in the tab. */
    void openStudy(Path file) {
        window.main().tabProperty().set(MainTab.MODELS);
        models.study().open(file);
    }

    ModelsModel models() {
        return models;
    }

    TabScreen screen(ThemeModel theme) {
        return new TabScreen(
                Objects.requireNonNull(ModelsController.class.getResource("Models.fxml")),
                Map.of(
                        ModelsController.class,
                        () -> new ModelsController(models, verbs(), reading),
                        StudyBarController.class,
                        () -> new StudyBarController(models),
                        ReviewController.class,
                        () -> new ReviewController(models.review()),
                        RowsController.class,
                        () -> new RowsController(
                                models.views().table(), models.views().spectra()),
                        PlotsController.class,
                        () -> new PlotsController(
                                models.views().plot(),
                                models.views().output(),
                                theme,
                                models.views().table()::open),
                        StepsController.class,
                        () -> new StepsController(models.views().steps(), theme)));
    }

    @Override
    public void close() {
        models.study().closeNow();
    }
}
