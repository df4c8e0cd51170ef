package org.eigenscope.ui.models.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;

/** Every row of a study, by its matrix and by what was fitted. Belongs to the foreground thread. */
public final class RowSet {
    private final Map<MatrixPlace, Map<String, StudyRow>> byPlace = new LinkedHashMap<>();
    private final Map<MatrixPlace, Long> numbers = new LinkedHashMap<>();
    /** What {@link #under} made last, so that only what is new has to be made again. */
    private final Map<MatrixPlace, StudyRow> made = new HashMap<>();

    private Optional<FitSettings> madeUnder = Optional.empty();

    /** Takes rows, in place of those of the same matrix and settings. */
    public void put(Collection<StudyRow> rows) {
        for (StudyRow row : rows) {
            MatrixPlace place = MatrixPlace.of(row);
            numbers.putIfAbsent(place, row.id());
            made.remove(place);
            byPlace.computeIfAbsent(place, unseen -> new LinkedHashMap<>())
                    .put(row.key().options(), row);
        }
    }

    /**
     * One row for each matrix, in the order in which matrices came: with its results under some settings, or without any. The number of
     * a matrix does not depend on the settings.
     */
    public List<StudyRow> under(FitSettings settings) {
        if (!madeUnder.equals(Optional.of(settings))) {
            made.clear();
            madeUnder = Optional.of(settings);
        }
        List<StudyRow> rows = new ArrayList<>(byPlace.size());
        byPlace.forEach((place, all) -> rows.add(made.computeIfAbsent(place, unseen -> row(place, all, settings))));
        return rows;
    }

    private StudyRow row(MatrixPlace place, Map<String, StudyRow> all, FitSettings settings) {
        StudyRow own = all.get(settings.options());
        StudyRow shown = own == null ? bare(all.values().iterator().next(), settings) : own;
        long number = numbers.get(place);
        return shown.id() == number ? shown : new StudyRow(number, shown.key(), shown.cells(), shown.attributes());
    }

    /** The matrix without results; its eigenvalues stay where they are. */
    private static StudyRow bare(StudyRow other, FitSettings settings) {
        StudyKey key = new StudyKey(other.key().content(), other.key().convention(), settings.options());
        Cells place = other.cells().only(Column.ofMatrix());
        Cells said = other.isFailed() ? place.with(other.cells().only(List.of(Column.SKIPPED))) : place;
        return new StudyRow(other.id(), key, said, other.attributes());
    }

    /** The matrices that have no results under some settings, though something is known of them. */
    public List<StudyRow> missing(FitSettings settings) {
        return byPlace.values().stream()
                .filter(all -> Optional.ofNullable(all.get(settings.options()))
                        .filter(row -> !row.isFailed())
                        .isEmpty())
                .map(all -> all.values().iterator().next())
                .toList();
    }

    /** The settings that there are results of, in the order in which they came. */
    public List<FitSettings> settings() {
        Set<String> found = new LinkedHashSet<>();
        byPlace.values().forEach(all -> found.addAll(all.keySet()));
        return found.stream().map(FitSettings::new).toList();
    }

    /** Every row. */
    public List<StudyRow> all() {
        return byPlace.values().stream().flatMap(rows -> rows.values().stream()).toList();
    }

    public int matrices() {
        return byPlace.size();
    }
}
