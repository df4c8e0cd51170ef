package org.eigenscope.cli.correlate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.attribute.TextRecords;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.store.StudyStore;

/** The rows of a study or a table, as texts by column. */
final class RowsInput {
    private final String label;
    private final List<Map<String, String>> rows;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> remarks;

    private RowsInput(String label, List<Map<String, String>> rows, List<String> remarks) {
        this.label = label;
        this.rows = rows;
        this.remarks = remarks;
        rows.forEach(row -> names.addAll(row.keySet()));
    }

    static RowsInput read(Path input) throws BadInputException {
        if (!input.toString().endsWith(StudyStore.ENDING)) {
            return new RowsInput(input.toString(), TextRecords.read(input), List.of());
        }
        try (StudyStore store = StudyStore.openToRead(input)) {
            return ofStudy(input, store.rows());
        }
    }

    /** A study may have rows of several settings; those of the one that was used last belong together. */
    private static RowsInput ofStudy(Path input, List<StudyRow> all) {
        Set<String> settings = new LinkedHashSet<>();
        all.forEach(row -> settings.add(settings(row)));
        String last = all.isEmpty() ? "" : settings(all.get(all.size() - 1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (StudyRow row : all) {
            if (settings(row).equals(last)) {
                Map<String, String> texts = new LinkedHashMap<>(row.attributes());
                row.cells()
                        .values()
                        .keySet()
                        .forEach(column -> texts.put(column.id(), row.cells().text(column)));
                rows.add(texts);
            }
        }
        List<String> remarks = settings.size() < 2
                ? List.of()
                : List.of(input + " has rows of " + settings.size() + " settings; the " + rows.size() + " of " + last
                        + " are used.");
        RowsInput read = new RowsInput(input.toString(), rows, remarks);
        Arrays.stream(Column.values()).map(Column::id).forEach(read.names::add);
        return read;
    }

    private static String settings(StudyRow row) {
        return row.key().convention() + ";" + row.key().options();
    }

    /** The rows that fit. */
    RowsInput where(PlotRequest.Condition condition) throws BadInputException {
        String[] texts = texts(condition.column());
        List<Map<String, String>> fitting = IntStream.range(0, rows.size())
                .filter(row -> condition.fits(texts[row]))
                .mapToObj(rows::get)
                .toList();
        if (fitting.isEmpty()) {
            throw new BadInputException(
                    "No row of " + label + " has '" + condition.glob() + "' in " + condition.column() + ".");
        }
        RowsInput kept = new RowsInput(label, fitting, remarks);
        kept.names.addAll(names);
        return kept;
    }

    int size() {
        return rows.size();
    }

    List<String> remarks() {
        return remarks;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    String[] texts(String name) throws BadInputException {
        if (!has(name)) {
            throw new BadInputException(
                    label + " has no column '" + name + "'; it has " + String.join(", ", names) + ".");
        }
        return rows.stream().map(row -> row.getOrDefault(name, "")).toArray(String[]::new);
    }

    double[] numbers(String name) throws BadInputException {
        return Arrays.stream(texts(name)).mapToDouble(AttributeNumber::orNaN).toArray();
    }
}
