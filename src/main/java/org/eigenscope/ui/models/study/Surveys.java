package org.eigenscope.ui.models.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eigenscope.study.survey.SurveyFile;

/** Makes studies of files. */
@FunctionalInterface
public interface Surveys {
    /**
     * Makes a study, shows it, and begins to compute.
     *
     * @param study its file, which may be there already; empty for memory
     * @param whenShown done once the study is on screen; not if it could not be made
     */
    void start(Optional<Path> study, List<SurveyFile> files, Runnable whenShown);

    /** Into the study on screen. */
    static Surveys of(StudyModel study, SurveyModel survey) {
        return (file, files, whenShown) -> study.create(file, store -> {
            whenShown.run();
            survey.survey(files);
        });
    }
}
