package org.eigenscope.ui.session;

import java.util.Optional;
import org.eigenscope.session.StudyView;

/** The study in the window, as sessions know it. */
public interface StudyKeeper {
    /** A window without studies. */
    StudyKeeper NONE = new StudyKeeper() {
        @Override
        public Optional<StudyView> now() {
            return Optional.empty();
        }

        @Override
        public void restore(StudyView study) {
            // there is nowhere to show it
        }
    };

    /** What is shown; empty without a study in a file. */
    Optional<StudyView> now();

    /** Shows a study again. */
    void restore(StudyView study);
}
