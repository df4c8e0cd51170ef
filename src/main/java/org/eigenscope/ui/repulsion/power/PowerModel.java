package org.eigenscope.ui.repulsion.power;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.convolution.FreeFactor;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.repulsion.lab.LabSettings;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The population that is multiplied into the lab's law by free convolution, and the result. */
public final class PowerModel {
    /** N of the simulation. */
    public static final int SIZE = 400;

    /** The populations on offer; each has mean 1 but the loaded one, which is divided by its mean. */
    public enum Population {
        IDENTITY("identity"),
        TWO_ATOMS("two atoms, 1 : 8"),
        UNIFORM("uniform on [0.1, 1.9]"),
        POWER_LAW("power law"),
        LOADED("loaded spectrum");

        private final String label;

        Population(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final LabModel lab;
    private final LatestTask computing;
    private final ObjectProperty<Population> population =
            new SimpleObjectProperty<>(this, "population", Population.POWER_LAW);
    private final DoubleProperty exponent = new SimpleDoubleProperty(this, "exponent", 3);
    private final ReadOnlyObjectWrapper<Optional<PowerPicture>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private double[] loaded = new double[0];
    private boolean open;

    /**
     * @param lab gives κ, γ and the orientation
     * @param computing convolves in the background
     */
    public PowerModel(LabModel lab, LatestTask computing) {
        this.lab = lab;
        this.computing = computing;
        lab.kappaProperty().addListener((source, old, value) -> compute());
        lab.gammaProperty().addListener((source, old, value) -> compute());
        lab.orientationProperty().addListener((source, old, value) -> compute());
        lab.seedProperty().addListener((source, old, value) -> compute());
        population.addListener((source, old, value) -> compute());
        exponent.addListener((source, old, value) -> compute());
    }

    /** Whether the panel is shown; nothing is computed while it is not. */
    public void setOpen(boolean isOpen) {
        open = isOpen;
        compute();
    }

    /** The spectrum that {@link Population#LOADED} stands for. */
    public void load(double[] positive) {
        loaded = positive.clone();
        if (population.get() == Population.LOADED) {
            compute();
        }
    }

    private void compute() {
        if (!open) {
            return;
        }
        if (population.get() == Population.LOADED && loaded.length < 2) {
            failure.set("Open a matrix first: its spectrum becomes the population.");
            return;
        }
        FreeFactor factor = factor();
        LabSettings settings = new LabSettings(
                lab.kappaProperty().get(),
                lab.gammaProperty().get(),
                SIZE,
                lab.orientationProperty().get(),
                true,
                LabSettings.Dynamics.WALK,
                new LabSettings.Draw(lab.seedProperty().get(), 0));
        computing.submit(
                "Convolving",
                (progress, cancel) -> PowerPicture.of(factor, settings, SIZE, cancel),
                new Outcome<PowerPicture>() {
                    @Override
                    public void succeeded(PowerPicture result) {
                        failure.set("");
                        picture.set(Optional.of(result));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        failure.set(reason.getMessage());
                    }
                });
    }

    private FreeFactor factor() {
        return switch (population.get()) {
            case IDENTITY -> FreeFactor.identity();
            // means 1: (9·1 + 1·8)/10 over 1.7
            case TWO_ATOMS -> FreeFactor.atoms(new double[] {1 / 1.7, 8 / 1.7}, new double[] {0.9, 0.1});
            case UNIFORM -> FreeFactor.uniform(0.1, 1.9);
            case POWER_LAW -> FreeFactor.powerLaw(exponent.get(), (exponent.get() - 2) / (exponent.get() - 1));
            case LOADED -> FreeFactor.eigenvalues(ofMeanOne(loaded));
        };
    }

    private static double[] ofMeanOne(double[] values) {
        // the largest first, because a sum of such values can exceed every double
        double most = Arrays.stream(values).max().orElseThrow();
        double mean = Arrays.stream(values).map(value -> value / most).average().orElseThrow();
        return Arrays.stream(values).map(value -> value / most / mean).toArray();
    }

    public ObjectProperty<Population> populationProperty() {
        return population;
    }

    /** The exponent of the power law, above 2 so that it has a mean. */
    public DoubleProperty exponentProperty() {
        return exponent;
    }

    /** Whether the lab's law is read as λ = 1/X. */
    boolean isInverse() {
        return lab.orientationProperty().get() == Orientation.INVERSE;
    }

    ReadOnlyObjectProperty<Optional<PowerPicture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
