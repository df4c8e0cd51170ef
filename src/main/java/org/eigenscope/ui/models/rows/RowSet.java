package org.eigenscope.ui.models.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.eigenscope.study.query.Settings;

/** Every row of a study, by its matrix and by what was fitted. Belongs to the foreground thread. */
public final class RowSet {
    private final Map<MatrixPlace, Map<String, StudyRow>> byPlace = new LinkedHashMap<>();
    private final Map<MatrixPlace, Long> numbers = new LinkedHashMap<>();
    /** What {@link #under} made last, so that only what is new has to be made again. */
    private final Map<MatrixPlace, StudyRow> made = new HashMap<>();

    /** The number of the matrix of each row of the study. */
    private final Map<Long, Long> numberOf = new HashMap<>();

    private Optional<Settings> madeUnder = Optional.empty();

    /** Takes rows, in place of those of the same matrix and settings. */
    public void put(Collection<StudyRow> rows) {
        for (StudyRow row : rows) {
            MatrixPlace place = MatrixPlace.of(row);
            numberOf.put(row.id(), numbers.computeIfAbsent(place, unseen -> row.id()));
            made.remove(place);
            byPlace.computeIfAbsent(place, unseen -> new LinkedHashMap<>())
                    .put(row.key().options(), row);
        }
    }

    /**
     * One row for each matrix under a convention, in the order in which matrices came: with its results under some settings, or without
     * any. The number of a matrix does not depend on the settings.
     */
    public List<StudyRow> under(String convention, FitSettings settings) {
        Settings both = new Settings(convention, settings.options());
        if (!madeUnder.equals(Optional.of(both))) {
            made.clear();
            madeUnder = Optional.of(both);
        }
        List<StudyRow> rows = new ArrayList<>(byPlace.size());
        byPlace.forEach((place, all) -> {
            if (place.convention().equals(convention)) {
                rows.add(made.computeIfAbsent(place, unseen -> row(place, all, settings)));
            }
        });
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

    /** The matrices under a convention that have no results under some settings, though something is known of them. */
    public List<StudyRow> missing(String convention, FitSettings settings) {
        return byPlace.entrySet().stream()
                .filter(entry -> entry.getKey().convention().equals(convention))
                .map(Map.Entry::getValue)
                .filter(all -> Optional.ofNullable(all.get(settings.options()))
                        .filter(row -> !row.isFailed())
                        .isEmpty())
                .map(all -> all.values().iterator().next())
                .toList();
    }

    /** How eigenvalues are taken, in the order in which that came. */
    public List<String> conventions() {
        return byPlace.keySet().stream().map(MatrixPlace::convention).distinct().toList();
    }

    /** The settings that there are results of, in the order in which they came. */
    public List<FitSettings> settings() {
        Set<String> found = new LinkedHashSet<>();
        byPlace.values().forEach(all -> found.addAll(all.keySet()));
        return found.stream().map(FitSettings::new).toList();
    }

    /** Every row as the study has it, in its order. */
    public List<StudyRow> stored() {
        return byPlace.values().stream()
                .flatMap(rows -> rows.values().stream())
                .sorted(Comparator.comparingLong(StudyRow::id))
                .toList();
    }

    /** The number of the matrix of a row of the study; the row's own if it is not here. */
    public long number(long row) {
        return numberOf.getOrDefault(row, row);
    }

    public int matrices() {
        return byPlace.size();
    }
}
