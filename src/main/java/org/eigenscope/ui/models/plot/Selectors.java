package org.eigenscope.ui.models.plot;

import java.util.Optional;
import java.util.Set;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.query.Field;

/** What can be chosen of a kind of plot. */
final class Selectors {
    private static final Set<PlotKind> OF_A_STEP = Set.of(PlotKind.DEPTH, PlotKind.HISTOGRAM, PlotKind.KS);
    private static final Set<PlotKind> OF_A_MATRIX = Set.of(PlotKind.WATERFALL, PlotKind.ENERGY);
    private static final Set<PlotKind> OF_A_LAYER =
            Set.of(PlotKind.SERIES, PlotKind.SCATTER, PlotKind.COMPARE, PlotKind.HISTOGRAM, PlotKind.KS);
    private static final Set<String> TIMES = Set.of("step", "epoch");

    private Selectors() {}

    /** Whether it follows one matrix along its training. */
    static boolean isOfAMatrix(PlotKind kind) {
        return OF_A_MATRIX.contains(kind);
    }

    /** Whether it shows each matrix at the step of the slider. */
    static boolean isOfAStep(PlotKind kind, Optional<Field> group) {
        boolean comparesRuns = kind == PlotKind.COMPARE
                && group.filter(field -> TIMES.contains(field.id())).isEmpty();
        return comparesRuns || OF_A_STEP.contains(kind);
    }

    /** Whether the abscissa can be chosen. */
    static boolean takesX(PlotKind kind) {
        return kind == PlotKind.SERIES
                || kind == PlotKind.SCATTER
                || kind == PlotKind.HEATMAP
                || OF_A_MATRIX.contains(kind);
    }

    /** Whether the ordinate can be chosen. */
    static boolean takesY(PlotKind kind) {
        return kind != PlotKind.KS && kind != PlotKind.WATERFALL;
    }

    /** Whether the groups can be chosen. */
    static boolean takesGroup(PlotKind kind) {
        return kind != PlotKind.HEATMAP && !OF_A_MATRIX.contains(kind);
    }

    /** Whether it may be of one layer. */
    static boolean takesLayer(PlotKind kind) {
        return OF_A_LAYER.contains(kind);
    }
}
