package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.figure.CurveRole;

/** Which other spectra are drawn behind the one on screen. */
public final class GhostModel {
    private final SpectrumModel spectrum;
    private final BooleanProperty kept = new SimpleBooleanProperty(this, "kept");
    private Optional<SpectrumModel.Shown> keptOne = Optional.empty();

    /** @param spectrum the spectrum on screen */
    public GhostModel(SpectrumModel spectrum) {
        this.spectrum = spectrum;
        kept.addListener((source, old, keep) -> keep(keep));
        spectrum.shownProperty().addListener((source, old, shown) -> draw());
    }

    private void keep(boolean keep) {
        keptOne = keep
                ? spectrum.shownProperty()
                        .get()
                        .filter(shown -> shown.spectrum().positiveCount() > 0)
                : Optional.empty();
        if (keep && keptOne.isEmpty()) {
            kept.set(false);
        }
        draw();
    }

    private void draw() {
        List<Ghost> ghosts = new ArrayList<>();
        Optional<SpectrumModel.Shown> now = spectrum.shownProperty().get();
        keptOne.filter(shown -> !now.equals(keptOne))
                .map(shown -> new Ghost(CurveRole.PREVIOUS, shown.tensor().label(), shown.spectrum()))
                .ifPresent(ghosts::add);
        spectrum.showGhosts(ghosts);
    }

    /** Whether a spectrum is kept as a ghost: the one on screen when this was set; it is drawn behind others. */
    public BooleanProperty keptProperty() {
        return kept;
    }
}
