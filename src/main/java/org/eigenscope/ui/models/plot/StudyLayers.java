package org.eigenscope.ui.models.plot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/** The layers of a study by their names. */
final class StudyLayers {
    private StudyLayers() {}

    /** All of them, along the depth of the network. */
    static List<String> of(List<StudyRow> all) {
        Map<String, Double> depths = new HashMap<>();
        for (StudyRow row : all) {
            if (!name(row).isEmpty()) {
                depths.merge(name(row), row.cells().number(Column.DEPTH), Math::min);
            }
        }
        return depths.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The layer with the largest matrix of weights that has a result: pooled, layers of different size and kind are clouds of their own.
     * Empty if there is only one layer.
     */
    static String usual(List<StudyRow> all) {
        if (of(all).size() < 2) {
            return "";
        }
        return all.stream()
                .filter(row -> Double.isFinite(row.number(Column.KAPPA.id()))
                        && !name(row).isEmpty())
                .max(Comparator.comparing(StudyLayers::isWeight)
                        .thenComparingDouble(StudyLayers::size)
                        .thenComparing(StudyLayers::name, Comparator.reverseOrder()))
                .map(StudyLayers::name)
                .orElse("");
    }

    private static String name(StudyRow row) {
        return row.cells().text(Column.LAYER);
    }

    private static boolean isWeight(StudyRow row) {
        return row.cells().text(Column.TENSOR).toLowerCase(Locale.ROOT).contains("weight");
    }

    private static double size(StudyRow row) {
        double entries = row.number(Column.ROWS.id()) * row.number(Column.COLUMNS.id());
        return Double.isNaN(entries) ? 0 : entries;
    }
}
