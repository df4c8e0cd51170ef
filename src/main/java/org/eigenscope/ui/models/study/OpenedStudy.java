package org.eigenscope.ui.models.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.StudyFolder;

/**
 * A study that is open, and its rows as they were then.
 *
 * @param store the study
 * @param rows every row
 */
record OpenedStudy(StudyStore store, List<StudyRow> rows) {
    OpenedStudy {
        Objects.requireNonNull(store, "store");
        rows = List.copyOf(rows);
    }

    /** Opens the study in a file; nothing stays open if it cannot be read. */
    static OpenedStudy of(Path file) throws BadInputException {
        return of(StudyStore.open(file));
    }

    /** Reads a study's rows; closes it if it cannot be read. */
    static OpenedStudy of(StudyStore store) throws BadInputException {
        try {
            return new OpenedStudy(store, store.rows());
        } catch (BadInputException unreadable) {
            close(store);
            throw unreadable;
        }
    }

    /** Closes a study that nobody looks at any more. */
    static void close(StudyStore store) {
        try {
            store.close();
        } catch (BadInputException alreadyGone) {
            // every row is whole on disk already
            return;
        }
    }

    Optional<Path> file() {
        return store.file();
    }

    /** How it names files. */
    StudyFolder folder() {
        return file().map(StudyFolder::of).orElseGet(() -> new StudyFolder(Path.of("")));
    }
}
