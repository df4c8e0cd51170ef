package org.eigenscope.study.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/**
 * What can be asked of the rows of a study: every column, then the attributes that its files have.
 *
 * @param all the columns in their order, then the attributes by name
 */
public record Fields(List<Field> all) {
    /** The columns alone. */
    public static final Fields OF_COLUMNS = new Fields(columns());

    public Fields {
        all = List.copyOf(all);
    }

    private static List<Field> columns() {
        return Arrays.stream(Column.values()).map(Field::of).toList();
    }

    /** The fields of rows. An attribute is numeric if each of its values is a number. */
    public static Fields of(Collection<StudyRow> rows) {
        Map<String, Boolean> numeric = new TreeMap<>();
        for (StudyRow row : rows) {
            row.attributes().forEach((name, value) -> {
                // once it is text it stays text, so that most values are not looked at twice
                if (numeric.getOrDefault(name, true)) {
                    numeric.put(name, !Double.isNaN(AttributeNumber.orNaN(value)));
                }
            });
        }
        List<Field> all = new ArrayList<>(columns());
        numeric.forEach((name, isNumeric) -> {
            if (Column.byId(name).isEmpty()) {
                all.add(Field.attribute(name, isNumeric));
            }
        });
        return new Fields(all);
    }

    /** The field of a name, in capitals or not. */
    public Optional<Field> find(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(field -> field.id().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** The field of a column. */
    public Field of(Column column) {
        return all.get(column.ordinal());
    }

    /** Those of numbers. */
    public List<Field> numeric() {
        return all.stream().filter(Field::numeric).toList();
    }

    /** Those that are of text, or of few values, so that rows can be grouped by them: all but results that are numbers. */
    public List<Field> grouping() {
        return all.stream()
                .filter(field -> !field.numeric()
                        || field.column().isEmpty()
                        || field.column().filter(column -> !column.isResult()).isPresent())
                .toList();
    }

    /** The name nearest to one that is not there, if it is near enough to be meant. */
    public Optional<String> nearest(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        return all.stream()
                .map(Field::id)
                .filter(name -> name.startsWith(wanted) || distance(name, wanted) <= Math.max(1, wanted.length() / 4))
                .min((a, b) -> Integer.compare(distance(a, wanted), distance(b, wanted)));
    }

    /** Edits of one letter that turn a text into another, by Levenshtein. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
