package org.eigenscope.study.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/** Rows at a step of training. */
public final class StepRows {
    private StepRows() {}

    /** What steps of some rows are called: the step, or the epoch where steps do not differ; empty where neither does. */
    public static Optional<Column> column(Collection<StudyRow> rows) {
        return List.of(Column.STEP, Column.EPOCH).stream()
                .filter(candidate -> rows.stream()
                                .mapToDouble(row -> row.cells().number(candidate))
                                .filter(Double::isFinite)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1)
                .findFirst();
    }

    /**
     * Of each matrix the row at a step, or the last one before it, and every row that has no step.
     *
     * @param along what steps are called
     */
    public static List<StudyRow> at(double step, Column along, List<StudyRow> rows) {
        Map<MatrixOverSteps, StudyRow> last = new HashMap<>();
        for (StudyRow row : rows) {
            double own = row.cells().number(along);
            if (own <= step) {
                last.merge(
                        MatrixOverSteps.of(row),
                        row,
                        (known, next) -> known.cells().number(along) <= own ? next : known);
            }
        }
        return rows.stream()
                .filter(row ->
                        Double.isNaN(row.cells().number(along)) || isThat(last.get(MatrixOverSteps.of(row)), row))
                .toList();
    }

    private static boolean isThat(StudyRow last, StudyRow row) {
        return last != null && last.id() == row.id();
    }
}
