package org.eigenscope.ui.repulsion;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eigenscope.fit.EnsembleCoordinates;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** The master model: the map, both coordinate systems, and the ratio of the two temperatures. */
final class MapPanel extends VBox {
    private static final int MOST_OUTPUTS = 100_000;

    private final MapModel model;
    private final Label numbers = new Label();
    private final Label problem = new Label();
    private final TextField ratio = new TextField();

    MapPanel(MapModel model, ThemeModel theme) {
        this.model = model;
        getStyleClass().add("lab-panel");
        MapView view = new MapView(model);
        Themes.follow(theme, view);
        setVgrow(view, Priority.ALWAYS);
        numbers.getStyleClass().add("lab-reading");
        numbers.setWrapText(true);
        problem.setWrapText(true);
        problem.getStyleClass().addAll("caption", "general-warning");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Label hint = new Label("Colour and contours: tail exponent of λ = 1/X. Click to move the lab;"
                + " dots are layers fitted in this session.");
        hint.setWrapText(true);
        hint.getStyleClass().addAll("caption", "text-muted");
        getChildren().addAll(axes(), numbers, temperatures(), problem, view, hint);
        InvalidationListener update = source -> show();
        model.lab().kappaProperty().addListener(update);
        model.lab().gammaProperty().addListener(update);
        model.outputsProperty().addListener(update);
        show();
    }

    private HBox axes() {
        ToggleButton gamma = new ToggleButton("κ, γ");
        ToggleButton alpha = new ToggleButton("κ, α");
        gamma.getStyleClass().addAll("left-pill", "small");
        alpha.getStyleClass().addAll("right-pill", "small");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(gamma, alpha);
        group.selectToggle(model.alphaAxisProperty().get() ? alpha : gamma);
        group.selectedToggleProperty().addListener((source, old, selected) -> {
            if (selected == null) {
                group.selectToggle(old);
            } else {
                model.alphaAxisProperty().set(selected == alpha);
            }
        });
        HBox pills = new HBox(gamma, alpha);
        pills.getStyleClass().add("segmented");
        HBox line = new HBox(new Label("axes"), pills);
        line.getStyleClass().add("lab-line");
        return line;
    }

    private HBox temperatures() {
        Spinner<Integer> outputs =
                new Spinner<>(1, MOST_OUTPUTS, model.outputsProperty().get());
        outputs.setEditable(true);
        outputs.setPrefWidth(84);
        outputs.getEditor().setAccessibleText("Number m of outputs");
        outputs.valueProperty()
                .addListener((source, old, m) -> model.outputsProperty().set(m));
        ratio.setPrefWidth(84);
        ratio.setAccessibleText("Ratio of temperatures τ/η");
        ratio.setOnAction(event -> problem.setText(Numbers.parse(ratio.getText()).stream()
                .mapToObj(model::chooseTemperatureRatio)
                .findFirst()
                .flatMap(text -> text)
                .orElse("")));
        HBox line = new HBox(new Label("τ/η ="), ratio, new Label("at m ="), outputs, new Label("outputs"));
        line.getStyleClass().add("lab-line");
        return line;
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
