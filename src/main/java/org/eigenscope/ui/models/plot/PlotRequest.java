package org.eigenscope.ui.models.plot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.models.rows.Field;
import org.eigenscope.ui.models.rows.Fields;

/**
 * What a plot is to show.
 *
 * @param kind which plot
 * @param x the abscissa, where it can be chosen
 * @param y the ordinate
 * @param group what gives points their colours; empty for one colour
 * @param sides the two groups that are compared
 * @param rows the rows
 * @param fields what can be asked of them
 */
public record PlotRequest(
        PlotKind kind, Field x, Field y, Optional<Field> group, Sides sides, List<StudyRow> rows, Fields fields) {
    public PlotRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(sides, "sides");
        rows = List.copyOf(rows);
        Objects.requireNonNull(fields, "fields");
    }

    /** Values of the group: A and B. */
    public record Sides(String a, String b) {
        public Sides {
            Objects.requireNonNull(a, "a");
            Objects.requireNonNull(b, "b");
        }
    }

    /** The group that a row is in; empty without groups. */
    String groupOf(StudyRow row) {
        return group.map(field -> field.text(row)).orElse("");
    }
}
