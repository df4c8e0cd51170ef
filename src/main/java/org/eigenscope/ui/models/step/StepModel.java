package org.eigenscope.ui.models.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.MatrixOverSteps;
import org.eigenscope.study.query.StepRows;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The step that is looked at, of the steps of a study, and the spectra of the chosen layer along them. */
public final class StepModel {
    private static final double SECONDS_OF_A_PASS = 1.7;
    private static final double LEAST_RATE = 2;
    private static final double GREATEST_RATE = 60;

    private final StudyModel study;
    private final RowsModel rows;
    private final LatestTask work;
    private final ReadOnlyObjectWrapper<double[]> steps = new ReadOnlyObjectWrapper<>(this, "steps", new double[0]);
    private final IntegerProperty place = new SimpleIntegerProperty(this, "place");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final ReadOnlyObjectWrapper<EsdSeries> series =
            new ReadOnlyObjectWrapper<>(this, "series", EsdSeries.EMPTY);
    private final ReadOnlyStringWrapper note =
            new ReadOnlyStringWrapper(this, "note", "Choose a row to see its spectrum.");
    private Optional<Field> field = Optional.empty();
    private Optional<MatrixOverSteps> layer = Optional.empty();
    private double part;
    /** The step that a session asks for, until there are steps. */
    private double asked = Double.NaN;

    /**
     * @param study keeps the spectra
     * @param work reads them
     */
    public StepModel(StudyModel study, LatestTask work) {
        this.study = study;
        this.rows = study.rows();
        this.work = work;
        rows.allProperty().addListener((source, old, now) -> look(now));
        rows.selectedProperty().addListener((source, old, now) -> choose());
        place.addListener((source, old, now) -> point());
        study.storeProperty().addListener((source, old, now) -> forget());
    }

    private void forget() {
        work.cancel();
        layer = Optional.empty();
        asked = Double.NaN;
        steps.set(new double[0]);
        playing.set(false);
        series.set(EsdSeries.EMPTY);
        note.set("Choose a row to see its spectrum.");
    }

    /** Which steps there are; the one that was looked at stays if it is still there. */
    private void look(List<StudyRow> all) {
        field = StepRows.column(all).map(Field::of);
        double[] found = field.map(now -> all.stream()
                        .mapToDouble(now::number)
                        .filter(Double::isFinite)
                        .distinct()
                        .sorted()
                        .toArray())
                .orElse(new double[0]);
        if (!Arrays.equals(found, steps.get())) {
            double before = step();
            steps.set(found);
            // a study begins with what training led to
            double fresh = Double.isNaN(before) ? Double.POSITIVE_INFINITY : before;
            goTo(Double.isNaN(asked) ? fresh : asked);
        }
        if (layer.isPresent()) {
            load();
        } else {
            choose();
        }
    }

    private void choose() {
        List<StudyRow> chosen = rows.chosen();
        Optional<StudyRow> first = chosen.stream().findFirst();
        if (first.isEmpty()) {
            return;
        }
        MatrixOverSteps now = MatrixOverSteps.of(first.get());
        field.map(step -> step.number(first.get())).filter(Double::isFinite).ifPresent(this::goTo);
        if (!layer.equals(Optional.of(now))) {
            layer = Optional.of(now);
            load();
        }
    }

    /** The chosen matrix along training; empty if none is. */
    public Optional<MatrixOverSteps> matrix() {
        return layer;
    }

    private List<StudyRow> rowsOf(MatrixOverSteps wanted) {
        List<StudyRow> own = new ArrayList<>();
        for (StudyRow row : rows.allProperty().get()) {
            if (MatrixOverSteps.of(row).equals(wanted)) {
                own.add(row);
            }
        }
        field.ifPresent(step -> {
            own.removeIf(row -> !Double.isFinite(step.number(row)) && own.size() > 1);
            own.sort(Comparator.comparingDouble(step::number));
        });
        return own;
    }

    private void load() {
        Optional<StudyStore> store = study.storeProperty().get();
        MatrixOverSteps wanted = layer.orElseThrow();
        if (store.isEmpty()) {
            return;
        }
        List<StudyRow> own = rowsOf(wanted);
        String label = wanted.run().isEmpty() ? wanted.tensor() : wanted.run() + "  " + wanted.tensor();
        work.submit("Reading spectra", new EsdJob(store.get(), label, own, field), new Outcome<EsdSeries>() {
            @Override
            public void succeeded(EsdSeries result) {
                series.set(result);
                note.set(result.isEmpty() ? "The study keeps no eigenvalues of this matrix." : "");
                point();
            }

            @Override
            public void failed(EigenscopeException reason) {
                series.set(EsdSeries.EMPTY);
                note.set(reason.getMessage());
            }
        });
    }

    /** Goes to the last step that is not after the given one. */
    public void goTo(double step) {
        asked = Double.isFinite(step) ? step : Double.NaN;
        int found = 0;
        for (int i = 0; i < steps.get().length; i++) {
            if (steps.get()[i] <= step) {
                found = i;
            }
        }
        if (steps.get().length > 0) {
            place.set(found);
        }
    }

    /** Marks the row whose spectrum is shown. */
    private void point() {
        rows.hoveredProperty()
                .set(frame().map(frame -> OptionalLong.of(frame.row())).orElse(OptionalLong.empty()));
    }

    /** Time passes while it plays; at the end it begins again. */
    public void pulse(double seconds) {
        int count = steps.get().length;
        if (!playing.get() || count < 2) {
            return;
        }
        double rate = Math.max(LEAST_RATE, Math.min(GREATEST_RATE, count / SECONDS_OF_A_PASS));
        part += seconds * rate;
        int whole = (int) part;
        part -= whole;
        if (whole > 0) {
            place.set((place.get() + whole) % count);
        }
    }

    /** The step that is looked at; NaN without any. */
    public double step() {
        int at = place.get();
        return at >= 0 && at < steps.get().length ? steps.get()[at] : Double.NaN;
    }

    /** What steps are called; empty without any. */
    public Optional<Field> field() {
        return field;
    }

    /** The picture of the chosen layer at the step. */
    public Optional<EsdSeries.Frame> frame() {
        EsdSeries now = series.get();
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(Double.isNaN(step()) ? now.frames().get(0) : now.at(step()));
    }

    /** The steps, ascending; not to be written to. */
    public ReadOnlyObjectProperty<double[]> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** Which of the steps is looked at, from 0. */
    public IntegerProperty placeProperty() {
        return place;
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /** The chosen layer along its steps. */
    public ReadOnlyObjectProperty<EsdSeries> seriesProperty() {
        return series.getReadOnlyProperty();
    }

    /** Why there is no picture, a sentence; empty if there is one. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
