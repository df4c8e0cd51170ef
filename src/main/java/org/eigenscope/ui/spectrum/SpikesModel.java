package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.analysis.Spikes;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Guide;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.Outcome;

/** Marks the eigenvalues above the Marchenko–Pastur edge, on demand. */
public final class SpikesModel {
    private final SpectrumModel spectrum;
    private final LawFitter fitter;
    private final LatestTask work;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");

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
        work.cancel();
        spectrum.showMarks(List.of());
        Optional<SpectrumModel.Shown> now = spectrum.shownProperty().get();
        if (!shown.get() || now.isEmpty()) {
            return;
        }
        work.submit(
                "Looking for spikes",
                (progress, cancel) -> Spikes.of(fitter, now.get().spectrum(), cancel),
                new Outcome<Optional<Spikes>>() {
                    @Override
                    public void succeeded(Optional<Spikes> spikes) {
                        spectrum.showMarks(spikes.map(SpikesModel::marks).orElse(List.of()));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        // without a bulk there is nothing to mark; the fit pane says why
                        spectrum.showMarks(List.of());
                    }
                });
    }

    /** The ends of the band of the largest bulk eigenvalue, the upper saying how many lie above, and a short line for each. */
    static List<Guide> marks(Spikes spikes) {
        double[] values = spikes.values();
        List<Guide> marks = new ArrayList<>();
        marks.add(new Guide.Vertical(Guide.Kind.MARK, spikes.bandLower(), ""));
        marks.add(new Guide.Vertical(
                Guide.Kind.MARK,
                spikes.bandUpper(),
                "MP edge, " + Numbers.count(values.length) + (values.length == 1 ? " spike" : " spikes")));
        for (double value : values) {
            marks.add(new Guide.Vertical(Guide.Kind.MARK, value, ""));
        }
        return marks;
    }

    /** Whether spikes are marked. */
    public BooleanProperty shownProperty() {
        return shown;
    }
}
