package org.eigenscope.study.survey;

/**
 * How far a survey is.
 *
 * @param done rows that are whole
 * @param total rows of the plan
 * @param failed rows of which nothing could be computed
 * @param secondsLeft about how long the rest takes; NaN as long as nobody knows
 */
public record SurveyProgress(int done, int total, int failed, double secondsLeft) {}
