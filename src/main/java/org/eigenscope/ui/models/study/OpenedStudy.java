package org.eigenscope.ui.models.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.query.RowWords;
import org.eigenscope.study.store.StudyStore;

/**
 * A study that is open, and its rows as they were then.
 *
 * @param store the study
 * @param rows every row
 * @param fields what can be asked of them
 * @param words their texts
 */
record OpenedStudy(StudyStore store, List<StudyRow> rows, Fields fields, RowWords words) {
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
            return OpenedStudy.of(store, store.rows());
        } catch (BadInputException unreadable) {
            close(store);
            throw unreadable;
        }
    }

    /** A study and its rows, looked through. */
    static OpenedStudy of(StudyStore store, List<StudyRow> rows) {
        Fields fields = Fields.of(rows);
        return new OpenedStudy(store, rows, fields, new RowWords(fields).ahead(rows));
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
}
