package org.eigenscope.app;

import java.util.concurrent.Executor;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;

/**
 * Makes the background tasks of the window.
 *
 * @param executors where they run
 * @param activities where their progress is shown
 */
record Tasks(AppExecutors executors, Activities activities) {
    /** A task that runs on an executor, reports to the JavaFX thread, and shows its progress under its kind. */
    LatestTask on(Executor background, ActivityKind kind) {
        return new LatestTask(background, executors.foreground(), activity(kind));
    }

    /** Where the progress of such work is shown. */
    ActivityModel activity(ActivityKind kind) {
        return activities.of(kind);
    }
}
