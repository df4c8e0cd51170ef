package org.eigenscope.ui.repulsion.spacing;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.ensemble.spacing.UnfoldedLevels;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.ui.repulsion.lab.LabFrame;
import org.eigenscope.ui.repulsion.lab.LocalTally;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The local statistics of the open spectrum, unfolded by its fit, to compare with those of the ensemble. */
public final class LayerModel {
    private final LatestTask unfolding;
    private final ReadOnlyObjectWrapper<Optional<Layer>> layer =
            new ReadOnlyObjectWrapper<>(this, "layer", Optional.empty());
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen");

    /**
     * The local statistics of one spectrum.
     *
     * @param label its name
     * @param local the statistics of its neighbouring eigenvalues
     */
    public record Layer(String label, LabFrame.Local local) {}

    /** @param unfolding works in the background */
    public LayerModel(LatestTask unfolding) {
        this.unfolding = unfolding;
    }

    /**
     * Takes a spectrum and the law that was fitted to it.
     *
     * @param positive its eigenvalues
     */
    public void load(String label, double[] positive, SpectralLaw law) {
        double[] eigenvalues = positive.clone();
        unfolding.submit(
                "Unfolding",
                (progress, cancel) -> new Layer(label, LocalTally.of(UnfoldedLevels.of(eigenvalues, law))),
                new Outcome<Layer>() {
                    @Override
                    public void succeeded(Layer result) {
                        layer.set(Optional.of(result));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        layer.set(Optional.empty());
                    }
                });
    }

    /** The newest spectrum; empty before the first fit. */
    public ReadOnlyObjectProperty<Optional<Layer>> layerProperty() {
        return layer.getReadOnlyProperty();
    }

    /** Whether it is shown in place of the ensemble. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }
}
