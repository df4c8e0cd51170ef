package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.SeriesStyles;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.study.AttributeNumber;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;

/** Which group a row is of, and how groups are drawn. */
final class Grouping {
    /** What differs between repetitions, or is what training led to and no setting of it. */
    private static final Set<String> NO_SETTINGS = Set.of("seed", "repeat", "run", "step", "epoch", "global_step");

    private static final List<String> OUTCOMES = List.of("accuracy", "loss", "error", "perplexity", "score");
    /** The most groups with styles of their own; more are shaded in their order. */
    private static final int MOST_STYLES = 6;

    private static final double WIDTH = 1.6;
    private static final double PALEST = 0.25;

    private final String column;
    private final Function<StudyRow, String> of;
    private final List<String> names;

    private Grouping(String column, Function<StudyRow, String> of, List<StudyRow> rows) {
        this.column = column;
        this.of = of;
        this.names = rows.stream().map(of).distinct().sorted(order()).toList();
    }

    /** By the text of a column or attribute; one group for an empty name. */
    static Grouping by(String name, List<StudyRow> rows) {
        return new Grouping(name, row -> name.isEmpty() ? "" : PlotColumns.text(row, name), rows);
    }

    /** By layer and every attribute that is a setting of training, but the abscissa: what is left differs by the seed. */
    static Grouping bySettings(List<StudyRow> rows, PlotColumns columns, String abscissa) {
        List<String> settings = new ArrayList<>();
        for (String name : columns.attributes()) {
            boolean outcome = OUTCOMES.stream().anyMatch(name::contains);
            if (differs(rows, row -> row.text(name))
                    && !outcome
                    && !NO_SETTINGS.contains(name)
                    && !name.equals(abscissa)) {
                settings.add(name);
            }
        }
        boolean layers = settings.isEmpty() || differs(rows, row -> row.cells().text(Column.LAYER));
        return new Grouping("", row -> textOf(row, layers, settings), rows);
    }

    private static boolean differs(List<StudyRow> rows, Function<StudyRow, String> text) {
        return rows.stream().map(text).distinct().limit(2).count() > 1;
    }

    private static String textOf(StudyRow row, boolean layer, List<String> settings) {
        StringBuilder text = new StringBuilder(layer ? row.cells().text(Column.LAYER) : "");
        settings.forEach(name -> text.append(text.length() == 0 ? "" : ", ")
                .append(name.replace('_', ' '))
                .append(' ')
                .append(PlotColumns.text(row, name)));
        return text.toString();
    }

    /** Numbers by their size, before other texts. */
    static Comparator<String> order() {
        return Comparator.<String>comparingDouble(text ->
                        Double.isNaN(AttributeNumber.orNaN(text)) ? Double.MAX_VALUE : AttributeNumber.orNaN(text))
                .thenComparing(NaturalOrder.INSTANCE);
    }

    String of(StudyRow row) {
        return of.apply(row);
    }

    /** All groups, in order. */
    List<String> names() {
        return names;
    }

    /** What the legend calls a group. */
    String label(String group) {
        return names.size() < 2
                ? ""
                : group.isEmpty() ? "no " + (column.isEmpty() ? "name" : column.replace('_', ' ')) : group;
    }

    /** Whether the names of groups are bare numbers, which do not say of what. */
    boolean isOfNumbers() {
        return names.stream().noneMatch(name -> Double.isNaN(AttributeNumber.orNaN(name)));
    }

    /** The rows of each group, in the order of groups. */
    Map<String, List<PlottedRow>> split(List<PlottedRow> rows) {
        Map<String, List<PlottedRow>> split = new LinkedHashMap<>();
        names.forEach(name -> split.put(name, new ArrayList<>()));
        rows.forEach(row -> split.get(row.group()).add(row));
        split.values().removeIf(List::isEmpty);
        return split;
    }

    CurveStyle style(String group) {
        int i = Math.max(0, names.indexOf(group));
        return names.size() <= MOST_STYLES ? SeriesStyles.of(i) : shade(i, names.size());
    }

    /** The i-th of some in an order, darker as it goes on. */
    static CurveStyle shade(int i, int count) {
        double t = count < 2 ? 1 : PALEST + (1 - PALEST) * i / (count - 1);
        return new CurveStyle(
                ColorRamp.of(Theme.LIGHT).at(t), ColorRamp.of(Theme.DARK).at(t), WIDTH, List.of());
    }
}
