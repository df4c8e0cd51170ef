package org.eigenscope.ui.models.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;

/**
 * In which order rows stand: by the first key, rows that are equal in it by the next. Numbers are compared as numbers, texts with the
 * numbers in them as numbers; empty cells come last in either direction.
 *
 * @param keys the first counts the most
 */
public record RowOrder(List<Key> keys) {
    /** As they came into the study. */
    public static final RowOrder NONE = new RowOrder(List.of());

    public RowOrder {
        keys = List.copyOf(keys);
    }

    /**
     * A column to sort by.
     *
     * @param ascending whether the least comes first
     */
    public record Key(Field field, boolean ascending) {}

    /** The rows in this order; those that are equal in every key stay as they were. */
    public List<StudyRow> sorted(List<StudyRow> rows) {
        if (keys.isEmpty()) {
            return rows;
        }
        Comparator<Integer> order = (a, b) -> 0;
        for (Key key : keys) {
            order = order.thenComparing(key.field().numeric() ? numbers(key, rows) : texts(key, rows));
        }
        Integer[] places = new Integer[rows.size()];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, order);
        List<StudyRow> sorted = new ArrayList<>(places.length);
        for (int place : places) {
            sorted.add(rows.get(place));
        }
        return sorted;
    }

    /** Cells are taken once, not at every comparison. */
    private static Comparator<Integer> numbers(Key key, List<StudyRow> rows) {
        double[] cells = rows.stream().mapToDouble(key.field()::number).toArray();
        int sign = key.ascending() ? 1 : -1;
        return (a, b) -> {
            boolean none = Double.isNaN(cells[a]);
            boolean neither = Double.isNaN(cells[b]);
            return none || neither ? Boolean.compare(none, neither) : sign * Double.compare(cells[a], cells[b]);
        };
    }

    private static Comparator<Integer> texts(Key key, List<StudyRow> rows) {
        Map<String, Integer> ranks = new HashMap<>();
        rows.forEach(row -> ranks.put(key.field().text(row), 0));
        // names repeat from row to row, and comparing two of them by the numbers in them is slow
        List<String> distinct = new ArrayList<>(ranks.keySet());
        distinct.sort(NaturalOrder.INSTANCE);
        for (int i = 0; i < distinct.size(); i++) {
            ranks.put(distinct.get(i), key.ascending() ? i : -i);
        }
        ranks.put("", Integer.MAX_VALUE);
        int[] cells =
                rows.stream().mapToInt(row -> ranks.get(key.field().text(row))).toArray();
        return (a, b) -> Integer.compare(cells[a], cells[b]);
    }
}
