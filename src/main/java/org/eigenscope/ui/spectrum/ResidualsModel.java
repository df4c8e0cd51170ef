package org.eigenscope.ui.spectrum;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.task.DragState;

/** The residuals below the chart; during a drag they are updated less often than the curve. */
final class ResidualsModel {
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);
    private final ReadOnlyObjectWrapper<Residuals> residuals =
            new ReadOnlyObjectWrapper<>(this, "residuals", Residuals.NONE);
    private final DragState.DeferredUpdate update;

    ResidualsModel(DragState drag) {
        update = drag.deferredUpdate();
    }

    void clear() {
        update.request(() -> residuals.set(Residuals.NONE));
    }

    /** Compares the eigenvalues with laws, in the ranges that the chart shows. */
    void compare(Spectrum spectrum, List<LawCurve> laws, AxisScale scale, FigureRanges visible) {
        update.request(
                () -> residuals.set(shown.get() ? Residuals.of(spectrum, laws, scale, visible) : Residuals.NONE));
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    ReadOnlyObjectProperty<Residuals> residualsProperty() {
        return residuals.getReadOnlyProperty();
    }
}
