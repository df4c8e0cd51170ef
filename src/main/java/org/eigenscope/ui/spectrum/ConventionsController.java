package org.eigenscope.ui.spectrum;

import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.util.StringConverter;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Normalization;

/** The convention bar: what was done to the matrix before anyone looks at its eigenvalues, and what was set apart. */
public final class ConventionsController {
    private final SpectrumModel model;

    @FXML
    private ComboBox<Normalization> normalization;

    @FXML
    private ComboBox<ConvolutionFlattening> flattening;

    @FXML
    private Label title;

    @FXML
    private Label shape;

    @FXML
    private Label excluded;

    @FXML
    private ToggleButton logX;

    @FXML
    private ToggleButton logY;

    public ConventionsController(SpectrumModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        normalization.getItems().setAll(Normalization.values());
        normalization.setConverter(showing(value -> value.id() + "  " + value.formula()));
        normalization.valueProperty().bindBidirectional(model.normalizationProperty());
        flattening.getItems().setAll(ConvolutionFlattening.values());
        flattening.setConverter(showing(ConvolutionFlattening::label));
        flattening.valueProperty().bindBidirectional(model.flatteningProperty());
        flattening.managedProperty().bind(flattening.visibleProperty());
        excluded.managedProperty().bind(excluded.visibleProperty());
        logX.selectedProperty().bindBidirectional(model.logXProperty());
        logY.selectedProperty().bindBidirectional(model.logYProperty());
        model.shownProperty().addListener((source, old, shown) -> show(shown));
        show(model.shownProperty().get());
    }

    private void show(Optional<SpectrumModel.Shown> shown) {
        title.setText(shown.map(s -> s.tensor().label()).orElse(""));
        shape.setText(shown.map(ConventionsText::shape).orElse(""));
        String apart = shown.map(s -> ConventionsText.setApart(s.spectrum())).orElse("");
        excluded.setText(apart);
        excluded.setVisible(!apart.isEmpty());
        flattening.setVisible(
                shown.filter(s -> s.tensor().info().shape().size() > 2).isPresent());
    }

    private static <T> StringConverter<T> showing(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String unused) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }
}
