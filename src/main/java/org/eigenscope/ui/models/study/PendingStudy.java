package org.eigenscope.ui.models.study;

import java.util.Optional;
import org.eigenscope.study.store.StudyStore;

/** Holds what a job opened until somebody takes it; what nobody takes is closed by the next job. */
final class PendingStudy {
    private Optional<StudyStore> held = Optional.empty();

    synchronized void hold(StudyStore opened) {
        held.ifPresent(OpenedStudy::close);
        held = Optional.of(opened);
    }

    synchronized void take() {
        held = Optional.empty();
    }

    synchronized void closeAny() {
        held.ifPresent(OpenedStudy::close);
        held = Optional.empty();
    }
}
