package org.eigenscope.ui.lessons.script;

import java.util.Objects;

/**
 * A step: it sets the scene, asks for one thing, and explains when that is done.
 *
 * @param title its heading
 * @param scene Markdown shown from the start
 * @param stage what changes on the stage
 * @param task the one thing asked for
 * @param explanation Markdown shown once the task is done
 */
public record LessonStep(String title, String scene, StageScript stage, Task task, String explanation) {
    public LessonStep {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(scene, "scene");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(explanation, "explanation");
    }
}
