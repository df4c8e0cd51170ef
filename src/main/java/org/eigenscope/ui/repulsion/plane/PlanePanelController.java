package org.eigenscope.ui.repulsion.plane;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import org.eigenscope.fit.EnsembleCoordinates;
import org.eigenscope.ui.control.WholeNumbers;
import org.eigenscope.ui.repulsion.lab.TogglePair;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** The master model: the map, both coordinate systems, and the ratio of the two temperatures. */
public final class PlanePanelController {
    private static final int MOST_OUTPUTS = 100_000;

    private final PlaneModel model;
    private final ThemeModel theme;

    @FXML
    private ToggleGroup axes;

    @FXML
    private ToggleButton gammaAxis;

    @FXML
    private ToggleButton alphaAxis;

    @FXML
    private Label numbers;

    @FXML
    private TextField ratio;

    @FXML
    private Spinner<Integer> outputs;

    @FXML
    private Label problem;

    @FXML
    private StackPane plane;

    public PlanePanelController(PlaneModel model, ThemeModel theme) {
        this.model = model;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        PlaneView view = new PlaneView(model);
        plane.getChildren().add(view);
        Themes.follow(theme, view);
        TogglePair.bind(axes, gammaAxis, alphaAxis, model.alphaAxisProperty(), false, true);
        outputs.setValueFactory(
                new WholeNumbers(1, MOST_OUTPUTS, model.outputsProperty().get()));
        outputs.getEditor().setAccessibleText("Number m of outputs");
        outputs.valueProperty().addListener((source, old, m) -> {
            if (m != null) {
                model.outputsProperty().set(m);
            }
        });
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        InvalidationListener update = source -> show();
        model.lab().kappaProperty().addListener(update);
        model.lab().gammaProperty().addListener(update);
        model.outputsProperty().addListener(update);
        show();
    }

    @FXML
    private void chooseRatio() {
        problem.setText(Numbers.parse(ratio.getText()).stream()
                .mapToObj(model::chooseTemperatureRatio)
                .findFirst()
                .flatMap(text -> text)
                .orElse(""));
    }

    private void show() {
        EnsembleCoordinates point = model.point();
        double delta = point.alpha() - 1 - point.kappa();
        numbers.setText("α = " + Numbers.formatShort(point.alpha()) + "   β = " + Numbers.formatShort(point.beta())
                + "   tail exponent " + Numbers.formatShort(-1 - delta));
        ratio.setText(Numbers.formatShort(
                point.temperatureRatio(model.outputsProperty().get())));
        problem.setText("");
    }
}
