package org.eigenscope.ui.repulsion.plane;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eigenscope.fit.EnsembleCoordinates;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.text.Numbers;

/**
 * The plane of the master model, as (κ, γ) or as (κ, α), with the lab's point and the layers that were fitted. Moving the
 * point moves the lab.
 */
public final class PlaneModel {
    private static final double LEAST_ALPHA = 1.01;
    private static final double GREATEST_ALPHA = 1e5;

    private final LabModel lab;
    private final BooleanProperty alphaAxis = new SimpleBooleanProperty(this, "alphaAxis");
    private final IntegerProperty outputs = new SimpleIntegerProperty(this, "outputs", 10);
    private final ObservableList<Dot> dots = FXCollections.observableArrayList();

    /**
     * A fitted layer.
     *
     * @param label its name
     * @param kappa κ̂
     * @param gamma its γ
     */
    public record Dot(String label, double kappa, double gamma) {}

    public PlaneModel(LabModel lab) {
        this.lab = lab;
    }

    /** Puts a layer on the map and replaces its earlier point. */
    public void place(Dot dot) {
        dots.removeIf(other -> other.label().equals(dot.label()));
        dots.add(dot);
    }

    /** Moves the lab to a point of the (κ, γ) plane, as near as its sliders go. */
    public void choose(double kappa, double gamma) {
        lab.gammaProperty().set(Math.max(LabModel.LEAST_GAMMA, Math.min(1, gamma)));
        lab.kappaProperty().set(Math.max(LabModel.LEAST_KAPPA, Math.min(LabModel.GREATEST_KAPPA, kappa)));
    }

    /**
     * Moves the lab to a point of the (κ, α) plane.
     *
     * @return whether it is open: α ≥ 1 + κ
     */
    public boolean chooseAlpha(double kappa, double alpha) {
        if (!EnsembleCoordinates.isReachable(kappa, alpha)) {
            return false;
        }
        choose(kappa, new EnsembleCoordinates(kappa, alpha, 1, 0).gamma());
        return true;
    }

    /** Moves the lab along constant κ to the α of a ratio of temperatures; empty, or why there is no such α. */
    public Optional<String> chooseTemperatureRatio(double ratio) {
        double alpha = outputs.get() * ratio / 2;
        if (alpha >= GREATEST_ALPHA) {
            return Optional.of("The map ends at α = mτ/2η = " + Numbers.formatShort(GREATEST_ALPHA)
                    + ": the ratio must stay below " + Numbers.formatShort(2 * GREATEST_ALPHA / outputs.get()) + ".");
        }
        double kappa = lab.kappaProperty().get();
        if (alpha > LEAST_ALPHA && chooseAlpha(kappa, alpha)) {
            return Optional.empty();
        }
        return Optional.of("α = mτ/2η must be at least 1 + κ, which is γ = 1: the ratio must reach "
                + Numbers.formatShort(2 * (1 + kappa) / outputs.get()) + ".");
    }

    /** The lab's point, as λ = 1/X of scale 1. */
    public EnsembleCoordinates point() {
        return EnsembleCoordinates.of(
                Orientation.INVERSE,
                ParameterSet.ofHtmp(
                        lab.kappaProperty().get(), lab.gammaProperty().get(), 1, 0));
    }

    LabModel lab() {
        return lab;
    }

    /** Whether the ordinate is α instead of γ. */
    public BooleanProperty alphaAxisProperty() {
        return alphaAxis;
    }

    /** m, the outputs of the model whose temperatures are compared. */
    public IntegerProperty outputsProperty() {
        return outputs;
    }

    public ObservableList<Dot> dots() {
        return dots;
    }
}
