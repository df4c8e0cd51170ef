package org.eigenscope.ui.lessons.script;

import java.util.List;
import java.util.Objects;

/**
 * A lesson.
 *
 * @param id names it across starts of the program: the file's name without its ending
 * @param title what the list calls it
 * @param minutes about how long it takes
 * @param steps at least one
 */
public record Lesson(String id, String title, int minutes, List<LessonStep> steps) {
    public Lesson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps of lesson " + id + " is empty");
        }
    }

    /** The stage of a step: what the step sets, and what earlier steps set that it does not change. */
    public StageScript stageAt(int step) {
        StageScript stage = StageScript.EMPTY;
        for (int i = 0; i <= step; i++) {
            stage = stage.changedBy(steps.get(i).stage());
        }
        return stage;
    }
}
