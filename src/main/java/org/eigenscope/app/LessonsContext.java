package org.eigenscope.app;

import java.util.Map;
import java.util.Objects;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.ui.lessons.LessonCatalog;
import org.eigenscope.ui.lessons.LessonsController;
import org.eigenscope.ui.lessons.LessonsModel;
import org.eigenscope.ui.lessons.StageController;
import org.eigenscope.ui.lessons.StageModel;
import org.eigenscope.ui.lessons.StageSamples;
import org.eigenscope.ui.lessons.TaskController;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.theme.ThemeModel;

/** The lessons and their stage. */
final class LessonsContext {
    private final LessonsModel lessons;
    private final ActivityModel drawing;

    private LessonsContext(LessonsModel lessons, ActivityModel drawing) {
        this.lessons = lessons;
        this.drawing = drawing;
    }

    /** Lessons over the shipped samples. */
    static LessonsContext create(
            Tasks tasks, Settings settings, MatrixLibrary files, SpectrumService spectra, LawFitter fitter) {
        StageSamples samples = new StageSamples(files, spectra, fitter, Samples::named);
        StageModel stage = new StageModel(samples, tasks.on(tasks.executors().interactive(), ActivityKind.DRAWING));
        return new LessonsContext(
                new LessonsModel(
                        stage,
                        new LessonCatalog(),
                        tasks.on(tasks.executors().files(), ActivityKind.OPENING),
                        settings),
                tasks.activity(ActivityKind.DRAWING));
    }

    LessonsModel lessons() {
        return lessons;
    }

    TabScreen screen(ThemeModel theme) {
        return new TabScreen(
                Objects.requireNonNull(LessonsController.class.getResource("Lessons.fxml")),
                Map.of(
                        LessonsController.class, () -> new LessonsController(lessons),
                        TaskController.class, () -> new TaskController(lessons),
                        StageController.class, () -> new StageController(lessons.stage(), theme, drawing)));
    }
}
