package org.eigenscope.ui.models.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.query.RowWords;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.StudyMerge;

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

    /** The same, of a file that has to be there. */
    static OpenedStudy existing(Path file) throws BadInputException {
        if (!Files.exists(file)) {
            throw new BadInputException("There is no study " + file + ".");
        }
        return of(file);
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

    /**
     * Makes a study that can be written.
     *
     * @param file where; empty for memory
     */
    static OpenedStudy made(Optional<Path> file) throws BadInputException {
        OpenedStudy made = file.isPresent() ? of(file.get()) : of(StudyStore.inMemory(), List.of());
        Optional<String> reason = made.store().readOnly();
        if (reason.isPresent()) {
            close(made.store());
            throw new BadInputException(reason.get());
        }
        return made;
    }

    /** Copies a study to a file that is not there yet. */
    static OpenedStudy copied(StudyStore from, Path file) throws BadInputException {
        if (Files.exists(file)) {
            throw new BadInputException(file + " is there already; name a file that is not.");
        }
        StudyStore into = StudyStore.open(file);
        try {
            StudyMerge.copy(from, into);
        } catch (BadInputException failed) {
            close(into);
            throw failed;
        }
        return of(into);
    }

    /** A study and its rows, looked through. */
    static OpenedStudy of(StudyStore store, List<StudyRow> rows) {
        Fields fields = Fields.of(rows);
        return new OpenedStudy(store, rows, fields, new RowWords(fields).ahead(rows));
    }

    /** Whether two paths are of one file. */
    static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
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
