package org.eigenscope.ui.repulsion.power;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.repulsion.lab.LabSlider;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** The panel of populations: choose one, and see the convolution over a simulation and the exponents of all tails. */
public final class PowerPanelController {
    private static final double LEAST_EXPONENT = 2.1;
    private static final double GREATEST_EXPONENT = 8;

    private final PowerModel model;
    private final ThemeModel theme;
    private final PowerView view = new PowerView();

    @FXML
    private ComboBox<PowerModel.Population> population;

    @FXML
    private LabSlider exponent;

    @FXML
    private Label problem;

    @FXML
    private StackPane chart;

    @FXML
    private Label tails;

    public PowerPanelController(PowerModel model, ThemeModel theme) {
        this.model = model;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        chart.getChildren().add(view);
        Themes.follow(theme, view);
        bindPopulation();
        bindExponent();
        problem.textProperty().bind(model.failureProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        model.pictureProperty().addListener((source, old, picture) -> show(picture));
        show(model.pictureProperty().get());
    }

    private void bindPopulation() {
        population.getItems().setAll(PowerModel.Population.values());
        population.setConverter(new StringConverter<>() {
            @Override
            public String toString(PowerModel.Population choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public PowerModel.Population fromString(String text) {
                throw new UnsupportedOperationException("the choice is not edited");
            }
        });
        population.valueProperty().bindBidirectional(model.populationProperty());
    }

    private void bindExponent() {
        exponent.bind(
                "power-exponent",
                "a",
                "a, the exponent of the power-law population",
                model.exponentProperty(),
                SliderScale.linear(LEAST_EXPONENT, GREATEST_EXPONENT));
        exponent.caption().setText("tail exponent of the population: −a");
        exponent.visibleProperty().bind(model.populationProperty().isEqualTo(PowerModel.Population.POWER_LAW));
        exponent.managedProperty().bind(exponent.visibleProperty());
    }

    private void show(Optional<PowerPicture> picture) {
        view.show(picture);
        tails.setText(picture.map(p -> "Tail exponents: Σ " + exponent(p.tails().population()) + ", X "
                        + exponent(p.tails().noise()) + ", Σ ⊠ X "
                        + exponent(p.tails().product())
                        + ".\nMeasured: curve " + Numbers.formatShort(p.tails().curve()) + ", simulation (N = "
                        + PowerModel.SIZE + ", Hill) "
                        + Numbers.formatShort(p.tails().simulated()) + ".")
                .orElse(""));
    }

    private static String exponent(OptionalDouble value) {
        return value.isPresent() ? Numbers.formatShort(value.getAsDouble()) : "none";
    }
}
