package org.eigenscope.ui.spectrum;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;

/** The abscissa's scale, and two switches that show and change it: at most one of them is on, and neither on a linear abscissa. */
final class Abscissa {
    private final ObjectProperty<AxisScale> scale = new SimpleObjectProperty<>(this, "scale", AxisScale.LOG);
    private final BooleanProperty log = new SimpleBooleanProperty(this, "log", true);
    private final BooleanProperty symmetricLog = new SimpleBooleanProperty(this, "symmetricLog", false);

    Abscissa() {
        scale.addListener((source, old, value) -> {
            log.set(isLog());
            symmetricLog.set(isSymmetricLog());
        });
        log.addListener((source, old, on) -> follow(on, isLog(), AxisScale.LOG));
        symmetricLog.addListener((source, old, on) -> follow(on, isSymmetricLog(), AxisScale.SYMMETRIC_LOG));
    }

    private void follow(boolean on, boolean isOn, AxisScale kind) {
        if (on != isOn) {
            scale.set(on ? kind : AxisScale.LINEAR);
        }
    }

    private boolean isLog() {
        return scale.get() == AxisScale.LOG;
    }

    private boolean isSymmetricLog() {
        return scale.get() instanceof SymmetricLogScale;
    }

    ObjectProperty<AxisScale> scaleProperty() {
        return scale;
    }

    BooleanProperty logProperty() {
        return log;
    }

    BooleanProperty symmetricLogProperty() {
        return symmetricLog;
    }
}
