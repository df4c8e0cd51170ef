package org.eigenscope.ui.repulsion.structure;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eigenscope.analysis.StructureMeasurement;
import org.eigenscope.ensemble.structure.StructuredEnsemble;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The table of structures: each is drawn and measured in turn, and its row appears when it is done. */
public final class StructureTableModel {
    /** Draws of each structure; few, because the largest take seconds. */
    public static final int DRAWS = 5;

    private static final List<StructuredEnsemble> ENSEMBLES = StructuredEnsemble.gallery();

    private final LawFitter fitter;
    private final LatestTask measuring;
    private final IntegerProperty size = new SimpleIntegerProperty(this, "size", 200);
    private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
    private final ObservableList<StructureMeasurement> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    /**
     * @param fitter measures κ̂
     * @param measuring runs in the background
     */
    public StructureTableModel(LawFitter fitter, LatestTask measuring) {
        this.fitter = fitter;
        this.measuring = measuring;
    }

    /** Draws and measures every structure again; rows appear as they are done. */
    public void measure() {
        rows.clear();
        message.set("");
        running.set(true);
        measureFrom(0, size.get(), seed.get());
    }

    /** Stops; the rows that are done stay. */
    public void stop() {
        measuring.cancel();
        running.set(false);
    }

    private void measureFrom(int index, int n, long firstSeed) {
        if (index == ENSEMBLES.size()) {
            running.set(false);
            return;
        }
        StructuredEnsemble ensemble = ENSEMBLES.get(index);
        if (ensemble.objection(n).isPresent()) {
            skip(
                    index,
                    n,
                    firstSeed,
                    ensemble.label() + ": " + ensemble.objection(n).orElse(""));
            return;
        }
        measuring.submit(
                "Measuring " + ensemble.label(),
                (progress, cancel) -> StructureMeasurement.of(ensemble, n, DRAWS, firstSeed, fitter, cancel),
                new Outcome<StructureMeasurement>() {
                    @Override
                    public void succeeded(StructureMeasurement row) {
                        rows.add(row);
                        measureFrom(index + 1, n, firstSeed);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        skip(index, n, firstSeed, ensemble.label() + ": " + reason.getMessage());
                    }
                });
    }

    private void skip(int index, int n, long firstSeed, String why) {
        message.set(message.get().isEmpty() ? why : message.get() + "\n" + why);
        measureFrom(index + 1, n, firstSeed);
    }

    /** n of all matrices. */
    public IntegerProperty sizeProperty() {
        return size;
    }

    /** The first of the seeds. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** The structures measured so far. */
    public ObservableList<StructureMeasurement> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Which structures were left out and why; empty if none. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
