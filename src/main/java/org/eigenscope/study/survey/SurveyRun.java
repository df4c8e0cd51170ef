package org.eigenscope.study.survey;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.survey.SurveyListener.Outcome;

/**
 * What a survey did.
 *
 * @param rows the rows of its plan, in order
 * @param outcomes how many of them came about how
 */
public record SurveyRun(List<StudyRow> rows, Map<Outcome, Integer> outcomes) {
    public SurveyRun {
        rows = List.copyOf(rows);
        outcomes = Map.copyOf(new EnumMap<>(outcomes));
    }

    /** How many rows came about in a way. */
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
