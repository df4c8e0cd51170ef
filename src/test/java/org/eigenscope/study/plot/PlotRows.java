package org.eigenscope.study.plot;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyRow;

/** Rows with known cells. */
final class PlotRows {
    private final Map<Column, Object> cells = new EnumMap<>(Column.class);
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String content = "abc";

    static PlotRows row() {
        return new PlotRows()
                .with(Column.SOURCE, "run.safetensors")
                .with(Column.TENSOR, "fc1.weight")
                .with(Column.LAYER, "fc1")
                .with(Column.ROLE, "fc1")
                .with(Column.RULE, "squared singular values of W")
                .with(Column.LAW, "inverse-htmp");
    }

    PlotRows with(Column column, Object value) {
        cells.put(column, value);
        return this;
    }

    PlotRows with(String attribute, Object value) {
        attributes.put(attribute, value.toString());
        return this;
    }

    PlotRows kappa(double value) {
        return with(Column.KAPPA, value);
    }

    PlotRows depth(long value) {
        return with(Column.DEPTH, value);
    }

    PlotRows step(double value) {
        return with(Column.STEP, value);
    }

    PlotRows failed() {
        content = "";
        return this;
    }

    StudyRow as(long id) {
        return new StudyRow(
                id, new StudyKey(content.isEmpty() ? "" : content + id, "c", "o"), new Cells(cells), attributes);
    }
}
