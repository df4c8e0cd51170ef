package org.eigenscope.study.survey;

import org.eigenscope.study.StudyRow;

/** Told of a survey as it goes on, on the threads that do the work, one at a time. */
public interface SurveyListener {
    /** Does nothing. */
    SurveyListener NONE = new SurveyListener() {};

    /** How a row came about. */
    enum Outcome {
        /** Its results were in the study. */
        FOUND,
        /** Its results were those of an equal matrix. */
        SHARED,
        COMPUTED,
        /** Nothing could be computed of it. */
        FAILED
    }

    /** The next row of the plan is whole; rows come in the plan's order. */
    default void row(StudyRow row, Outcome outcome) {}

    /** More rows are whole than before, in whatever order. */
    default void progress(SurveyProgress progress) {}
}
