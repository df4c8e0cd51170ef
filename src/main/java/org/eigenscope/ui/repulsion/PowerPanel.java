package org.eigenscope.ui.repulsion;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** Power in, power out: choose a population, see the convolution over a simulation and the exponents of all tails. */
final class PowerPanel extends VBox {
    private static final double LEAST_EXPONENT = 2.1;
    private static final double GREATEST_EXPONENT = 8;

    private final PowerModel model;
    private final PowerView view = new PowerView();
    private final Label tails = new Label();

    PowerPanel(PowerModel model, ThemeModel theme) {
        this.model = model;
        getStyleClass().add("lab-panel");
        setVgrow(view, Priority.ALWAYS);
        Themes.follow(theme, view);
        tails.setWrapText(true);
        tails.getStyleClass().add("number");
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().addAll("caption", "general-warning");
        problem.textProperty().bind(model.failureProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(populations(), exponent(), problem, view, tails);
        model.pictureProperty().addListener((source, old, picture) -> show(picture));
        show(model.pictureProperty().get());
    }

    private HBox populations() {
        ComboBox<PowerModel.Population> choice = new ComboBox<>();
        choice.getItems().setAll(PowerModel.Population.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(PowerModel.Population population) {
                return population == null ? "" : population.label();
            }

            @Override
            public PowerModel.Population fromString(String text) {
                throw new UnsupportedOperationException("the choice is not edited");
            }
        });
        choice.valueProperty().bindBidirectional(model.populationProperty());
        choice.setAccessibleText("Population spectrum Σ");
        choice.getStyleClass().add("small");
        Label times = new Label("times the lab's X");
        times.getStyleClass().addAll("caption", "text-muted");
        HBox line = new HBox(new Label("Σ"), choice, times);
        line.getStyleClass().add("lab-line");
        return line;
    }

    private LabSlider exponent() {
        LabSlider slider = new LabSlider();
        slider.bind(
                "power-exponent",
                "a",
                "a, the exponent of the power-law population",
                model.exponentProperty(),
                SliderScale.linear(LEAST_EXPONENT, GREATEST_EXPONENT));
        slider.caption().setText("tail exponent of the population: −a");
        slider.visibleProperty().bind(model.populationProperty().isEqualTo(PowerModel.Population.POWER_LAW));
        slider.managedProperty().bind(slider.visibleProperty());
        return slider;
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
