package org.eigenscope.ui.models.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** What the table does besides showing rows: columns, CSV, and opening or pinning a row's spectrum. */
public final class TableModel {
    private final RowsModel rows;
    private final ColumnChoice columns;
    private final LatestTask saving;
    private final Verbs verbs;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");

    /**
     * What is done with a row elsewhere in the window.
     *
     * @param open shows its spectrum
     * @param pin draws the spectra of rows behind others, or not any more
     */
    public record Verbs(Consumer<StudyRow> open, Consumer<List<StudyRow>> pin) {}

    /**
     * @param rows the rows
     * @param columns the columns
     * @param saving writes files
     * @param verbs what is done with a row elsewhere
     */
    public TableModel(RowsModel rows, ColumnChoice columns, LatestTask saving, Verbs verbs) {
        this.rows = rows;
        this.columns = columns;
        this.saving = saving;
        this.verbs = verbs;
    }

    /** Shows the spectrum of a row in the Spectrum tab. */
    public void open(StudyRow row) {
        verbs.open().accept(row);
    }

    /** Pins the spectra of the chosen rows in the Spectrum tab, or those that are pinned not any more. */
    public void pin(Optional<StudyRow> focused) {
        List<StudyRow> chosen = rows.chosen();
        verbs.pin().accept(chosen.isEmpty() ? focused.stream().toList() : chosen);
    }

    /** Writes the table as it is shown. */
    public void saveCsv(Path file) {
        RowsCsv csv =
                new RowsCsv(columns.shownProperty().get(), rows.shownProperty().get());
        failure.set("");
        done.set("");
        saving.submit(
                "Saving " + file.getFileName(),
                (progress, cancel) -> {
                    csv.write(file);
                    return file;
                },
                new Outcome<Path>() {
                    @Override
                    public void succeeded(Path saved) {
                        done.set("Saved " + saved + ".");
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        failure.set(reason.getMessage());
                    }
                });
    }

    public void dismissFailure() {
        failure.set("");
    }

    public RowsModel rows() {
        return rows;
    }

    public ColumnChoice columns() {
        return columns;
    }

    /** Why the table could not be saved, a sentence; empty if it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was saved last; empty before. */
    public ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
