package org.eigenscope.ui.models.rows;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.survey.SurveyOptions;

/** Rows of a study, made up. */
public final class SomeRows {
    private SomeRows() {}

    /**
     * A row.
     *
     * @param cells a name and a value in turn: of a column, which may be empty, or of an attribute
     */
    public static StudyRow row(long id, Object... cells) {
        Map<Column, Object> values = new EnumMap<>(Column.class);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            String name = (String) cells[i];
            Object value = cells[i + 1];
            Column.byId(name)
                    .ifPresentOrElse(column -> values.put(column, value), () -> attributes.put(name, value.toString()));
        }
        StudyKey key = SurveyOptions.withDefaults().key("content-" + id);
        values.putIfAbsent(Column.SOURCE, "file-" + id + ".npy");
        return new StudyRow(id, key, new Cells(values), attributes);
    }
}
