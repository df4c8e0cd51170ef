package org.eigenscope.study.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.FileFingerprint;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;

/**
 * A study in a file, or in memory. Every write is whole when the call returns, and a program that is ended at any moment leaves what
 * was whole before. Safe for many threads, which take turns. Every method throws {@link BadInputException} with a sentence if the file
 * cannot be read or written.
 */
public final class StudyStore implements AutoCloseable {
    /** The ending of a study's file. */
    public static final String ENDING = ".eigenstudy";

    private final String label;
    private final Optional<Path> file;
    private final StudyFile database;
    private final MatrixTable matrices;
    private final SpectrumTable spectra;
    private final ContentTable contents;
    private final RowReader rows;

    private StudyStore(String label, Optional<Path> file, StudyFile database) {
        this.label = label;
        this.file = file;
        this.database = database;
        Connection connection = database.connection();
        matrices = new MatrixTable(connection);
        spectra = new SpectrumTable(connection);
        contents = new ContentTable(connection);
        rows = new RowReader(connection);
    }

    /**
     * Opens a study to read and write, and makes it if it is not there. Where it cannot be written it is opened to be read alone, and
     * {@link #readOnly} says why.
     *
     * @throws BadInputException if it cannot be opened, is no study or one of a newer version
     */
    public static StudyStore open(Path file) throws BadInputException {
        try {
            return new StudyStore(file.toString(), Optional.of(file), StudyFile.open(file));
        } catch (SQLException failure) {
            throw StoreFailure.of(file.toString(), failure);
        }
    }

    /**
     * Opens a study to be read alone.
     *
     * @throws BadInputException if there is none, or it cannot be opened, is no study or one of a newer version
     */
    public static StudyStore openToRead(Path file) throws BadInputException {
        try {
            return new StudyStore(file.toString(), Optional.of(file), StudyFile.openToRead(file));
        } catch (SQLException failure) {
            throw StoreFailure.of(file.toString(), failure);
        }
    }

    /** A study that is gone when it is closed. */
    public static StudyStore inMemory() throws BadInputException {
        try {
            return new StudyStore("in memory", Optional.empty(), StudyFile.inMemory());
        } catch (SQLException failure) {
            throw StoreFailure.of("in memory", failure);
        }
    }

    /** The file, unless it is in memory. */
    public Optional<Path> file() {
        return file;
    }

    /** Why it can only be read, a sentence; empty if it can be written. */
    public Optional<String> readOnly() {
        return database.readOnly();
    }

    /** Something that SQLite does. */
    @FunctionalInterface
    private interface Query<T> {
        T run() throws SQLException;
    }

    private synchronized <T> T query(Query<T> query) throws BadInputException {
        try {
            return query.run();
        } catch (SQLException failure) {
            throw StoreFailure.of(label, failure);
        }
    }

