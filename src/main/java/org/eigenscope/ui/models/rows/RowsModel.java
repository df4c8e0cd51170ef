package org.eigenscope.ui.models.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.query.RowFilter;
import org.eigenscope.study.query.RowWords;

/**
 * The rows that table and plots show: filtered, sorted, and which of them are chosen. Rows are told apart by their numbers, so that a
 * choice outlives sorting, filtering and new results. Belongs to the foreground thread.
 */
public final class RowsModel {
    private final ReadOnlyObjectWrapper<List<StudyRow>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private final ReadOnlyObjectWrapper<List<StudyRow>> shown = new ReadOnlyObjectWrapper<>(this, "shown", List.of());
    private final ReadOnlyObjectWrapper<Fields> fields = new ReadOnlyObjectWrapper<>(this, "fields", Fields.OF_COLUMNS);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper applied = new ReadOnlyStringWrapper(this, "applied", "");
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper(this, "objection", "");
    private final ObjectProperty<RowOrder> order = new SimpleObjectProperty<>(this, "order", RowOrder.NONE);
    private final ObjectProperty<Set<Long>> selected = new SimpleObjectProperty<>(this, "selected", Set.of());
    private final ObjectProperty<OptionalLong> hovered =
            new SimpleObjectProperty<>(this, "hovered", OptionalLong.empty());
    private RowWords words = new RowWords(Fields.OF_COLUMNS);
    private Optional<RowFilter> reading = Optional.empty();

    public RowsModel() {
        filter.addListener((source, old, text) -> {
            read();
            arrange();
        });
        order.addListener((source, old, now) -> arrange());
    }

    /** Shows the rows of another study; none is chosen. */
    public void show(List<StudyRow> rows, Fields known) {
        show(rows, known, new RowWords(known));
    }

    /**
     * Shows the rows of another study; none is chosen.
     *
     * @param texts of the rows, put together ahead
     */
    public void show(List<StudyRow> rows, Fields known, RowWords texts) {
        selected.set(Set.of());
        hovered.set(OptionalLong.empty());
        words = texts;
        fields.set(known);
        // what is sorted by may be an attribute that is not there any more
        order.set(new RowOrder(order.get().keys().stream()
                .filter(key -> known.all().contains(key.field()))
                .toList()));
        all.set(List.copyOf(rows));
        read();
        arrange();
    }

    /** Shows newer results of the same matrices, or more of them; what is chosen stays. */
    public void update(List<StudyRow> rows, Fields known) {
        if (!known.equals(fields.get())) {
            words = new RowWords(known);
        }
        fields.set(known);
        all.set(List.copyOf(rows));
        read();
        arrange();
    }

    private void read() {
        try {
            reading = Optional.of(RowFilter.parse(filter.get(), fields.get(), words::of));
            applied.set(filter.get());
            objection.set("");
        } catch (BadInputException unreadable) {
            // the rows stay as they were until the text means something
            objection.set(unreadable.getMessage());
        }
    }

    private void arrange() {
        List<StudyRow> fitting = new ArrayList<>();
        for (StudyRow row : all.get()) {
            if (reading.isEmpty() || reading.get().test(row)) {
                fitting.add(row);
            }
        }
        shown.set(List.copyOf(order.get().sorted(fitting)));
    }

    /** Chooses rows by their numbers; with {@code add} besides those that are chosen. */
    public void select(Set<Long> ids, boolean add) {
        Set<Long> chosen = new HashSet<>(ids);
        if (add) {
            chosen.addAll(selected.get());
        }
        selected.set(Set.copyOf(chosen));
    }

    /** The chosen rows that are shown, in their order. */
    public List<StudyRow> chosen() {
        return shown.get().stream()
                .filter(row -> selected.get().contains(row.id()))
                .toList();
    }

    /** The row of a number. */
    public Optional<StudyRow> row(long id) {
        return all.get().stream().filter(row -> row.id() == id).findFirst();
    }

    /** Every row, whether it fits the filter or not. */
    public ReadOnlyObjectProperty<List<StudyRow>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** The rows that fit the filter, in order. */
    public ReadOnlyObjectProperty<List<StudyRow>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What can be asked of the rows. */
    public ReadOnlyObjectProperty<Fields> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    /** As {@link RowFilter} reads it. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The filter that the rows fit: the last one that could be read. */
    public ReadOnlyStringProperty appliedProperty() {
        return applied.getReadOnlyProperty();
    }

    /** Why the filter cannot be read, a sentence; empty if it can. */
    public ReadOnlyStringProperty objectionProperty() {
        return objection.getReadOnlyProperty();
    }

    public ObjectProperty<RowOrder> orderProperty() {
        return order;
    }

    /** The numbers of the chosen rows; some may not fit the filter. */
    public ObjectProperty<Set<Long>> selectedProperty() {
        return selected;
    }

    /** The number of the row that the mouse is over, in a plot. */
    public ObjectProperty<OptionalLong> hoveredProperty() {
        return hovered;
    }
}
