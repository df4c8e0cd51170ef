package org.eigenscope.study.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eigenscope.study.StudyRow;

/** All texts of each row, in small letters, which plain words of a filter are looked for in. Each is put together once. */
public final class RowWords {
    private final List<Field> texts;
    private final Map<Long, Words> known = new ConcurrentHashMap<>();

    private record Words(StudyRow row, String text) {}

    /** The texts of fields that are no numbers. */
    public RowWords(Fields fields) {
        texts = fields.all().stream().filter(field -> !field.numeric()).toList();
    }

    /** Puts the texts of rows together ahead, away from the foreground thread. */
    public RowWords ahead(List<StudyRow> rows) {
        rows.forEach(this::of);
        return this;
    }

    /** The texts of a row. */
    @SuppressWarnings("ReferenceEquality") // a row is large, and one with newer results is another object
    public String of(StudyRow row) {
        Words words = known.get(row.id());
        if (words == null || words.row() != row) {
            words = new Words(
                    row,
                    texts.stream()
                            .map(field -> field.text(row))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("\n"))
                            .toLowerCase(Locale.ROOT));
            known.put(row.id(), words);
        }
        return words.text();
    }
}
