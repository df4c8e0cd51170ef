package org.eigenscope.ui.lessons;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eigenscope.ui.lessons.script.Lesson;
import org.eigenscope.ui.settings.Settings;

/** Which lessons were gone through to their end, across starts of the program. */
final class LessonProgress {
    private static final String KEY = "lessons.done";
    private static final String SEPARATOR = ",";
    /** Settings hold short texts only. */
    private static final int LONGEST = 4000;

    private final Settings settings;
    private final Set<String> done = new LinkedHashSet<>();

    LessonProgress(Settings settings) {
        this.settings = settings;
        settings.get(KEY).ifPresent(text -> done.addAll(List.of(text.split(SEPARATOR))));
    }

    boolean isDone(Lesson lesson) {
        return done.contains(lesson.id());
    }

    void done(Lesson lesson) {
        if (done.add(lesson.id())) {
            String text = String.join(SEPARATOR, done);
            if (text.length() <= LONGEST) {
                settings.put(KEY, text);
            }
        }
    }
}
