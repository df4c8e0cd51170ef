package org.eigenscope.ui.models.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;

/**
 * What a kind of plot shows.
 *
 * @param x the abscissa, where it can be chosen
 * @param y the ordinate
 * @param group what gives points their colours; empty for the usual groups
 * @param layer the layer that is plotted, where one can be chosen; empty for all
 */
record PlotChoice(Field x, Field y, Optional<Field> group, String layer) {
    private static final int MOST_SUGGESTED = 8;
    private static final String QUALITY = "accuracy";

    PlotChoice {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(layer, "layer");
    }

    /** What is shown until something is chosen. */
    static PlotChoice usual(PlotKind kind, Optional<Field> step, Fields fields, List<StudyRow> all) {
        Optional<Field> quality = quality(fields);
        Field x = kind == PlotKind.SCATTER
                ? quality.orElse(Field.of(Column.ALPHA_PL))
                : step.orElse(Field.of(Column.STEP));
        Field y = kind == PlotKind.ENERGY ? quality.orElse(Field.of(Column.KAPPA)) : Field.of(Column.KAPPA);
        // series have groups of their own, and outlines of many histograms hide each other
        boolean alone = kind == PlotKind.SERIES || kind == PlotKind.HISTOGRAM;
        boolean ofOne = kind == PlotKind.SERIES || kind == PlotKind.SCATTER;
        return new PlotChoice(x, y, alone ? Optional.empty() : group(fields, all), ofOne ? StudyLayers.usual(all) : "");
    }

    /** The accuracy on data that were not trained on, or another. */
    static Optional<Field> quality(Fields fields) {
        return fields.numeric().stream()
                .filter(field -> field.column().isEmpty() && field.id().contains(QUALITY))
                .max(Comparator.comparing(
                        field -> field.id().startsWith("test") || field.id().startsWith("val")));
    }

    /** A setting of few values. */
    private static Optional<Field> group(Fields fields, List<StudyRow> all) {
        return fields.grouping().stream()
                .filter(field -> field.column().isEmpty() && !field.id().equals("seed")
                        || field.column()
                                .filter(c -> c == Column.MODEL || c == Column.RUN)
                                .isPresent())
                .filter(field -> isOfFew(field, all))
                .max(Comparator.comparing(field -> field.column().isEmpty()));
    }

    private static boolean isOfFew(Field field, List<StudyRow> all) {
        long values = all.stream()
                .map(field::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MOST_SUGGESTED + 1)
                .count();
        return values > 1 && values <= MOST_SUGGESTED;
    }
}
