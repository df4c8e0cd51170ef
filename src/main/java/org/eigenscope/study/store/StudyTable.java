package org.eigenscope.study.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.Column;
import org.eigenscope.study.ColumnType;

/**
 * The rows of a study as columns, as they were when it was made: each column is read when it is first asked for and then held, so that
 * a table of many rows is there at once and sorts and filters in memory. Rows are numbered from 0.
 */
public final class StudyTable {
    private final StudyStore store;
    private final long[] ids;
    private final Map<String, String[]> texts = new HashMap<>();
    private final Map<String, double[]> numbers = new HashMap<>();

    StudyTable(StudyStore store, List<Long> ids) {
        this.store = store;
        this.ids = ids.stream().mapToLong(id -> id).toArray();
    }

    /** How many rows there are. */
    public int size() {
        return ids.length;
    }

    /** The number of a row in the study, {@code id} in its file. */
    public long id(int row) {
        return ids[row];
    }

    /** Columns and attributes by name, those without a single cell too. */
    public List<String> names() throws BadInputException {
        List<String> names =
                new ArrayList<>(Arrays.stream(Column.values()).map(Column::id).toList());
        store.attributeNames().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    /**
     * A column or an attribute as numbers, NaN for cells that are none; not to be written to.
     *
     * @throws BadInputException if the study cannot be read any more
     */
    public synchronized double[] numbers(String name) throws BadInputException {
        if (!numbers.containsKey(name)) {
            Optional<Column> column = Column.byId(name);
            double[] values = column.isPresent()
                    ? numbers(store.column(column.get()))
                    : Arrays.stream(texts(name))
                            .mapToDouble(AttributeNumber::orNaN)
                            .toArray();
            numbers.put(name, values);
        }
        return numbers.get(name);
    }

    private double[] numbers(List<Object> cells) {
        double[] values = new double[ids.length];
        Arrays.setAll(
                values,
                i -> i < cells.size() && cells.get(i) instanceof Number number ? number.doubleValue() : Double.NaN);
        return values;
    }

    /**
     * A column or an attribute as text, empty for cells that are; not to be written to.
     *
     * @throws BadInputException if the study cannot be read any more
     */
    public synchronized String[] texts(String name) throws BadInputException {
        if (!texts.containsKey(name)) {
            Optional<Column> column = Column.byId(name);
            texts.put(name, column.isPresent() ? ofColumn(store.column(column.get())) : ofAttribute(name));
        }
        return texts.get(name);
    }

    private String[] ofColumn(List<Object> cells) {
        String[] values = new String[ids.length];
        Arrays.setAll(
                values,
                i -> i < cells.size() && cells.get(i) != null ? cells.get(i).toString() : "");
        return values;
    }

    private String[] ofAttribute(String name) throws BadInputException {
        Map<Long, String> cells = store.attribute(name);
        String[] values = new String[ids.length];
        Arrays.setAll(values, i -> cells.getOrDefault(ids[i], ""));
        return values;
    }

    /** Whether a column is one of numbers, or an attribute has numbers alone. */
    public boolean isNumeric(String name) throws BadInputException {
        Optional<Column> column = Column.byId(name);
        if (column.isPresent()) {
            return column.get().type() != ColumnType.TEXT;
        }
        String[] cells = texts(name);
        double[] values = numbers(name);
        boolean any = false;
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty() && Double.isNaN(values[i])) {
                return false;
            }
            any |= !cells[i].isEmpty();
        }
        return any;
    }
}
