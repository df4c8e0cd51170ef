package org.eigenscope.ui.models.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;

/** A study's models without a toolkit, whose background work runs when the test says so. */
public final class StudyBench {
    public final ManualExecutor files = new ManualExecutor();
    public final ManualExecutor surveys = new ManualExecutor();
    public final ManualExecutor soon = new ManualExecutor();
    public final List<Path> opened = new ArrayList<>();
    public final RowsModel rows = new RowsModel();
    public final StudyModel study = new StudyModel(rows, task(files), Runnable::run, opened::add);
    public final SurveyModel survey =
            new SurveyModel(study, task(surveys), new SurveyModel.Workers(Runnable::run, 1, soon));

    public static LatestTask task(ManualExecutor executor) {
        return new LatestTask(executor, executor, new ActivityModel(() -> 0));
    }

    /** With the study of a file on screen. */
    public StudyBench showing(Path file) {
        study.open(file);
        files.runAll();
        return this;
    }

    /** The rows that are shown. */
    public List<StudyRow> shown() {
        return rows.shownProperty().get();
    }
}
