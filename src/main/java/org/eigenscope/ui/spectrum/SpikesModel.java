package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.analysis.Spikes;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Marks the eigenvalues above the Marchenko–Pastur edge, on demand. */
public final class SpikesModel {
    private final SpectrumModel spectrum;
    private final LawFitter fitter;
    private final LatestTask work;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<Optional<Spikes>> found =
            new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
    /** What {@link #found} is about, if it was restored. */
    private Optional<SpectrumModel.Shown> resumed = Optional.empty();

    /**
     * @param spectrum the spectrum on screen
     * @param fitter fits the bulk
     * @param work runs it
     */
    public SpikesModel(SpectrumModel spectrum, LawFitter fitter, LatestTask work) {
        this.spectrum = spectrum;
        this.fitter = fitter;
        this.work = work;
        shown.addListener((source, old, show) -> refresh());
        spectrum.shownProperty().addListener((source, old, now) -> refresh());
    }

    private void refresh() {
        Optional<SpectrumModel.Shown> now = spectrum.shownProperty().get();
        if (shown.get() && now.isPresent() && now.equals(resumed)) {
            return;
        }
        work.cancel();
        resumed = Optional.empty();
        show(Optional.empty());
        if (!shown.get() || now.isEmpty()) {
            return;
        }
        work.submit(
                "Looking for eigenvalues above the edge",
                (progress, cancel) -> Spikes.of(fitter, now.get().spectrum(), cancel),
                new Outcome<Optional<Spikes>>() {
                    @Override
                    public void succeeded(Optional<Spikes> spikes) {
                        show(spikes);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        // without a bulk there is nothing to mark; the fit pane says why
                        show(Optional.empty());
                    }
                });
    }

    private void show(Optional<Spikes> spikes) {
        found.set(spikes);
        spectrum.showMarks(spikes.map(SpikesModel::marks).orElse(List.of()));
    }

    /** Marks the spikes above a band that was saved, until another spectrum is shown. */
    public void resume(double bandLower, double bandUpper) {
        work.cancel();
        resumed = spectrum.shownProperty().get();
        shown.set(true);
        show(resumed.map(now -> Spikes.above(now.spectrum(), bandLower, bandUpper)));
    }

    static List<Guide> marks(Spikes spikes) {
        return SpectrumFigure.spikeMarks(spikes.bandLower(), spikes.bandUpper(), spikes.values());
    }

    /** Whether spikes are marked. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The spikes that are marked; empty while there is no bulk to tell them from. */
    public ReadOnlyObjectProperty<Optional<Spikes>> foundProperty() {
        return found.getReadOnlyProperty();
    }
}
