package org.eigenscope.app;

import java.util.concurrent.Executor;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.figure.FigureOutput;
import org.eigenscope.ui.figure.InputKeeper;
import org.eigenscope.ui.figure.dialog.FigureActions;
import org.eigenscope.ui.figure.dialog.FigureNoticeController;
import org.eigenscope.ui.figure.dialog.FigureToolsController;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.session.SessionModel;
import org.eigenscope.ui.session.SessionRestorer;
import org.eigenscope.ui.session.StudyKeeper;
import org.eigenscope.ui.session.TrainingKeeper;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.spectrum.ChartExtras;

/**
 * What figures and sessions are made of, wired.
 *
 * @param figure what is drawn
 * @param output takes it out of the program
 * @param sessions saves and opens sessions
 * @param actions what menus and buttons do
 */
record FigureContext(FigureModel figure, FigureOutput output, SessionModel sessions, FigureActions actions)
        implements AutoCloseable {
    /**
     * What a session has beside the figure.
     *
     * @param studies knows the study in the window
     * @param trainings knows the fields of the training
     * @param inputs keeps what saved sessions are drawn from
     */
    record Keepers(StudyKeeper studies, TrainingKeeper trainings, InputKeeper inputs) {}

    static FigureContext create(
            Tasks tasks, Settings settings, Models models, ChartExtras extras, SessionInputs inputs, Keepers keepers) {
        Executor drawing = tasks.executors().figures();
        FigureModel figure = new FigureModel(
                models.spectrum(), models.fit(), extras, settings, tasks.on(drawing, ActivityKind.FIGURES));
        FigureOutput output = new FigureOutput(
                figure,
                settings,
                tasks.on(drawing, ActivityKind.SAVING),
                tasks.on(drawing, ActivityKind.FIGURES),
                keepers.inputs());
        SessionModel sessions = new SessionModel(
                figure,
                new SessionRestorer(models.library(), models.spectrum(), models.fit(), figure, extras),
                inputs,
                tasks.on(tasks.executors().sessions(), ActivityKind.SAVING),
                keepers.studies(),
                keepers.trainings(),
                keepers.inputs());
        FigureActions actions =
                new FigureActions(figure, output, sessions, models.theme(), tasks.activity(ActivityKind.FIGURES));
        return new FigureContext(figure, output, sessions, actions);
    }

    FigureToolsController tools() {
        return new FigureToolsController(output, actions);
    }

    FigureNoticeController notice() {
        return new FigureNoticeController(figure, actions, false);
    }

    @Override
    public void close() {
        output.close();
    }
}
