package org.eigenscope.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.study.energy.FreeEnergy;

/**
 * A row of a study: a matrix and what was computed of it.
 *
 * @param id its number in the study
 * @param key what its results belong to; without content if nothing could be computed, as of a damaged file
 * @param cells of the columns
 * @param attributes of its file by name, in order
 */
public record StudyRow(long id, StudyKey key, Cells cells, Map<String, String> attributes) {
    public StudyRow {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(cells, "cells");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Whether nothing at all could be computed of it. */
    public boolean isFailed() {
        return key.content().isEmpty();
    }

    /** A column's cell or an attribute by name, as text; empty if there is none. */
    public String text(String name) {
        return Column.byId(name).map(cells::text).orElseGet(() -> attributes.getOrDefault(name, ""));
    }

    /** A column's cell or an attribute by name, as a number; NaN if there is none or it is text. */
    public double number(String name) {
        return Column.byId(name)
                .map(cells::number)
                .orElseGet(() -> AttributeNumber.orNaN(attributes.getOrDefault(name, "")));
    }

    /** The terms of its free energy, for a series of rows under one regulariser; empty if its law has none. */
    public Optional<FreeEnergy> energy() {
        FreeEnergy energy = new FreeEnergy(
                cells.number(Column.TRACE),
                cells.number(Column.LOG_DETERMINANT),
                cells.number(Column.LAW_TRACE),
                cells.number(Column.LAW_LOG_DETERMINANT),
                cells.number(Column.KAPPA),
                cells.number(Column.BETA));
        return cells.has(Column.BETA) ? Optional.of(energy) : Optional.empty();
    }
}
