package org.eigenscope.ui.models.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.settings.Settings;

/**
 * Which columns the table has, remembered between runs. A column that a person did not choose is there if it is one of the usual ones
 * and some row has a cell of it; so are the first attributes.
 */
public final class ColumnChoice {
    private static final String SHOWN_KEY = "models.columns.shown";
    private static final String HIDDEN_KEY = "models.columns.hidden";
    private static final int MOST_ATTRIBUTES = 4;
    private static final List<Column> USUAL = List.of(
            Column.RUN,
            Column.TENSOR,
            Column.STEP,
            Column.EPOCH,
            Column.DEPTH,
            Column.ROLE,
            Column.ROWS,
            Column.COLUMNS,
            Column.LAW,
            Column.KAPPA,
            Column.KAPPA_LOW,
            Column.KAPPA_HIGH,
            Column.KS);
    private static final List<Column> USUAL_AFTER_ATTRIBUTES = List.of(
            Column.TAIL_EXPONENT,
            Column.ALPHA_PL,
            Column.D,
            Column.STABLE_RANK,
            Column.PHASE,
            Column.BEST_LAW,
            Column.DELTA_AIC,
            Column.WARNINGS,
            Column.SKIPPED);

    private final RowsModel rows;
    private final Settings settings;
    private final Set<String> wanted;
    private final Set<String> unwanted;
    private final ReadOnlyObjectWrapper<List<Field>> shown = new ReadOnlyObjectWrapper<>(this, "shown", List.of());

    private List<Field> told = List.of();
    private Fields toldFields = Fields.OF_COLUMNS;
    private int toldRows;

    public ColumnChoice(RowsModel rows, Settings settings) {
        this.rows = rows;
        this.settings = settings;
        wanted = read(SHOWN_KEY);
        unwanted = read(HIDDEN_KEY);
        rows.allProperty().addListener((source, old, now) -> refresh());
        rows.fieldsProperty().addListener((source, old, now) -> refresh());
    }

    private Set<String> read(String key) {
        Set<String> names = new LinkedHashSet<>();
        settings.get(key)
                .ifPresent(text -> Arrays.stream(text.split(","))
                        .filter(name -> !name.isBlank())
                        .forEach(names::add));
        return names;
    }

    private void refresh() {
        Fields fields = rows.fieldsProperty().get();
        List<StudyRow> all = rows.allProperty().get();
        List<Field> usual = Stream.of(
                        filled(USUAL, fields, all),
                        telling(fields, all).stream(),
                        filled(USUAL_AFTER_ATTRIBUTES, fields, all))
                .flatMap(part -> part)
                .toList();
        List<Field> now = new ArrayList<>();
        // the usual ones in an order that reads well, then what else was chosen
        usual.stream().filter(field -> !unwanted.contains(field.id())).forEach(now::add);
        fields.all().stream()
                .filter(field -> wanted.contains(field.id()) && !now.contains(field))
                .forEach(now::add);
        if (!shown.get().equals(now)) {
            shown.set(List.copyOf(now));
        }
    }

    private static Stream<Field> filled(List<Column> columns, Fields fields, List<StudyRow> all) {
        return columns.stream().map(fields::of).filter(field -> hasCell(field, all));
    }

    /** The usual attributes, looked for anew when there are other names or more rows. */
    @SuppressWarnings("ReferenceEquality") // many names; another study has others
    private List<Field> telling(Fields fields, List<StudyRow> all) {
        if (fields != toldFields || all.size() != toldRows) {
            toldFields = fields;
            toldRows = all.size();
            told = fields.all().stream()
                    .filter(field -> field.column().isEmpty() && isTelling(field, all))
                    .sorted(Comparator.comparing(ColumnChoice::rank))
                    .limit(MOST_ATTRIBUTES)
                    .toList();
        }
        return told;
    }

    /** Whether it tells rows apart, and is no copy of a column. */
    private static boolean isTelling(Field field, List<StudyRow> rows) {
        return Column.byId(field.id()).isEmpty()
                && rows.stream().map(field::text).distinct().limit(2).count() > 1;
    }

    /** Settings first, then how well training went on data that were held back. */
    private static int rank(Field field) {
        boolean accuracy = field.id().contains("accuracy");
        boolean train = field.id().contains("train");
        return accuracy ? train ? 2 : 1 : field.id().contains("loss") ? 3 : 0;
    }

    private static boolean hasCell(Field field, List<StudyRow> rows) {
        return rows.stream().anyMatch(row -> !field.text(row).isEmpty());
    }

    public boolean isShown(Field field) {
        return shown.get().contains(field);
    }

    /** Shows or hides a column, and remembers it. */
    public void show(Field field, boolean visible) {
        (visible ? wanted : unwanted).add(field.id());
        (visible ? unwanted : wanted).remove(field.id());
        settings.put(SHOWN_KEY, String.join(",", wanted));
        settings.put(HIDDEN_KEY, String.join(",", unwanted));
        refresh();
    }

    /** The usual columns again. */
    public void reset() {
        wanted.clear();
        unwanted.clear();
        settings.put(SHOWN_KEY, "");
        settings.put(HIDDEN_KEY, "");
        refresh();
    }

    /** The columns of the table, from left to right. */
    public ReadOnlyObjectProperty<List<Field>> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
