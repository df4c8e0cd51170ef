package org.eigenscope.app;

import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.figure.FigureOutput;
import org.eigenscope.ui.figure.dialog.FigureActions;
import org.eigenscope.ui.figure.dialog.FigureNoticeController;
import org.eigenscope.ui.figure.dialog.FigureToolsController;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.session.SessionModel;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;

/**
 * What figures and sessions are made of, wired.
 *
 * @param figure what is drawn
 * @param output takes it out of the program
 * @param sessions saves and opens sessions
 * @param verbs what menus and buttons do
 */
record FigureContext(FigureModel figure, FigureOutput output, SessionModel sessions, FigureActions verbs)
        implements AutoCloseable {
    static FigureContext create(
            AppExecutors executors,
            Activities activities,
            Settings settings,
            Models models,
            ChartExtras extras,
            SessionInputs inputs) {
        FigureModel figure = new FigureModel(
                models.spectrum(), models.fit(), extras, settings, drawing(executors, activities.figures()));
        FigureOutput output = new FigureOutput(
                figure, settings, drawing(executors, activities.saving()), drawing(executors, activities.figures()));
        SessionModel sessions = new SessionModel(
                models.library(),
                models.spectrum(),
                models.fit(),
                figure,
                extras,
                inputs,
                new LatestTask(executors.sessions(), executors.foreground(), activities.saving()));
        FigureActions verbs = new FigureActions(figure, output, sessions, models.theme(), activities.figures());
        return new FigureContext(figure, output, sessions, verbs);
    }

    private static LatestTask drawing(AppExecutors executors, ActivityModel activity) {
        return new LatestTask(executors.figures(), executors.foreground(), activity);
    }

    FigureToolsController tools() {
        return new FigureToolsController(output, verbs);
    }

    FigureNoticeController notice() {
        return new FigureNoticeController(figure, verbs, false);
    }

    @Override
    public void close() {
        output.close();
    }
}