    /** All of it or nothing. */
    private synchronized <T> T change(Query<T> change) throws BadInputException {
        if (readOnly().isPresent()) {
            throw new BadInputException(readOnly().get());
        }
        try {
            database.beginChange();
            try {
                T result = change.run();
                database.execute("COMMIT");
                return result;
            } catch (SQLException failure) {
                rollBack(failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw StoreFailure.of(label, failure);
        }
    }

    private void rollBack(SQLException failure) {
        try {
            database.execute("ROLLBACK");
        } catch (SQLException alreadyDone) {
            // a full disk makes SQLite roll back by itself
            failure.addSuppressed(alreadyDone);
        }
    }

    /** The results of a key, if they are there. */
    public Optional<Cells> result(StudyKey key) throws BadInputException {
        return query(() -> matrices.result(key));
    }

    /** The eigenvalues of a content under a convention, if they are there. */
    public Optional<Spectrum> spectrum(String content, String convention) throws BadInputException {
        return query(() -> spectra.find(content, convention));
    }

    /**
     * The digest of a tensor of a file that has not changed since it was taken, if it is there.
     *
     * @param source what the study calls the file
     */
    public Optional<String> content(String source, FileFingerprint of, String tensor) throws BadInputException {
        return query(() -> contents.find(source, of, tensor));
    }

    /**
     * Keeps the digest of a tensor.
     *
     * @param source what the study calls its file
     */
    public void putContent(String source, FileFingerprint of, String tensor, String content) throws BadInputException {
        change(() -> {
            contents.put(source, of, tensor, content);
            return null;
        });
    }

    /**
     * Keeps the results of a matrix, in place of those that it had, and gives the number of its row.
     *
     * @param spectrum its eigenvalues, if they are to be kept
     */
    public long put(StudyMatrix matrix, StudyKey key, Cells results, Optional<Spectrum> spectrum)
            throws BadInputException {
        return change(() -> {
            matrices.putResult(key, results);
            if (spectrum.isPresent()) {
                spectra.put(key.content(), key.convention(), spectrum.get());
            }
            return matrices.putRow(Cells.of(matrix), matrix.attributes(), key, Optional.empty());
        });
    }

    /** Keeps a matrix whose results are there already, under the same key, and gives the number of its row. */
    public long put(StudyMatrix matrix, StudyKey key) throws BadInputException {
        return change(() -> matrices.putRow(Cells.of(matrix), matrix.attributes(), key, Optional.empty()));
    }

    /** Keeps results of a row's matrix under other settings, beside the row, and gives the number of the new row. */
    public long put(StudyRow beside, StudyKey key, Cells results) throws BadInputException {
        Cells place = beside.cells().only(Column.ofMatrix());
        return change(() -> {
            matrices.putResult(key, results);
            return matrices.putRow(place, beside.attributes(), key, Optional.empty());
        });
    }

    /**
     * Keeps a matrix that nothing could be computed of, and gives the number of its row.
     *
     * @param settings a key, whose content does not count
     * @param reason why, a sentence
     */
    public long putFailure(StudyMatrix matrix, StudyKey settings, String reason) throws BadInputException {
        StudyKey none = new StudyKey("", settings.convention(), settings.options());
        return change(() -> matrices.putRow(Cells.of(matrix), matrix.attributes(), none, Optional.of(reason)));
    }

    /**
     * Copies a row of another study, with its results and eigenvalues. A row of the same matrix and settings that has results gives way
     * to one that has results, too.
     *
     * @param from the study that it is of
     * @param source what its file is called in this one
     */
    public void putCopy(StudyRow row, StudyStore from, String source) throws BadInputException {
        Optional<Cells> results = row.isFailed() ? Optional.empty() : from.result(row.key());
        Optional<Spectrum> spectrum =
                from.spectrum(row.key().content(), row.key().convention());
        Cells place = row.cells().only(Column.ofMatrix()).with(new Cells(Map.of(Column.SOURCE, source)));
        change(() -> {
            if (results.isPresent()) {
                matrices.putResult(row.key(), results.get());
            } else if (matrices.hasResult(place, row.key())) {
                return null;
            }
            if (spectrum.isPresent()) {
                spectra.put(row.key().content(), row.key().convention(), spectrum.get());
            }
            Optional<String> failure =
                    Optional.of(row.cells().text(Column.SKIPPED)).filter(text -> row.isFailed());
            return matrices.putRow(place, row.attributes(), row.key(), failure);
        });
    }

    /**
     * Keeps a row that another program computed. A row of the same matrix and settings that has results gives way to one that has
     * results, too.
     *
     * @param row its cells, attributes and key; its number does not count
     * @param spectrum its eigenvalues, if they are there
     */
    public void putForeign(StudyRow row, Optional<Spectrum> spectrum) throws BadInputException {
        Cells place = row.cells().only(Column.ofMatrix());
        change(() -> {
            if (!row.isFailed()) {
                matrices.putResult(row.key(), row.cells().only(Column.ofResult()));
            } else if (matrices.hasResult(place, row.key())) {
                return null;
            }
            if (spectrum.isPresent() && !row.isFailed()) {
                spectra.put(row.key().content(), row.key().convention(), spectrum.get());
            }
            Optional<String> failure =
                    Optional.of(row.cells().text(Column.SKIPPED)).filter(text -> row.isFailed());
            return matrices.putRow(place, row.attributes(), row.key(), failure);
        });
    }

    /** Makes the view {@code survey} of the file anew, for programs that read it; to be called when rows have been added. */
    public void refreshView() throws BadInputException {
        change(() -> {
            matrices.putView();
            return null;
        });
    }

    /** The names of all attributes, sorted. */
    public List<String> attributeNames() throws BadInputException {
        return query(matrices::attributeNames);
    }

    /** Every row, in the order in which they came, one at a time. */
    public void forEach(Consumer<StudyRow> visitor) throws BadInputException {
        query(() -> {
            rows.forEach(visitor);
            return null;
        });
    }

    /** Every row, in the order in which they came. */
    public List<StudyRow> rows() throws BadInputException {
        List<StudyRow> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /** The rows as columns, each of which is read when it is asked for. */
    public StudyTable table() throws BadInputException {
        return new StudyTable(this, query(rows::ids));
    }

    List<Object> column(Column column) throws BadInputException {
        return query(() -> rows.column(column));
    }

    Map<Long, String> attribute(String name) throws BadInputException {
        return query(() -> rows.attribute(name));
    }

    @Override
    public synchronized void close() throws BadInputException {
        try {
            database.close();
        } catch (SQLException failure) {
            throw StoreFailure.of(label, failure);
        }
    }
}
