package org.eigenscope.ui.spectrum;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.compose.CurveFunction;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.ui.spectrum.table.FigureTable;

/** The chart as numbers, kept up to date only while it is shown. */
public final class TableModel {
    private final SpectrumModel spectrum;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<FigureTable> table =
            new ReadOnlyObjectWrapper<>(this, "table", FigureTable.EMPTY);

    /** @param spectrum whose figure is shown */
    public TableModel(SpectrumModel spectrum) {
        this.spectrum = spectrum;
        shown.addListener((source, old, show) -> refresh());
        spectrum.figureProperty().addListener((source, old, figure) -> refresh());
    }

    private void refresh() {
        FigureSpec figure = spectrum.figureProperty().get();
        table.set(
                shown.get() && !figure.isEmpty()
                        ? FigureTable.of(figure, FigureRanges.of(figure), counted(), exact())
                        : FigureTable.EMPTY);
    }

    private Map<String, DoubleUnaryOperator> exact() {
        Map<String, DoubleUnaryOperator> heights = new HashMap<>();
        for (LawCurve law : spectrum.laws()) {
            CurveFunction function = law.function(spectrum.ordinateProperty().get());
            heights.put(law.label(), lambda -> height(function, lambda));
        }
        return heights;
    }

    private static double height(CurveFunction function, double lambda) {
        boolean inside = lambda > function.lower() && lambda < function.upper();
        return inside ? Math.exp(function.logHeight().applyAsDouble(lambda)) : 0;
    }

    private long counted() {
        return spectrum.shownProperty()
                .get()
                .filter(now -> now.spectrum().estimate().isEmpty())
                .map(now -> (long) now.spectrum().size())
                .orElse(0L);
    }

    /** Whether the numbers stand in the place of the chart. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The numbers; empty while they are not shown. */
    ReadOnlyObjectProperty<FigureTable> tableProperty() {
        return table.getReadOnlyProperty();
    }
}
