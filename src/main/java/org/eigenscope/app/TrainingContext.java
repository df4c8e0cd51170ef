package org.eigenscope.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.models.ModelsModel;
import org.eigenscope.ui.models.study.Surveys;
import org.eigenscope.ui.session.TrainingKeeper;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.theme.ThemeModel;
import org.eigenscope.ui.training.FormController;
import org.eigenscope.ui.training.PresetPageController;
import org.eigenscope.ui.training.ResultsController;
import org.eigenscope.ui.training.RunsController;
import org.eigenscope.ui.training.TrainingController;
import org.eigenscope.ui.training.form.TrainingForm;
import org.eigenscope.ui.training.model.IterationModel;
import org.eigenscope.ui.training.model.TrainingModel;
import org.eigenscope.ui.training.model.TrainingWorkers;
import org.eigenscope.ui.training.output.TrainingOutput;
import org.eigenscope.ui.training.preset.PresetLibrary;
import org.eigenscope.ui.training.preset.PresetsModel;

/** The models of the Training tab, and where its networks go. */
final class TrainingContext implements AutoCloseable {
    private final TrainingModel model;
    private final IterationModel iterations;
    private final TrainingOutput output;
    private final PresetsModel presets;
    private final ActivityModel writing;

    /** @param folder of the user, in which this window gets one of its own for matrices that are opened */
    TrainingContext(Tasks tasks, Models window, ModelsModel studies, LawFitter fitter, Path folder) {
        AppExecutors executors = tasks.executors();
        writing = tasks.activity(ActivityKind.KEEPING);
        TrainingWorkers workers = new TrainingWorkers(
                tasks.on(executors.observing(), ActivityKind.PREPARING),
                executors.training(),
                AppExecutors.surveyJobs(),
                executors.observing(),
                executors::observeLater,
                unseen(executors, executors.experiments()),
                new TrainingWorkers.Foreground(executors.foreground(), executors.foregroundInBatches()));
        model = new TrainingModel(workers, fitter);
        iterations = new IterationModel(model.runs(), workers.iterating());
        output = new TrainingOutput(
                model,
                tasks.on(executors.studies(), ActivityKind.KEEPING),
                folder.resolve("trained").resolve(UUID.randomUUID().toString()),
                receivers(window, studies));
        presets = new PresetsModel(model.form(), PresetLibrary.shipped().read().presets());
    }

    private static LatestTask unseen(AppExecutors executors, Executor background) {
        return new LatestTask(background, executors.foreground(), new ActivityModel(System::nanoTime));
    }

    private static TrainingOutput.Receivers receivers(Models window, ModelsModel studies) {
        ModelsContext.SpectrumTab spectrum = new ModelsContext.SpectrumTab(window);
        return new TrainingOutput.Receivers(
                spectrum::open,
                spectrum::show,
                (study, files) -> Surveys.of(studies.study(), studies.survey())
                        .start(
                                Optional.of(study),
                                files,
                                () -> window.main().tabProperty().set(MainTab.MODELS)));
    }

    /** The fields, for sessions. */
    TrainingKeeper keeper() {
        TrainingForm form = model.form();
        return new TrainingKeeper() {
            @Override
            public Map<String, String> now() {
                return form.isUsual() ? Map.of() : form.texts();
            }

            @Override
            public void restore(Map<String, String> fields) {
                form.fill(fields);
            }
        };
    }

    TrainingModel model() {
        return model;
    }

    TrainingOutput output() {
        return output;
    }

    PresetsModel presets() {
        return presets;
    }

    TabScreen screen(ThemeModel theme) {
        return new TabScreen(
                Objects.requireNonNull(TrainingController.class.getResource("Training.fxml")),
                Map.of(
                        TrainingController.class,
                        () -> new TrainingController(model, output, writing),
                        FormController.class,
                        () -> new FormController(model, presets),
                        ResultsController.class,
                        () -> new ResultsController(model, iterations, output, theme),
                        RunsController.class,
                        () -> new RunsController(model.runs(), theme),
                        PresetPageController.class,
                        () -> new PresetPageController(presets)));
    }

    @Override
    public void close() {
        model.close();
    }
}
